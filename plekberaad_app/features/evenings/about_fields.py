"""What an evening is about: asked when it is created, and changed later with the same questions."""

from typing import Any

import reflex as rx

from plekberaad_app.features.evenings import description
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import line


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
