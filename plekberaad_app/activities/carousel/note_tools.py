"""What an owner or an author without a phone can do with a note: behind one fold, on the tablet."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import text_in
from plekberaad_app.ui.fields import checked_form, kept_textarea
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words

_SIGNS = {"mark_idea": "hand-helping", "ask_clarification": "message-circle-question-mark"}


def note_tools(note: Any, screen: Any) -> rx.Component:
    """The fold; nothing where owner and author have their own phones.

    `screen` is the tablet's state class.
    """
    reviewers = screen.face["reviewers"].to(dict[str, dict[str, Any]])
    has_reviewer = reviewers.contains(note.table.to_string()) & ~note.hidden
    return rx.cond(
        has_reviewer | note.paper,
        unfolding(
            rx.el.summary(
                icon("chevron-down"),
                text("tablet.note.more"),
                aria_label=words("tablet.note.more_of", note=note.text),
                class_name="button side-note-tool",
            ),
            rx.el.div(
                rx.cond(has_reviewer, _for_owner(note, reviewers[note.table.to_string()], screen)),
                rx.cond(note.paper, _for_author(note, screen)),
                class_name="stack-tight",
            ),
            class_name="side-note-more",
        ),
    )


def _for_owner(note: Any, owner: rx.vars.ObjectVar, screen: Any) -> rx.Component:
    name = owner["name"].to(str)
    return rx.fragment(
        _toggle(
            note, owner, screen, "mark_idea", note.marked, words("tablet.note.mark", owner=name)
        ),
        rx.cond(
            note.answer,
            rx.fragment(),
            _toggle(
                note,
                owner,
                screen,
                "ask_clarification",
                note.asked,
                words("tablet.note.ask", owner=name),
            ),
        ),
    )


def _toggle(
    note: Any, owner: rx.vars.ObjectVar, screen: Any, act: str, is_on: Any, label: Any
) -> rx.Component:
    payload = {"id": note.id, "on": ~is_on, "person": owner["number"]}
    return rx.el.button(
        icon(_SIGNS[act]),
        label,
        type="button",
        aria_label=naming(label, note.text),
        # A note is sent without values that are false, so the word is spelled out.
        aria_pressed=rx.cond(is_on, "true", "false"),
        on_click=_act(screen, act, payload),
        class_name="button wide",
    )


def _for_author(note: Any, screen: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(
            note.asked & ~note.answer.to(bool), _form(note, screen, "answer_idea", "answer", "")
        ),
        _form(note, screen, "change_idea", "words", note.text),
        rx.el.button(
            icon("trash-2"),
            text("tablet.note.take_back"),
            type="button",
            aria_label=naming(text("tablet.note.take_back"), note.text),
            on_click=_act(screen, "take_back_idea", {"id": note.id, "behalf": "author"}),
            class_name="button button-warn wide",
        ),
    )


def _form(note: Any, screen: Any, act: str, key: str, stands: Any) -> rx.Component:
    """A text about a note, which stays in its box until it is stored."""
    keep_as = rx.Var.create(f"{key}.{note.id}").to(str)
    settled = note.answer if act == "answer_idea" else note.text
    return checked_form(
        # Reflex hoists the submit handler out of the loop: the note has to be a field.
        rx.el.input(type="hidden", name="id", value=note.id),
        rx.el.label(
            rx.el.span(text(f"tablet.note.{key}"), class_name="field-label"),
            kept_textarea(
                "text", keep_as, field_id=keep_as, initial=stands, settled=settled, required=True
            ),
            class_name="field",
        ),
        rx.el.button(
            text(f"tablet.note.{key}_store"),
            aria_label=naming(text(f"tablet.note.{key}_store"), note.text),
            class_name="button",
        ),
        on_submit=lambda form: _act(
            screen,
            act,
            {"id": text_in(form, "id"), "text": text_in(form, "text"), "behalf": "author"},
        ),
        reset_on_submit=False,
        class_name="stack-tight",
    )


def _act(screen: Any, name: str, payload: dict[str, Any]) -> Any:
    return screen.act(screen.stage.step_id, screen.stage.round, name, payload)
