"""What a wall asks and of whom: the fields of its form, filled with what is set now."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.activities.contract.parsing import MAX_SECONDS
from plekberaad_app.activities.wall.options import MAX_QUESTION, PHASES
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import read_text
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import line

_SECONDS_A_MINUTE = 60
_FOR_ALL, _PER_TABLE = "for_all", "per_table"


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """The question, whose wall, the two lengths in minutes, and whether notes stay closed first."""
    is_per_table = options["is_per_table"].to(bool)
    return rx.fragment(
        line(
            text("wall.desk.question"),
            "question",
            max_length=MAX_QUESTION,
            default_value=options["question"].to(str),
        ),
        rx.el.fieldset(
            rx.el.legend(text("wall.desk.whose"), class_name="field-label"),
            _whose(_FOR_ALL, ~is_per_table),
            _whose(_PER_TABLE, is_per_table),
            class_name="stack-tight",
        ),
        rx.el.fieldset(
            rx.el.legend(text("wall.desk.minutes"), class_name="field-label"),
            rx.el.div(*(_minutes(phase, options) for phase in PHASES), class_name="minutes"),
        ),
        rx.el.label(
            rx.el.input(
                type="checkbox", name="is_private", default_checked=options["is_private"].to(bool)
            ),
            text("wall.desk.is_private"),
            class_name="choice",
        ),
    )


def options_in(form: Any) -> dict[str, Any]:
    """What was filled in; minutes may have a comma, a length left out stays. Raises BadInput."""
    written = {phase: read_text(form, phase) for phase in PHASES}
    lengths = {phase: _seconds(minutes) for phase, minutes in written.items() if minutes}
    return {
        "question": read_text(form, "question"),
        "is_per_table": read_text(form, "whose") == _PER_TABLE,
        "is_private": bool(read_text(form, "is_private")),
        **lengths,
    }


def _seconds(minutes: str) -> int:
    try:
        return round(float(minutes.replace(",", ".")) * _SECONDS_A_MINUTE)
    except (ValueError, OverflowError):
        raise BadInput("minutes_unreadable") from None


def _whose(value: str, is_chosen: rx.Var[bool]) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="whose", value=value, default_checked=is_chosen),
        text(f"wall.desk.whose.{value}"),
        class_name="choice",
    )


def _minutes(phase: str, options: rx.vars.ObjectVar) -> rx.Component:
    return line(
        text(f"wall.phase.{phase}"),
        phase,
        type="number",
        min=0,
        max=MAX_SECONDS // _SECONDS_A_MINUTE,
        step="any",
        default_value=options[phase].to(int) / _SECONDS_A_MINUTE,
    )


FORM = OptionForm(option_fields, options_in)
