"""What was typed over from paper and is stored, each with who can read it."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import how_many_notes
from plekberaad_app.ui.tables import table_badge


def typed_notes(screen: Any, kind: str) -> rx.Component:
    """What hangs on the wall of this kind of activity, the newest first."""
    face = screen.face
    return rx.cond(
        how_many_notes(screen) > 0,
        rx.el.ul(rx.foreach(screen.notes.reverse(), _note), class_name="stack-tight"),
        rx.cond(
            face["is_private"].to(bool) & ~face["is_revealed"].to(bool),
            empty_state(text(own_key(kind, "tablet.paper.private"))),
            empty_state(text("tablet.paper.nothing")),
        ),
    )


def _note(note: Any) -> rx.Component:
    return typed_note(
        note.id, note.table, note.text, is_held=note.held != "", is_hidden=note.hidden
    )


def typed_note(
    note_id: Any, table: Any, said: Any, *, is_held: rx.Var[bool], is_hidden: rx.Var[bool]
) -> rx.Component:
    """One of them; what waits for the facilitator says so."""
    return rx.el.li(
        rx.cond(table > 0, table_badge(table)),
        rx.el.span(said),
        rx.cond(
            is_hidden,
            rx.cond(
                is_held,
                rx.el.span(
                    icon("hourglass"),
                    text("tablet.paper.is_held"),
                    class_name="icon-line paper-state paper-waits",
                ),
                rx.el.span(
                    icon("check"), text("tablet.paper.is_hidden"), class_name="stored paper-state"
                ),
            ),
            rx.el.span(icon("check"), text("tablet.paper.is_stored"), class_name="stored"),
        ),
        key=note_id,
        class_name="paper-note",
    )
