"""What the evening is about, on the page of its programme."""

import reflex as rx

from plekberaad_app.features.evenings import about_fields
from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.unsaved import form_foot, store_button


def about_form() -> rx.Component:
    """The questions that were asked when it was made, folded away until they are needed."""
    return rx.el.details(
        rx.el.summary(icon("pencil"), text("desk.about.change"), class_name="button"),
        checked_form(
            rx.el.div(
                *about_fields(PROGRAMME.about),
                # The fields keep what they were drawn with: for another evening, or after storing,
                # they are drawn again.
                key=f"{PROGRAMME.about.to_string()}",
                class_name="stack",
            ),
            form_foot(store_button(), PROGRAMME, "about"),
            on_submit=PROGRAMME.describe,
            reset_on_submit=False,
            class_name="stack desk-settings",
        ),
    )
