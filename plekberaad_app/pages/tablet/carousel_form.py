"""How a carousel goes round: set on the tablet, before it begins."""

import reflex as rx

from plekberaad_app.components.labelled import line
from plekberaad_app.components.words import filled
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.views import StepCard
from plekberaad_app.states.tablet import TabletState

_PHASES = ("explain", "questions", "ideas", "review", "next_step")


def carousel_forms() -> rx.Component:
    """One folded form for each carousel in the programme that has not been yet."""
    return rx.fragment(
        rx.foreach(
            TabletState.programme,
            lambda step: rx.cond((step.kind == "carousel") & ~step.is_done, _carousel(step)),
        )
    )


def _carousel(step: rx.Var[StepCard]) -> rx.Component:
    return rx.el.details(
        rx.el.summary(filled("tablet.carousel.settings", title=step.title), class_name="button"),
        rx.el.form(
            rx.el.input(type="hidden", name="step_id", value=step.id),
            carousel_fields(TabletState.plan.mode, TabletState.plan.rounds),
            rx.el.button(text("tablet.carousel.save"), type="submit", class_name="button"),
            on_submit=TabletState.set_carousel,
            reset_on_submit=False,
            class_name="card stack",
        ),
        key=step.id,
    )


def carousel_fields(mode: rx.Var[str], rounds: rx.Var[int]) -> rx.Component:
    """Mode, rounds, the five lengths and the two switches; an empty length stays as it was."""
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(text("tablet.carousel.mode"), class_name="field-label"),
            rx.el.div(_mode("inside", mode), _mode("groups", mode), class_name="stack-tight"),
        ),
        _number("rounds", rounds.to_string()),
        rx.el.fieldset(
            rx.el.legend(text("tablet.carousel.minutes"), class_name="field-label"),
            rx.el.div(*(_number(phase) for phase in _PHASES), class_name="minutes"),
        ),
        _switch("is_private"),
        _switch("is_wall_shared"),
    )


def _mode(value: str, chosen: rx.Var[str]) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="mode", value=value, required=True, default_checked=chosen == value
        ),
        text(f"tablet.carousel.mode.{value}"),
        class_name="choice",
    )


def _number(name: str, value: rx.Var[str] | str = "") -> rx.Component:
    return line(
        text(f"tablet.carousel.{name}"),
        name,
        type="number",
        min=1,
        max=60,
        default_value=value,
    )


def _switch(name: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name),
        text(f"tablet.carousel.{name}"),
        class_name="choice",
    )
