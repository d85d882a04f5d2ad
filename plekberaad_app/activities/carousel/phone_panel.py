"""The carousel on a phone: the owner's question, and what your role lets you do in this phase."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.question_cards import asked_of_you, own_questions
from plekberaad_app.activities.carousel.step_form import step_panel
from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.kit.writing import MAX_CHARACTERS
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.idea_box import writing_box
from plekberaad_app.ui.notes import how_many_notes, phone_note
from plekberaad_app.ui.said import said, words_with_names
from plekberaad_app.ui.tables import table_label
from plekberaad_app.ui.words import words


def phone_panel(screen: Screen) -> rx.Component:
    """Where to go, what it is about, and what this role does now."""
    face = screen.face
    return rx.el.div(
        rx.cond(face.go_to > 0, _walk(face.go_to)),
        rx.cond(face.challenge != "", _question(screen)),
        rx.cond(screen.stage.phase == "next_step", _chosen(screen)),
        rx.match(
            screen.me.role,
            ("owner", _owner(screen)),
            ("thinker", _thinker(screen)),
            rx.fragment(),
        ),
        class_name="stack",
    )


def _walk(table: Any) -> rx.Component:
    return rx.el.p(
        icon("footprints"),
        words("carousel.phone.go_to"),
        table_label(table),
        class_name="say walk row",
    )


def _question(screen: Any) -> rx.Component:
    face, role = screen.face, screen.me.role
    owner, is_own = face.owner, (role == "owner") & (screen.stage.phase == "next_step")
    asks = rx.cond(
        owner != "",
        words_with_names("carousel.phone.owner", owner=owner),
        rx.fragment(words("carousel.phone.owner_nameless")),
    )
    upcoming = face.next_owner
    return rx.el.section(
        rx.el.h2(
            rx.cond(role == "owner", rx.fragment(words("carousel.phone.you")), asks),
            class_name="small muted",
        ),
        said(face.challenge, class_name="lead"),
        rx.cond(
            upcoming != "",
            rx.el.p(
                words_with_names("carousel.phone.next", owner=upcoming), class_name="small muted"
            ),
        ),
        class_name=rx.cond(is_own, "card question-card is-known", "card question-card"),
    )


def _chosen(screen: Any) -> rx.Component:
    """What the first step is about: the ideas that the owner of this table chose."""

    def is_chosen(note: Any) -> Any:
        return note.marked & (note.table == screen.me.sits_at)

    def draw(note: Any) -> rx.Component:
        return rx.fragment(rx.cond(is_chosen(note), said(note.text, class_name="as-written")))

    notes = screen.notes
    return rx.cond(
        notes.map(is_chosen).contains(True),
        rx.el.section(
            rx.el.h2(icon("star"), words("carousel.phone.chosen"), class_name="small icon-line"),
            rx.foreach(notes, draw),
            class_name="say stack-tight chosen-ideas",
        ),
    )


def _thinker(screen: Any) -> rx.Component:
    is_private = screen.face.is_private
    return rx.el.div(
        rx.cond(
            is_private & screen.face.is_open,
            rx.el.p(icon("lock"), words("carousel.phone.private"), class_name="small icon-line"),
        ),
        # Later phases are for reading and listening; text that was not sent yet keeps its box.
        _question_box(screen),
        own_questions(screen),
        _idea_box(screen),
        rx.cond(screen.stage.phase == "review", _all_ideas(screen)),
        class_name="stack",
    )


def _idea_box(screen: Any) -> rx.Component:
    return writing_box(
        screen,
        act="add_idea",
        field_id="idea",
        most=MAX_CHARACTERS,
        is_open=screen.stage.phase == "ideas",
        stored=screen.mine.length(),
    )


def _question_box(screen: Any) -> rx.Component:
    return writing_box(
        screen,
        act="ask_question",
        field_id="question",
        most=MAX_CHARACTERS,
        is_open=screen.stage.phase == "questions",
        stored=screen.personal.questions.length(),
        under="phone.question_box",
    )


def _owner(screen: Any) -> rx.Component:
    shown = rx.match(
        screen.stage.phase,
        ("questions", asked_of_you(screen)),
        ("review", _review(screen)),
        ("next_step", step_panel(screen)),
        rx.fragment(),
    )
    # What it is time for comes first.
    left = rx.cond(screen.stage.phase == "questions", rx.fragment(), asked_of_you(screen))
    return rx.fragment(shown, left)


def _review(screen: Any) -> rx.Component:
    return rx.el.section(
        rx.foreach(screen.notes, lambda note: _judged(note, screen)),
        rx.cond(
            how_many_notes(screen) == 0,
            empty_state(words("carousel.phone.no_ideas"), "sticky-note"),
        ),
        class_name="stack-tight",
    )


def _judged(note: Any, screen: Any) -> rx.Component:
    return phone_note(
        note,
        _toggle(note, screen, "mark_idea", note.marked, "hand", "carousel.phone.mark"),
        rx.cond(
            note.answer,
            rx.fragment(),
            _toggle(
                note,
                screen,
                "ask_clarification",
                note.asked,
                "message-circle-question-mark",
                "carousel.phone.ask",
            ),
        ),
    )


def _toggle(note: Any, screen: Any, act: str, is_on: Any, sign: str, key: str) -> rx.Component:
    return rx.el.button(
        icon(sign),
        words(key),
        type="button",
        # Every note has these buttons: read aloud, each says which it belongs to.
        aria_label=words("carousel.phone.about_note", what=words(key), note=note.text),
        # A note travels without what is false, so the word is spelled out.
        aria_pressed=rx.cond(is_on, "true", "false"),
        on_click=screen.act(
            screen.stage.step_id, screen.stage.round, act, {"id": note.id, "on": ~is_on}
        ),
        class_name="button",
    )


def _all_ideas(screen: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words("carousel.phone.all_ideas"), class_name="small"),
        rx.foreach(screen.notes, _read_only),
        class_name="stack-tight",
    )


def _read_only(note: Any) -> rx.Component:
    return phone_note(note)
