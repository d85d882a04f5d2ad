"""What an owner without a phone does with a note of their table, on the tablet."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.manifest import NoteTools
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.words import words

_SIGNS = {"mark_idea": "hand-helping", "ask_clarification": "message-circle-question-mark"}


def has_owner(note: Any, screen: Any) -> rx.Var[bool]:
    """Whether the owner of this table goes through the notes now and has no phone."""
    return _owners(screen).contains(note.table.to_string()) & ~note.hidden


def for_owner(note: Any, screen: Any) -> rx.Component:
    """Choosing the idea, and asking about it."""
    owner = _owners(screen)[note.table.to_string()]
    name = owner.name
    mark = words("carousel.note.mark", owner=name)
    ask = words("carousel.note.ask", owner=name)
    return rx.fragment(
        _toggle(note, owner, screen, "mark_idea", note.marked, mark),
        rx.cond(
            note.answer,
            rx.fragment(),
            _toggle(note, owner, screen, "ask_clarification", note.asked, ask),
        ),
    )


def _owners(screen: Any) -> Any:
    return screen.face.reviewers


def _toggle(note: Any, owner: Any, screen: Any, act: str, is_on: Any, label: Any) -> rx.Component:
    payload = {"id": note.id, "on": ~is_on, "person": owner.number}
    return rx.el.button(
        icon(_SIGNS[act]),
        label,
        type="button",
        aria_label=naming(label, note.text),
        # A note is sent without values that are false, so the word is spelled out.
        aria_pressed=rx.cond(is_on, "true", "false"),
        on_click=screen.act(screen.stage.step_id, screen.stage.round, act, payload),
        class_name="button wide",
    )


NOTE_TOOLS = NoteTools(has_owner, for_owner)
