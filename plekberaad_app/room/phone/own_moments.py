"""Moments of this round, right below the task: your idea was chosen, somebody asks you about it."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.own_notes import (
    OwnActs,
    answer_form,
    asked_by,
    chosen_by,
    chosen_line,
    is_waiting,
)
from plekberaad_app.ui.said import said
from plekberaad_app.ui.telling import told


def own_moments(mine: Any, stage: Any, acts: OwnActs) -> rx.Component:
    """Requests come first: somebody is waiting for an answer."""
    return rx.fragment(
        rx.foreach(mine, lambda note: rx.cond(_is_asked(note, stage), _asked(note, stage, acts))),
        rx.foreach(mine, lambda note: rx.cond(_is_chosen(note, stage), _chosen(note))),
    )


def moments_told(mine: Any) -> Any:
    """The same for screen readers, and for a phone that had been put away."""
    asked = mine.map(lambda note: _told("asked", is_waiting(note), asked_by(note), note))
    chosen = mine.map(lambda note: _told("chosen", note.marked, chosen_by(note), note))
    return asked + chosen


def _told(kind: str, holds: Any, sentence: Any, note: Any) -> rx.Var[dict[str, Any]]:
    key = rx.cond(holds, rx.Var.create(f"{kind} {note.id}").to(str), "")
    said = rx.Var.create(f"{sentence} {note.text}").to(str)
    return rx.Var.create(told(key, said, asks=True, leads=True)).to(dict[str, Any])


def _is_asked(note: Any, stage: Any) -> Any:
    return is_waiting(note) & (note.round == stage.round)


def _is_chosen(note: Any, stage: Any) -> Any:
    return note.marked & (note.round == stage.round)


def _asked(note: Any, stage: Any, acts: OwnActs) -> rx.Component:
    return rx.el.article(
        said(note.text, class_name="moment-text"),
        answer_form(note, stage, acts),
        key=note.id,
        class_name="card moment moment-asked",
        custom_attrs={"data-card": note.id},
    )


def _chosen(note: Any) -> rx.Component:
    return rx.el.article(
        icon("star", "moment-star"),
        rx.el.h2(chosen_line(note), class_name="moment-title"),
        said(note.text),
        key=note.id,
        class_name="card moment moment-chosen",
    )
