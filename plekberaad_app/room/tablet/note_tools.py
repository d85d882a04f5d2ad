"""What people without a phone can do with a note: behind one fold, beside the wall."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.contract.capabilities import Writes, WritingActs
from plekberaad_app.activities.contract.discovery import activity_of, note_tools
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.at_the_tap import text_in
from plekberaad_app.ui.fields import checked_form, kept_textarea
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words

_Tools = tuple[Any, rx.Component]
"""Whether there is something to do, and what."""


def more_tools(note: Any, kind: str) -> rx.Component:
    """The fold on a note of this kind of activity; nothing where nobody needs the tablet."""
    parts = [*_own(note, kind), *_on_paper(note, activity_of(kind))]
    if not parts:
        return rx.fragment()
    return rx.cond(
        reduce(or_, (is_there for is_there, _ in parts)),
        unfolding(
            rx.el.summary(
                icon("chevron-down"),
                text("tablet.note.more"),
                aria_label=words("tablet.note.more_of", note=note.text),
                class_name="button side-note-tool",
            ),
            rx.el.div(*(rx.cond(*part) for part in parts), class_name="stack-tight"),
            class_name="side-note-more",
        ),
    )


def _own(note: Any, kind: str) -> Iterator[_Tools]:
    """What the activity brings itself."""
    if tools := note_tools(kind):
        yield tools.is_there(note, SCREEN), tools.draw(note, SCREEN)


def _on_paper(note: Any, rules: Activity) -> Iterator[_Tools]:
    if isinstance(rules, Writes):
        yield note.paper, _for_author(note, rules.writing_acts)


def _for_author(note: Any, acts: WritingActs) -> rx.Component:
    return rx.fragment(
        rx.cond(note.asked & ~note.answer.to(bool), _answer(note, acts.answer)),
        _form(note, acts.change, "words", initial=note.text, settled=note.text),
        rx.el.button(
            icon("trash-2"),
            text("tablet.note.take_back"),
            type="button",
            aria_label=naming(text("tablet.note.take_back"), note.text),
            on_click=_act(acts.take_back, {"id": note.id, "behalf": "author"}),
            class_name="button button-warn wide",
        ),
    )


def _answer(note: Any, act: str) -> rx.Component:
    return _form(note, act, "answer", initial="", settled=note.answer) if act else rx.fragment()


def _form(note: Any, act: str, key: str, **of_box: Any) -> rx.Component:
    """A text about a note, which stays in its box until it is stored."""
    keep_as = rx.Var.create(f"{key}.{note.id}").to(str)
    return checked_form(
        # Reflex hoists the submit handler out of the loop: the note has to be a field.
        rx.el.input(type="hidden", name="id", value=note.id),
        rx.el.label(
            rx.el.span(text(f"tablet.note.{key}"), class_name="field-label"),
            kept_textarea("text", keep_as, field_id=keep_as, required=True, **of_box),
            class_name="field",
        ),
        rx.el.button(
            text(f"tablet.note.{key}_store"),
            aria_label=naming(text(f"tablet.note.{key}_store"), note.text),
            class_name="button",
        ),
        on_submit=lambda form: _act(
            act, {"id": text_in(form, "id"), "text": text_in(form, "text"), "behalf": "author"}
        ),
        reset_on_submit=False,
        class_name="stack-tight",
    )


def _act(name: str, payload: dict[str, Any]) -> Any:
    return SCREEN.act(SCREEN.stage.step_id, SCREEN.stage.round, name, payload)
