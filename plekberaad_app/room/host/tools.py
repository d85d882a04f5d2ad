"""What stands around a table: whose turn it is to speak, who was heard, what the table says."""

from typing import Any

import reflex as rx

from plekberaad_app.room.phone.own_table import help_button, ready_button
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import named
from plekberaad_app.ui.telling import Told, told
from plekberaad_app.ui.words import words


def around_the_table(screen: Any) -> rx.Component:
    """Who has the word, and who wrote nothing yet."""
    host = screen.host
    return rx.cond(
        host.speaker != "",
        rx.el.section(
            rx.el.h2(icon("speech"), words("host.speaker"), class_name="small icon-line muted"),
            named(host.speaker, rx.el.p, class_name="host-speaker"),
            rx.cond(host.next_speaker != "", _next(screen)),
            rx.cond(host.unheard.length() > 0, _unheard(host.unheard)),
            class_name="card stack-tight",
        ),
    )


def speaker_told(screen: Any) -> Told:
    """Whose turn it is, for screen readers."""
    speaker = screen.host.speaker
    return told(speaker, rx.Var.create(f"{words('host.speaker')}: {speaker}").to(str))


def _next(screen: Any) -> rx.Component:
    return rx.el.button(
        icon("arrow-right"),
        rx.el.span(words("host.next"), ": ", named(screen.host.next_speaker, rx.el.b)),
        type="button",
        on_click=screen.pass_the_word(),
        class_name="button wide host-next",
    )


def _unheard(names: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h3(words("host.unheard"), class_name="small muted"),
        rx.el.ul(rx.foreach(names, lambda name: named(name, rx.el.li)), class_name="host-unheard"),
        class_name="stack-tight",
    )


def for_whom(screen: Any) -> rx.Component:
    """For whom the next note is typed; nothing to choose where everybody has a phone."""
    people = screen.host.phoneless
    return rx.cond(
        people.length() > 0,
        rx.el.fieldset(
            rx.el.legend(words("host.for_whom"), class_name="field-label"),
            rx.el.div(
                _choice(0, words("host.for_table"), is_first=True),
                rx.foreach(people, lambda person: _choice(person.number, person.name)),
                class_name="chips",
            ),
        ),
    )


def _choice(number: Any, name: Any, *, is_first: bool = False) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="for_whom", value=number, default_checked=is_first),
        rx.el.span(name),
        key=number,
        class_name="choice chip",
    )


def table_tools(screen: Any) -> rx.Component:
    """What the table says to the facilitator: ready, more time, help."""
    return rx.el.section(
        ready_button(screen),
        _more_time(screen),
        help_button(screen),
        class_name="host-tools",
    )


def _more_time(screen: Any) -> rx.Component:
    is_unlocked = screen.stage.is_unlocked
    return rx.el.button(
        icon("hourglass"),
        rx.el.span(rx.cond(is_unlocked, words("host.rejoin"), words("host.more_time"))),
        type="button",
        aria_pressed=rx.cond(is_unlocked, "true", "false"),
        on_click=screen.take_time(~is_unlocked, screen.host.steering),
        class_name="button",
    )
