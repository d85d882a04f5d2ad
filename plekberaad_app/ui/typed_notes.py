"""What was typed over from paper and is stored, each with who can read it."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import how_many_notes
from plekberaad_app.ui.tables import table_badge


def typed_notes(screen: Any, kind: str, *, is_secret: Any) -> rx.Component:
    """What hangs on the wall of this kind of activity, the newest first; `is_secret`: or may not
    yet."""
    return rx.cond(
        how_many_notes(screen) > 0,
        rx.el.ul(rx.foreach(screen.notes.reverse(), _note), class_name="stack-tight"),
        rx.cond(
            is_secret,
            empty_state(text(own_key(kind, "tablet.paper.private"))),
            empty_state(text("tablet.paper.nothing")),
        ),
    )


def _note(note: Any) -> rx.Component:
    return typed_note(note, note.table)


def typed_note(note: Any, table: Any) -> rx.Component:
    """A note or a question of a table; what waits for the facilitator says so."""
    return rx.el.li(
        rx.cond(table > 0, table_badge(table)),
        rx.el.span(note.text),
        rx.cond(
            note.hidden,
            rx.cond(
                note.held,
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
        key=note.id,
        class_name="paper-note",
    )
