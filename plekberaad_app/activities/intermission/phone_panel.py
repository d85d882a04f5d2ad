"""An intermission on a phone: calm, in the colour of the table; nothing moves, nothing is asked."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.intermission.upcoming_card import upcoming_card
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.tables import table_class


def phone_panel(screen: Screen) -> rx.Component:
    """The animal of the table, what there is meanwhile, and what comes next."""
    offer = screen.face.offer
    return rx.el.section(
        _animal(screen.me),
        rx.cond(offer != "", said(offer, class_name="lead")),
        upcoming_card(screen.face.upcoming),
        class_name=rx.cond(
            screen.me.sits_at > 0,
            rx.Var.create(f"intermission {table_class(screen.me.sits_at)}").to(str),
            "intermission",
        ),
    )


def _animal(me: Any) -> rx.Component:
    return rx.cond(
        me.sits_at > 0,
        rx.el.i(class_name="lobby-animal", aria_hidden="true"),
        icon("coffee", "lobby-sign"),
    )
