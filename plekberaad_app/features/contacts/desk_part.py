"""On the desk, with each evening: who wants to hear more."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon


def contacts_of(_evening: Any, code: Any) -> rx.Component:
    """The way to the list."""
    return rx.el.a(
        icon("user"), text("contacts.desk.way"), href=f"/contacten/{code}", class_name="button"
    )
