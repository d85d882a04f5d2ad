"""The wall on the projector: the question, large, and the notes as they come in."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.wall.options import WRITE
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.closed_notes import closed_notes
from plekberaad_app.ui.notes import how_many_notes, newest_note, note_wall
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import words


def projector_panel(screen: Screen) -> rx.Component:
    """Closed notes are not drawn, only counted."""
    return rx.el.section(
        said(screen.face.question, rx.el.h2),
        _shown(screen),
        _count(screen),
        class_name="wall notes-place",
    )


def _shown(screen: Any) -> rx.Component:
    return rx.cond(
        screen.face.is_private,
        closed_notes(
            text("wall.projector.closed"),
            "wall.projector.notes",
            total=screen.face.notes,
            tables=screen.face.per_table,
            count=lambda row: row.notes,
        ),
        rx.cond(
            how_many_notes(screen) > 0,
            _notes(screen),
            empty_state(text("wall.projector.empty"), "sticky-note"),
        ),
    )


def _notes(screen: Any) -> rx.Component:
    """While people write, what came last is told large; the pages go on turning beneath it."""
    is_writing = screen.stage.phase == WRITE
    return rx.fragment(
        rx.cond(is_writing & (how_many_notes(screen) > 1), newest_note(screen)),
        note_wall(screen),
    )


def _count(screen: Any) -> rx.Component:
    """How many notes there are on what hangs here: the wall of one table, or of all."""
    chosen = screen.screen.wall_table
    at_one = rx.foreach(
        screen.face.per_table,
        lambda row: rx.cond(chosen == row.table, _how_many(row.notes)),
    )
    everywhere = _how_many(screen.face.notes)
    return rx.el.p(rx.cond(chosen == 0, everywhere, at_one), class_name="wall-count")


def _how_many(notes: Any) -> rx.Component:
    return rx.fragment(rx.cond(notes > 0, words("wall.projector.notes", n=notes), ""))
