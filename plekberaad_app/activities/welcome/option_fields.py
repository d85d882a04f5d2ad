"""What a welcome says: the fields of its form, filled with the current settings."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.core.form_values import read_text
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import labelled


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """The text on the projector; the image has a form of its own."""
    return labelled(
        text("welcome.desk.text"),
        rx.el.textarea(
            name="text", rows=4, default_value=options["text"].to(str), class_name="input"
        ),
    )


def options_in(form: Any) -> dict[str, Any]:
    """What was filled in; raises BadInput."""
    return {"text": read_text(form, "text")}


FORM = OptionForm(option_fields, options_in)
