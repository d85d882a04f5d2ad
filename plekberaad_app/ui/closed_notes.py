"""On the projector: notes that nobody may read yet. What is written stays closed; it is counted."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import table_badge, table_class
from plekberaad_app.ui.words import words


def closed_notes(
    sentence: str, told: str, *, total: Any, tables: Any, count: Callable[[Any], Any]
) -> rx.Component:
    """That it is closed, and how much there is: the `count` of each of these tables, or in all.

    `told` is the key of a text about `n` of them.
    """
    return rx.el.div(
        rx.el.p(icon("lock", "closed-lock"), sentence, class_name="closed-said"),
        rx.cond(
            tables.length() > 0,
            fitting(
                rx.el.ol(
                    rx.foreach(tables, lambda each: _table(each.table, count(each), told)),
                    class_name="closed-tables",
                )
            ),
            rx.cond(total > 0, rx.el.p(words(told, n=total), class_name="closed-total figures")),
        ),
        class_name="closed",
    )


def _table(table: Any, count: Any, told: str) -> rx.Component:
    return rx.el.li(
        table_badge(table, tells_writing=True),
        rx.el.b(rx.cond(count > 0, words(told, n=count), "…"), class_name="figures"),
        key=table,
        class_name=f"closed-table {table_class(table)}",
    )
