"""What a vote is about: the fields of its form, filled with the current settings."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.activities.voting.options import MAX_CHOICES, MAX_QUESTION
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import labelled, line
from plekberaad_app.ui.words import filled

_SOURCES = ("typed", "marked", "next_steps", "outcomes")


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """The question, where the choices come from, the typed ones line by line, and the dots."""
    typed = options["choices"].to(list[str]).join("\n")
    return rx.fragment(
        line(
            text("voting.desk.question"),
            "question",
            max_length=MAX_QUESTION,
            default_value=options["question"].to(str),
        ),
        rx.el.fieldset(
            rx.el.legend(text("voting.desk.source"), class_name="field-label"),
            *(_source(source, options) for source in _SOURCES),
            class_name="stack-tight",
        ),
        labelled(
            filled("voting.desk.choices", most=MAX_CHOICES),
            rx.el.textarea(name="choices", rows=5, default_value=typed, class_name="input"),
        ),
        line(
            text("voting.desk.budget"),
            "budget",
            type="number",
            min=1,
            max=10,
            required=True,
            default_value=options["budget"].to(int),
        ),
        line(
            text("voting.desk.most"),
            "max_per_choice",
            type="number",
            min=1,
            max=10,
            default_value=options["max_per_choice"].to(int),
        ),
        rx.el.label(
            rx.el.input(
                type="checkbox", name="in_turn", default_checked=options["in_turn"].to(bool)
            ),
            text("voting.desk.in_turn"),
            class_name="choice",
        ),
    )


def options_in(form: Any) -> dict[str, Any]:
    """What was filled in, a choice for every line; raises BadInput."""
    lines, most = read_text(form, "choices").splitlines(), read_text(form, "max_per_choice")
    choices = [line for line in lines if line.strip()]
    if len(choices) > MAX_CHOICES:
        raise BadInput("voting.too_many_choices", most=MAX_CHOICES, n=len(choices))
    return {
        "question": read_text(form, "question"),
        "source": read_text(form, "source"),
        "choices": choices,
        "budget": form_number(form, "budget"),
        # Left empty: all dots may go to one choice.
        "max_per_choice": form_number(form, "max_per_choice") if most else None,
        "in_turn": bool(read_text(form, "in_turn")),
    }


def _source(source: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="source",
            value=source,
            default_checked=options["source"] == source,
        ),
        text(f"voting.desk.source.{source}"),
        class_name="choice",
    )


FORM = OptionForm(option_fields, options_in)
