"""What a welcome says: the field of its form, filled with what is set now."""

import reflex as rx

from plekberaad_app.components.labelled import labelled
from plekberaad_app.i18n.catalogue import text


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """The text on the projector; the image has a form of its own."""
    return labelled(
        text("desk.welcome.text"),
        rx.el.textarea(
            name="text", rows=4, default_value=options["text"].to(str), class_name="input"
        ),
    )
