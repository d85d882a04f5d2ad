"""What was typed over from paper: questions while it is time for those, ideas at any other time."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.ui.typed_notes import typed_note, typed_notes


def typed_panel(screen: Screen) -> rx.Component:
    """The newest first."""
    face = screen.face
    return rx.cond(
        screen.stage.phase == "questions",
        rx.el.ul(rx.foreach(face.tables, _questions_at), class_name="stack-tight"),
        typed_notes(screen, "carousel", is_secret=face.is_private & ~face.is_revealed),
    )


def _questions_at(table: Any) -> rx.Component:
    return rx.foreach(table.questions.reverse(), lambda question: typed_note(question, table.table))
