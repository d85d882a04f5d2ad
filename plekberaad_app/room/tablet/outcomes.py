"""The view 'steps': every next step that an owner recorded."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.cards import empty_state, next_step_card


def outcomes() -> rx.Component:
    """What, who and when, round by round."""
    return rx.el.div(
        rx.el.h2(text("tablet.outcomes.title"), class_name="lead"),
        rx.cond(
            SCREEN.next_steps.length() > 0,
            rx.el.ul(rx.foreach(SCREEN.next_steps, next_step_card), class_name="outcomes"),
            empty_state(
                rx.cond(
                    SCREEN.stage.status == "closed",
                    text("tablet.outcomes.none"),
                    text("tablet.outcomes.empty"),
                )
            ),
        ),
        class_name="stack",
    )
