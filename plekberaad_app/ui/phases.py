"""The head of a phase: its sign, what it is called, and the one line that says what to do."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.clock_face import countdown
from plekberaad_app.ui.icons import icon_named
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import spoken, words


def phase_hue(stage: Any) -> rx.Var[str]:
    """The class that gives an element the hue of the running phase (`--hue…` in tokens.css)."""
    return rx.Var.create(f"hue-{stage.hue}").to(str)


def phase_sign(stage: Any) -> rx.Component:
    """The pictogram of the running phase on its hue; always beside its title."""
    return rx.cond(
        stage.sign != "",
        rx.el.span(
            icon_named(stage.sign),
            class_name=f"phase-sign {phase_hue(stage)}",
            aria_hidden="true",
        ),
    )


def part_title(stage: Any) -> rx.Component:
    """What the facilitator called this part of the programme, if the phase has another title."""
    has_own = (stage.phase_title.key != "") & (title_of(stage) != spoken(stage.phase_title))
    return rx.cond(has_own, step_title(stage.title, stage.titled, rx.el.p, class_name="part-title"))


def step_title(title: Any, titled: Any, element: Any = rx.el.span, **props: Any) -> rx.Component:
    """What a part of the programme is called: in our words, or in those of the facilitator."""
    return rx.cond(
        titled.key != "",
        element(spoken(titled), **props),
        said(title, element, **props),
    )


def title_of(stage: Any) -> rx.Var[str]:
    """What the running part of the programme is called."""
    return rx.cond(stage.titled.key != "", spoken(stage.titled), stage.title).to(str)


def phase_title(stage: Any) -> rx.Var[str]:
    """What the phase is called or, where the step has none, the step."""
    has_phases = stage.phase_title.key != ""
    return rx.cond(has_phases, spoken(stage.phase_title), title_of(stage)).to(str)


def phase_head(stage: Any) -> rx.Component:
    """Title and task, for the projector."""
    return rx.el.div(
        part_title(stage),
        rx.cond(
            stage.rounds > 1,
            rx.el.p(
                words("projector.round", round=stage.round, rounds=stage.rounds),
                class_name="phase-round",
            ),
        ),
        rx.el.h1(
            phase_sign(stage),
            phase_title(stage),
            class_name="title phase-title",
        ),
        rx.el.p(spoken(stage.line), class_name="phase-line"),
        class_name="phase-head",
    )


def phase_aside(stage: Any, clock: Any) -> rx.Component:
    """Time and task: a third of the projector or, if there is much to read, a bar at the top."""
    return rx.el.aside(
        countdown(clock, variant="ring", sound=stage.sound, hurries=stage.hurries),
        phase_head(stage),
        class_name="phase-aside",
    )
