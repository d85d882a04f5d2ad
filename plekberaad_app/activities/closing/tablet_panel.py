"""The closing on the tablet: what the room sees of it, while the projector shows the evening."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import has_steps, next_step_card
from plekberaad_app.ui.said import said


def tablet_panel(screen: Screen) -> rx.Component:
    """The last words and the first steps, to read aloud; or that there are none."""
    return rx.cond(
        screen.controls.screen == "stage",
        rx.el.section(
            rx.el.h2(text("closing.tablet.title"), class_name="lead"),
            rx.cond(screen.face.text != "", said(screen.face.text, class_name="well")),
            rx.cond(has_steps(screen.next_steps), _steps(screen.next_steps), _none()),
            class_name="stack",
        ),
    )


def _steps(cards: Any) -> rx.Component:
    return rx.el.ul(
        rx.foreach(cards, lambda card: rx.cond(card.not_yet, rx.fragment(), next_step_card(card))),
        class_name="outcomes",
    )


def _none() -> rx.Component:
    return rx.el.p(text("closing.tablet.none"), class_name="muted")
