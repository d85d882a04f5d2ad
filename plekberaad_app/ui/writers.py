"""That people are writing: a line on a phone, a pencil at the tables of the large screens.

A box tells it by itself (`idea_box.writing_box`), a table by `table_badge(…, tells_writing=True)`.
"""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words


class Writers(rx.Component):
    """One line, empty while nobody but this phone's person writes."""

    library = browser_file("writers.jsx")
    tag = "Writers"

    count: rx.Var[int]
    words: rx.Var[dict[str, Any]]


def writers_line(count: Any, table: Any) -> rx.Component:
    """How many write at this table, where 0 is no table, in words; `count` as it is told."""
    said = {
        name: rx.cond(
            table > 0, words(f"phone.writers.{name}.table"), words(f"phone.writers.{name}")
        )
        for name in ("somebody", "people")
    }
    return Writers.create(count=count, words=said)


def writing_tables(tables: Any) -> rx.Component:
    """Draws nothing; stands before all that has tables, whose signs get a pencil by it."""
    return rx.el.i(
        hidden=True, custom_attrs={"data-tables": tables.join(" ")}, class_name="writing-tables"
    )
