"""What the tables say: a line for each that needs help, and how many are ready."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.tables import table_badge, table_title
from plekberaad_app.ui.words import words


def calls() -> rx.Component:
    """The tables that need help, each with one tap."""
    return rx.el.div(rx.foreach(SCREEN.at_tables.calls, _call), role="status", class_name="calls")


def _call(call: Any) -> rx.Component:
    return rx.el.div(
        table_badge(call.table),
        rx.el.p(
            rx.el.strong(table_title(call.table)),
            rx.el.span(
                rx.cond(call.is_coming, text("tablet.call.coming"), text("tablet.call.needs"))
            ),
        ),
        rx.cond(
            call.is_coming,
            _answer(call, "check", "tablet.call.solved", solved=True),
            rx.fragment(
                _answer(call, "footprints", "tablet.call.come", solved=False),
                _answer(call, "check", "tablet.call.solved", solved=True),
            ),
        ),
        key=call.table,
        class_name="strip-message call",
    )


def _answer(call: Any, symbol: str, key: str, *, solved: bool) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        text(key),
        type="button",
        aria_label=words(f"{key}.at", table=call.table),
        on_click=SCREEN.answer_call(call.table, solved),
        class_name="button",
    )


def ready() -> rx.Component:
    """Which tables are ready, beside the button that goes on."""
    said = SCREEN.at_tables
    return rx.cond(
        said.can_be_ready & (said.ready.length() > 0),
        rx.el.p(
            rx.el.span(
                words("tablet.ready", ready=said.ready.length(), n=said.seated),
                class_name="figures",
            ),
            rx.el.span(rx.foreach(said.ready, _badge), class_name="ready-tables"),
            role="status",
            class_name="bar-ready",
        ),
    )


def _badge(table: Any) -> rx.Component:
    return table_badge(table)
