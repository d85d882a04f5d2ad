"""The head of a phase: what it is called, and the one line that says what to do."""

from typing import Any

import reflex as rx

from plekberaad_app.components.clock_face import countdown
from plekberaad_app.components.words import filled


def phase_head(stage: Any) -> rx.Component:
    """Title and task, for the projector."""
    return rx.el.div(
        rx.cond(
            stage.rounds > 1,
            rx.el.p(
                filled("projector.round", round=stage.round, rounds=stage.rounds),
                class_name="phase-round",
            ),
        ),
        rx.el.h1(
            rx.cond(stage.phase_title != "", stage.phase_title, stage.title), class_name="title"
        ),
        rx.el.p(stage.line, class_name="phase-line"),
        class_name="phase-head",
    )


def phase_aside(stage: Any, clock: Any, *below: rx.Component) -> rx.Component:
    """The projector's third: time, task, and what is always there."""
    return rx.el.aside(
        countdown(clock, variant="ring", sound=stage.sound),
        phase_head(stage),
        *below,
        class_name="phase-aside",
    )
