"""What stands round the task on a phone: table and time above, the task itself, the way out."""

from typing import Any

import reflex as rx

from plekberaad_app.components.clock_face import countdown
from plekberaad_app.components.icons import icon
from plekberaad_app.components.phases import part_title
from plekberaad_app.components.speech import read_aloud
from plekberaad_app.components.tables import table_label
from plekberaad_app.components.words import either, language_switch, words


def phone_top(me: Any, clock: Any) -> rx.Component:
    """Where you sit, and the time left; before there is a clock, the language."""
    return rx.el.div(
        rx.cond(me.sits_at > 0, table_label(me.sits_at), rx.el.b(words("start.name"))),
        rx.cond(clock["length"] > 0, countdown(clock, variant="bar"), language_switch()),
        class_name="phone-bar",
    )


def task(stage: Any) -> rx.Component:
    """The one line that says what to do; 'lees voor' is always at the same place."""
    line = either(stage.line, stage.line_en)
    return rx.el.section(
        rx.el.div(
            rx.el.div(part_title(stage), rx.el.p(_phase(stage), class_name="small muted")),
            read_aloud(line),
            class_name="task-tools",
        ),
        rx.el.h1(line, class_name="title", aria_live="polite"),
        rx.cond(stage.is_unlocked, _unlocked()),
        message_to_all(stage),
        class_name="stack-tight",
    )


def message_to_all(stage: Any) -> rx.Component:
    """What the facilitator says to everybody, wherever in the evening they are."""
    return rx.cond(stage.message != "", _message(stage.message))


def refused(refusal: Any) -> rx.Component:
    """Why something was not accepted; announced when it comes."""
    sentence = either(refusal.sentence, refusal.sentence_en)
    return rx.el.div(
        rx.cond(sentence != "", rx.el.p(icon("info"), sentence, class_name="alert")),
        role="alert",
    )


def closed() -> rx.Component:
    """The evening is over."""
    return rx.el.section(
        rx.el.h1(words("phone.closed.title"), class_name="title"),
        rx.el.p(words("phone.closed.text"), class_name="lead"),
        rx.el.p(words("phone.closed.names"), class_name="muted"),
        class_name="stack",
    )


def phone_foot(code: Any, clock: Any) -> rx.Component:
    """To one's own data; and the language, once the clock has taken its place above."""
    return rx.el.footer(
        rx.cond(clock["length"] > 0, language_switch()),
        rx.el.a(
            icon("user"),
            words("phone.my_data"),
            href=f"/mijn-gegevens/{code}",
            class_name="button button-quiet",
        ),
        class_name="phone-foot",
    )


def _phase(stage: Any) -> rx.Component:
    title = either(stage.phase_title, stage.phase_title_en)
    number = words("phone.round", round=stage.round, rounds=stage.rounds)
    return rx.fragment(
        rx.cond(title != "", title, stage.title),
        rx.cond(stage.rounds > 1, rx.el.span(" · ", number)),
    )


def _unlocked() -> rx.Component:
    return rx.el.p(
        icon("hourglass"), words("phone.unlocked"), class_name="say icon-line", role="status"
    )


def _message(message: Any) -> rx.Component:
    return rx.el.p(
        icon("megaphone"),
        rx.el.span(words("phone.message"), ": ", message),
        class_name="say icon-line",
        role="status",
    )
