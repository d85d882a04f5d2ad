"""How a carousel rotates: the fields of its form, filled with the current settings."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.options import MAX_ROUNDS, PHASES
from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.activities.contract.parsing import MAX_SECONDS
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import line

_SECONDS_A_MINUTE = 60


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """Mode, rounds, the five lengths in minutes, and the two switches."""
    return rx.fragment(
        rx.el.fieldset(
            rx.el.legend(text("carousel.desk.mode"), class_name="field-label"),
            _mode("inside", options),
            _mode("groups", options),
            class_name="stack-tight",
        ),
        line(
            text("carousel.desk.rounds"),
            "rounds",
            type="number",
            min=1,
            max=MAX_ROUNDS,
            required=True,
            default_value=options["rounds"].to(int),
        ),
        rx.el.fieldset(
            rx.el.legend(text("carousel.desk.minutes"), class_name="field-label"),
            rx.el.div(*(_minutes(phase, options) for phase in PHASES), class_name="minutes"),
        ),
        _switch("is_private", options),
        _switch("is_wall_shared", options),
    )


def options_in(form: Any) -> dict[str, Any]:
    """What was filled in; minutes may have a comma, a length left out stays. Raises BadInput."""
    written = {phase: read_text(form, phase) for phase in PHASES}
    lengths = {phase: _seconds(minutes) for phase, minutes in written.items() if minutes}
    return {
        "mode": read_text(form, "mode"),
        "rounds": form_number(form, "rounds"),
        "is_private": bool(read_text(form, "is_private")),
        "is_wall_shared": bool(read_text(form, "is_wall_shared")),
        **lengths,
    }


def _seconds(minutes: str) -> int:
    try:
        return round(float(minutes.replace(",", ".")) * _SECONDS_A_MINUTE)
    except (ValueError, OverflowError):
        raise BadInput("minutes_unreadable") from None


def _mode(value: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="mode",
            value=value,
            required=True,
            default_checked=options["mode"] == value,
        ),
        text(f"carousel.desk.mode.{value}"),
        class_name="choice",
    )


def _minutes(phase: str, options: rx.vars.ObjectVar) -> rx.Component:
    return line(
        text(f"carousel.desk.{phase}"),
        phase,
        type="number",
        min=0,
        max=MAX_SECONDS // _SECONDS_A_MINUTE,
        step="any",
        default_value=options[phase].to(int) / _SECONDS_A_MINUTE,
    )


def _switch(name: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, default_checked=options[name].to(bool)),
        text(f"carousel.desk.{name}"),
        class_name="choice",
    )


FORM = OptionForm(option_fields, options_in)
