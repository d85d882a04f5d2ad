"""`/sjablonen`: the library's own templates, to rename, delete, take along and take in."""

from typing import Any

import reflex as rx

from plekberaad_app.features.templates.own_templates import MAX_NAME
from plekberaad_app.features.templates.state import TemplatesState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.refusal import refusal
from plekberaad_app.ui.told import told
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.unsaved import form_foot, store_button
from plekberaad_app.ui.words import words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
OWN: Any = TemplatesState
_REFUSALS = (
    "file_too_large",
    "file_unreadable",
    "file_foreign",
    "file_newer",
    "file_unknown_kind",
    "too_many_templates",
    "not_logged_in",
)


def templates_page() -> rx.Component:
    """What there is, and below it a file to take in."""
    return desk_shell(
        rx.el.h1(text("templates.title"), class_name="title"),
        rx.cond(OWN.is_there, _templates(), rx.el.p(text("desk.waiting"))),
    )


def _templates() -> rx.Component:
    return rx.fragment(
        rx.cond(OWN.answers == "", told(OWN.notice)),
        rx.cond(
            OWN.templates.length() > 0,
            rx.el.ul(rx.foreach(OWN.templates, _template), class_name="stack"),
            empty_state(text("templates.empty")),
        ),
        _taking_in(),
    )


def _template(template: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(template.title, class_name="lead", dir="auto"),
            rx.el.span(words("desk.new.minutes", n=template.minutes), class_name="figures"),
            class_name="row between",
        ),
        rx.el.p(template.says, class_name="muted", dir="auto"),
        rx.el.div(
            file_link(f"/sjablonen/{template.id}.json", text("templates.download"), "button"),
            _rename(template),
            guarded(
                text("templates.remove"),
                words("templates.remove.sure", name=template.title),
                yes_button(text("templates.remove.yes"), OWN.remove(template.id)),
            ),
            class_name="row",
        ),
        key=template.id,
        class_name="card stack",
    )


def _rename(template: Any) -> rx.Component:
    return unfolding_form(
        rx.el.summary(icon("pencil"), text("templates.rename"), class_name="button button-quiet"),
        checked_form(
            # Reflex hoists the submit handler out of the loop: the template has to be a field.
            rx.el.input(type="hidden", name="id", value=template.id),
            rx.el.div(
                line(
                    text("templates.name"),
                    "name",
                    default_value=template.title,
                    required=True,
                    max_length=MAX_NAME,
                ),
                key=template.title,
            ),
            form_foot(store_button(), OWN, template.id),
            on_submit=OWN.rename,
            reset_on_submit=False,
            class_name="stack desk-settings",
        ),
    )


def _taking_in() -> rx.Component:
    """A plain form: the server reads the file, and keeps nothing of one that is no good."""
    sentences = {code: text(f"error.{code}") for code in _REFUSALS}
    return PostForm.create(
        rx.el.h2(text("templates.take_in.title"), class_name="lead"),
        rx.el.p(text("templates.take_in.how")),
        refusal(sentences | {"other": text("error.unexpected")}),
        line(
            text("templates.take_in.file"),
            "file",
            type="file",
            accept=".json,application/json",
            required=True,
        ),
        rx.el.button(
            icon("plus"), text("templates.take_in.send"), type="submit", class_name="button"
        ),
        action="/sjablonen",
        method="post",
        custom_attrs={"encType": "multipart/form-data"},
        class_name="well stack",
    )
