"""An intermission on the tablet: the time, what comes next, and the bell."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.intermission.upcoming_card import upcoming_card
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said


def tablet_panel(screen: Screen) -> rx.Component:
    """What the room sees, and one tap for the bell."""
    face = screen.face
    offer = face.offer
    return rx.el.section(
        rx.el.div(_until(face.until), _ring(screen), class_name="row between"),
        rx.el.p(_what_it_does(screen), role="status", class_name="muted"),
        rx.cond(offer != "", said(offer, class_name="lead")),
        upcoming_card(face.upcoming),
        class_name="stack intermission",
    )


def _until(until: Any) -> rx.Component:
    return rx.cond(
        until != "",
        rx.el.p(until, class_name="intermission-time figures"),
        rx.el.p(text("intermission.projector.later"), class_name="lead"),
    )


def _ring(screen: Any) -> rx.Component:
    stage = screen.stage
    return rx.el.button(
        icon("bell"),
        text("intermission.tablet.ring"),
        type="button",
        on_click=screen.act(stage.step_id, stage.round, "ring_bell", {}),
        class_name="button button-large",
    )


def _what_it_does(screen: Any) -> Any:
    return rx.cond(
        ~screen.controls.sound,
        text("intermission.tablet.silent"),
        rx.cond(
            screen.face.rung > 0,
            text("intermission.tablet.rung"),
            rx.cond(
                screen.face.rings,
                text("intermission.tablet.by_itself"),
                text("intermission.tablet.by_hand"),
            ),
        ),
    )
