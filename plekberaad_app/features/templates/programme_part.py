"""Below a programme: keep it to begin other evenings with, or take it along as a file."""

from typing import Any

import reflex as rx

from plekberaad_app.features.templates.own_templates import MAX_NAME
from plekberaad_app.features.templates.programme_state import KeepingState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import with_fresh_id
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.unsaved import form_foot

# On the class, Reflex replaces every field by a Var, which no type checker can know.
KEEPING: Any = KeepingState


def keeping() -> rx.Component:
    """A name for the template; and the file, for another library."""
    code = KEEPING.router.page.params["code"]
    return rx.el.section(
        rx.el.h2(text("templates.keep.title"), class_name="lead"),
        rx.el.p(text("templates.keep.how")),
        rx.el.div(
            unfolding_form(
                rx.el.summary(icon("star"), text("templates.keep"), class_name="button"),
                checked_form(
                    line(text("templates.name"), "name", required=True, max_length=MAX_NAME),
                    form_foot(
                        rx.el.button(
                            text("templates.keep.send"),
                            type="submit",
                            class_name="button button-main",
                        ),
                        KEEPING,
                        "keep",
                    ),
                    on_submit=lambda form: KEEPING.keep(with_fresh_id(form)),
                    reset_on_submit=False,
                    class_name="stack desk-settings",
                ),
            ),
            file_link(f"/voorbereiden/{code}/programma.json", text("templates.download"), "button"),
            class_name="row",
        ),
        class_name="well stack",
    )
