"""The question of a poll: the fields of its form, filled with what is set now."""

from typing import Any, get_args

import reflex as rx

from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.activities.poll.options import (
    LISTED,
    MAX_CHOICES,
    MAX_END,
    MAX_QUESTION,
    MAX_RANKED,
    Kind,
    most_choices,
)
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_number, read_text
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import labelled, line
from plekberaad_app.ui.words import filled


def option_fields(options: rx.vars.ObjectVar) -> rx.Component:
    """The kind and the question, and what some kinds need besides."""
    return rx.fragment(
        line(
            text("poll.desk.question"),
            "question",
            max_length=MAX_QUESTION,
            default_value=options["question"].to(str),
        ),
        rx.el.fieldset(
            rx.el.legend(text("poll.desk.kind"), class_name="field-label"),
            *(_kind(kind, options) for kind in get_args(Kind)),
            class_name="stack-tight",
        ),
        labelled(
            filled("poll.desk.choices", most=MAX_CHOICES, ranked=MAX_RANKED),
            rx.el.textarea(
                name="choices",
                rows=5,
                default_value=options["choices"].to(list[str]).join("\n"),
                class_name="input",
            ),
        ),
        _tick("several", options),
        line(
            text("poll.desk.right"),
            "right",
            type="number",
            min=0,
            max=MAX_CHOICES,
            default_value=options["right"].to(int),
        ),
        *(
            line(
                text(f"poll.desk.{end}"),
                end,
                max_length=MAX_END,
                default_value=options[end].to(str),
            )
            for end in ("low", "high")
        ),
        line(
            text("poll.desk.length"),
            "length",
            type="number",
            min=5,
            max=7200,
            required=True,
            default_value=options["length"].to(int),
        ),
        _tick("told_later", options),
    )


def options_in(form: Any) -> dict[str, Any]:
    """What was filled in, a choice for every line; raises BadInput."""
    kind = read_text(form, "kind")
    choices = [line for line in read_text(form, "choices").splitlines() if line.strip()]
    most = most_choices(kind)
    if kind in LISTED and len(choices) > most:
        raise BadInput("poll.too_many_choices", most=most, n=len(choices))
    return {
        "kind": kind,
        "question": read_text(form, "question"),
        "choices": choices,
        "several": bool(read_text(form, "several")),
        # Left empty: no right answer yet.
        "right": read_number(read_text(form, "right").strip() or "0"),
        "low": read_text(form, "low"),
        "high": read_text(form, "high"),
        "length": form_number(form, "length"),
        "told_later": bool(read_text(form, "told_later")),
    }


def _kind(kind: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="kind", value=kind, default_checked=options["kind"] == kind),
        text(f"poll.desk.kind.{kind}"),
        class_name="choice",
    )


def _tick(name: str, options: rx.vars.ObjectVar) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, default_checked=options[name].to(bool)),
        text(f"poll.desk.{name}"),
        class_name="choice",
    )


FORM = OptionForm(option_fields, options_in)
