"""What was typed over from paper: questions while it is time for those, ideas at any other time."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.typed_notes import typed_note, typed_notes


def typed_panel(screen: Any) -> rx.Component:
    """`screen` is the tablet's state class."""
    tables = screen.face["tables"].to(list[dict[str, Any]])
    return rx.cond(
        screen.stage.phase == "questions",
        rx.el.ul(rx.foreach(tables, _questions_at), class_name="stack-tight"),
        typed_notes(screen, "carousel"),
    )


def _questions_at(table: rx.vars.ObjectVar) -> rx.Component:
    number = table["table"].to(int)
    return rx.foreach(
        table["questions"].to(list[dict[str, Any]]).reverse(),
        lambda question: typed_note(
            question["id"],
            number,
            question["text"],
            is_held=question["held"].to(bool),
            is_hidden=question["hidden"].to(bool),
        ),
    )
