"""What takes something away asks first, and says what goes."""

from typing import Any

import reflex as rx

from plekberaad_app.components.icons import icon
from plekberaad_app.components.unfolding import unfolding


def guarded(
    label: Any,
    what_goes: Any,
    yes: rx.Component,
    *,
    symbol: str = "trash-2",
    class_name: str = "alert",
) -> rx.Component:
    """A button that unfolds the question; `yes` is what does it: a button, or a form with one."""
    return unfolding(
        rx.el.summary(icon(symbol), rx.el.span(label), class_name="button button-quiet"),
        rx.el.div(rx.el.p(what_goes), yes, class_name=f"{class_name} guarded"),
    )


def yes_button(label: Any, on_click: Any) -> rx.Component:
    """The tap that takes it away."""
    return rx.el.button(label, type="button", on_click=on_click, class_name="button button-warn")
