"""Whatever deletes something asks first, and says what will be deleted."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.unfolding import unfolding

# Keyboard users continue where the question was asked.
_FOLDS = rx.Var(
    "({ currentTarget }) => { const fold = currentTarget.closest('details');"
    " fold.open = false; fold.querySelector('summary').focus(); }"
)


def guarded(
    label: Any,
    what_goes: Any,
    yes: rx.Component,
    *,
    symbol: str = "trash-2",
    class_name: str = "alert",
) -> rx.Component:
    """A button that unfolds the question; `yes` does it: a button, or a form with one."""
    return unfolding(
        rx.el.summary(icon(symbol), rx.el.span(label), class_name="button button-quiet"),
        rx.el.div(rx.el.p(what_goes), yes, _no_button(), class_name=f"{class_name} guarded"),
    )


def _no_button() -> rx.Component:
    """Folds the question away again; the browser does so by itself."""
    return rx.el.button(
        text("desk.no"), type="button", class_name="button", custom_attrs={"onClick": _FOLDS}
    )


def yes_button(label: Any, on_click: Any) -> rx.Component:
    """The button that deletes it."""
    return rx.el.button(label, type="button", on_click=on_click, class_name="button button-warn")
