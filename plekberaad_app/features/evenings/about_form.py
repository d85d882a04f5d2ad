"""What an evening is about: asked when it is created, and changed later with the same questions."""

from typing import Any

import reflex as rx

from plekberaad_app.features.evenings import description
from plekberaad_app.features.evenings.screens import PROGRAMME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.unsaved import form_foot, store_button


def about_fields(about: Any = None) -> tuple[rx.Component, ...]:
    """Name, place, question, start and length; with `about` they are filled in."""

    def field(name: str, key: str, **props: Any) -> rx.Component:
        if about is not None:
            props["default_value"] = getattr(about, name)
        return line(text(f"desk.new.{key}"), name, **props)

    return (
        field("title", "name", max_length=description.MAX_TITLE, required=True),
        field("place", "place", max_length=description.MAX_PLACE),
        field("question", "question", max_length=description.MAX_QUESTION),
        field("starts_at", "starts_at", type="datetime-local"),
        field(
            "minutes_available",
            "minutes_available",
            type="number",
            min=description.LEAST_EVENING,
            max=description.MAX_EVENING,
        ),
    )


def about_form() -> rx.Component:
    """The same questions for an evening that exists, folded away until they are needed."""
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
