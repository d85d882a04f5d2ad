"""What waits for the facilitator because it may identify a person: let it through, or not."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.own_notes import HELD_FOR


def decide(held: Any, note_id: Any, hide: Any, about: Any) -> rx.Component:
    """Why it waits, and the two buttons; `hide(id, hidden)` is the tablet's handler.

    `about` is what waits; the buttons name it.
    """
    return rx.fragment(
        _reason(held),
        _button("eye", "tablet.held.let_through", hide(note_id, False), about),
        _button("eye-off", "tablet.held.keep_back", hide(note_id, True), about),
    )


def decide_challenge(held: Any, let_through: Any, about: Any) -> rx.Component:
    """Why a challenge waits, and the button; to refuse it, take it off the list."""
    return rx.fragment(
        _reason(held),
        _button("eye", "tablet.held.let_through", let_through, about),
    )


def _reason(held: Any) -> rx.Component:
    reasons = [(kind, text(f"tablet.held.{kind}")) for kind in HELD_FOR]
    return rx.el.p(
        icon("triangle-alert"),
        rx.match(held, *reasons, ""),
        class_name="small icon-line held-reason",
    )


def _button(name: str, key: str, on_click: Any, about: Any) -> rx.Component:
    return rx.el.button(
        icon(name),
        text(key),
        type="button",
        aria_label=naming(text(key), about),
        on_click=on_click,
        class_name="button side-note-tool",
    )
