"""What surrounds the task on a phone: table and time above, the task itself, the links below."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.clock_face import countdown
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.phases import part_title, phase_hue, phase_sign, step_title
from plekberaad_app.ui.said import said
from plekberaad_app.ui.tables import table_label
from plekberaad_app.ui.words import language_switch, spoken, words


def phone_top(me: Any, clock: Any, stage: Any) -> rx.Component:
    """Where you sit, and the time left."""
    return rx.fragment(
        rx.cond(me.sits_at > 0, table_label(me.sits_at), rx.el.b(words("start.name"))),
        countdown(clock, variant="bar", hurries=stage.hurries),
    )


def task(stage: Any, *below: rx.Component) -> rx.Component:
    """The one line that says what to do, under the sign and the name of the phase."""
    return rx.el.section(
        rx.el.div(
            phase_sign(stage),
            rx.el.div(part_title(stage), rx.el.p(_phase(stage))),
            class_name="task-phase",
        ),
        rx.el.h1(spoken(stage.line), class_name="title"),
        rx.cond(stage.is_unlocked, _unlocked()),
        message_to_all(stage),
        *below,
        class_name=f"task {phase_hue(stage)}",
    )


def message_to_all(stage: Any) -> rx.Component:
    """What the facilitator says to everybody, wherever they are in the evening."""
    return rx.cond(stage.message != "", _message(stage.message))


def refused(refusal: Any, *, holds: Any = True) -> rx.Component:
    """Why something was not accepted, for as long as that `holds`; announced when it appears."""
    sentence = spoken(refusal.sentence)
    return rx.el.div(
        rx.cond((sentence != "") & holds, rx.el.p(icon("info"), sentence, class_name="alert")),
        role="alert",
    )


def called_by_number(me: Any, **props: Any) -> rx.Component:
    """What the room calls somebody who gave no name; nothing for everybody else."""
    is_nameless = me.has_joined & (me.name == "")
    return rx.cond(is_nameless, rx.el.p(words("phone.nameless", number=me.number), **props))


def phone_foot(code: Any, *above: rx.Component) -> rx.Component:
    """To the person's own data, and the language."""
    return rx.el.footer(
        *above,
        language_switch(),
        rx.el.a(
            icon("user"),
            words("phone.my_data"),
            href=f"/mijn-gegevens/{code}",
            class_name="button button-quiet",
        ),
        class_name="phone-foot",
    )


def _phase(stage: Any) -> rx.Component:
    number = words("phone.round", round=stage.round, rounds=stage.rounds)
    return rx.fragment(
        rx.cond(
            stage.phase_title.key != "",
            rx.fragment(spoken(stage.phase_title)),
            step_title(stage.title, stage.titled),
        ),
        rx.cond(stage.rounds > 1, rx.el.span(" · ", number)),
    )


def _unlocked() -> rx.Component:
    return rx.el.p(icon("hourglass"), words("phone.unlocked"), class_name="say icon-line")


def _message(message: Any) -> rx.Component:
    return rx.el.p(
        icon("megaphone"),
        rx.el.span(words("phone.message"), ": ", said(message, rx.el.span)),
        class_name="say icon-line",
    )
