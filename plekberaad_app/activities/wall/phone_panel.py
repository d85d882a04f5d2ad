"""The wall on a phone: the question, a box to write in, and what the others wrote."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.kit.hearing_more import hear_more
from plekberaad_app.activities.kit.writing import MAX_CHARACTERS
from plekberaad_app.activities.wall.options import LOOK, WRITE
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.idea_box import writing_box
from plekberaad_app.ui.notes import how_many_notes, phone_note
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import words

_WORDS = ("label", "send", "too_long", "nothing")


def phone_panel(screen: Screen) -> rx.Component:
    """The box while people write; what hangs folded beneath it, and open when people read."""
    face, phase = screen.face, screen.stage.phase
    is_closed = face.is_private
    return rx.el.div(
        rx.cond(face.question != "", _question(face.question)),
        rx.cond(
            is_closed & (phase == WRITE),
            rx.el.p(icon("lock"), words("wall.phone.closed"), class_name="small icon-line"),
        ),
        writing_box(
            screen,
            act="add_note",
            field_id="note",
            most=MAX_CHARACTERS,
            is_open=phase == WRITE,
            stored=screen.mine.length(),
            instead={name: f"wall.box.{name}" for name in _WORDS},
        ),
        rx.match(
            phase,
            (WRITE, rx.cond(how_many_notes(screen) > 0, _folded(screen))),
            (LOOK, _hanging(screen, is_closed)),
            rx.fragment(),
        ),
        hear_more(screen),
        class_name="stack",
    )


def _question(question: Any) -> rx.Component:
    return rx.el.section(said(question, class_name="lead"), class_name="card wall-question")


def _folded(screen: Any) -> rx.Component:
    """While people write, what hangs is one tap away: the box stays in sight."""
    return rx.el.details(
        rx.el.summary(
            icon("sticky-note"),
            words("wall.phone.read", n=how_many_notes(screen)),
            class_name="small icon-line",
        ),
        _notes(screen),
    )


def _hanging(screen: Any, is_closed: Any) -> rx.Component:
    empty = rx.cond(
        is_closed,
        empty_state(words("wall.phone.still_closed"), "lock"),
        empty_state(words("wall.phone.empty"), "sticky-note"),
    )
    return rx.cond(
        how_many_notes(screen) > 0,
        rx.el.section(
            rx.el.h2(words("wall.phone.hanging"), class_name="small"),
            _notes(screen),
            class_name="stack-tight",
        ),
        empty,
    )


def _notes(screen: Any) -> rx.Component:
    """The newest on top."""
    return rx.el.div(rx.foreach(screen.notes.reverse(), _note), class_name="stack-tight")


def _note(note: Any) -> rx.Component:
    return phone_note(note)
