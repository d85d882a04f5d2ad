"""The closing on the projector: what people are going to do, page by page, and the way home."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import has_steps, next_step_wall, take_home_card
from plekberaad_app.ui.notes import Density
from plekberaad_app.ui.said import said
from plekberaad_app.ui.tables import procession

# Beside time, task and the way home there is room for one card, or two.
_STEPS = (Density(1, 1, 1.7), Density(1, 2, 1.3), Density(1, 3, 1), Density(2, 3, 0.9))


def projector_panel(screen: Screen) -> rx.Component:
    """The first steps or, without any, the thanks; beside it the QR code."""
    return rx.el.section(
        rx.el.div(
            rx.cond(has_steps(screen.next_steps), _steps(screen), _thanks(screen.face)),
            class_name="closing-told",
        ),
        take_home_card(screen.room),
        class_name="closing",
    )


def _steps(screen: Any) -> rx.Component:
    last_words = screen.face.text
    return rx.fragment(
        rx.el.h2(text("projector.closed.steps"), class_name="title"),
        rx.cond(last_words != "", said(last_words, class_name="closing-words")),
        next_step_wall(screen.next_steps, densities=_STEPS),
    )


def _thanks(face: Any) -> rx.Component:
    return rx.el.div(
        rx.cond(
            face.image != "",
            rx.el.img(src=f"/beeld/{face.image}", alt="", class_name="closing-photo"),
        ),
        rx.el.h2(text("closing.projector.thanks"), class_name="title"),
        rx.cond(face.text != "", said(face.text, class_name="closing-words")),
        procession(),
        class_name="closing-thanks",
    )
