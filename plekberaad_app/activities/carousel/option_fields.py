"""How a carousel goes round: the fields of its form, filled with what is set now."""

import reflex as rx

from plekberaad_app.components.labelled import line
from plekberaad_app.i18n.catalogue import text

_PHASES = ("explain", "questions", "ideas", "review", "next_step")


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """Mode, rounds, the five lengths in minutes, and the two switches."""
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(text("desk.carousel.mode"), class_name="field-label"),
            _mode("inside", options),
            _mode("groups", options),
            class_name="stack-tight",
        ),
        line(
            text("desk.carousel.rounds"),
            "rounds",
            type="number",
            min=1,
            max=12,
            required=True,
            default_value=options["rounds"].to(int),
        ),
        rx.el.fieldset(
            rx.el.legend(text("desk.carousel.minutes"), class_name="field-label"),
            rx.el.div(*(_minutes(phase, options) for phase in _PHASES), class_name="minutes"),
        ),
        _switch("is_private", options),
        _switch("is_wall_shared", options),
    )


def _mode(value: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="mode",
            value=value,
            required=True,
            default_checked=options["mode"] == value,
        ),
        text(f"desk.carousel.mode.{value}"),
        class_name="choice",
    )


def _minutes(phase: str, options: rx.vars.ObjectVar) -> rx.Component:
    return line(
        text(f"desk.carousel.{phase}"),
        phase,
        type="number",
        min=0,
        max=120,
        step="any",
        default_value=options[phase].to(int) / 60,
    )


def _switch(name: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, default_checked=options[name].to(bool)),
        text(f"desk.carousel.{name}"),
        class_name="choice",
    )
