"""The wall on the tablet: the question, how many wrote, and opening what was written in private.

The notes themselves hang beside it, where they are hidden, let through and shown large.
"""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.wall.options import WRITE
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words


def tablet_panel(screen: Screen) -> rx.Component:
    """What hangs at each table is counted, whoever may read it."""
    face = screen.face
    question, rows = face.question, face.per_table
    return rx.el.section(
        rx.cond(question != "", said(question, rx.el.h2, class_name="lead")),
        rx.el.p(
            words("wall.tablet.writers", writers=face.writers, n=face.people),
            " ",
            words("wall.tablet.notes", n=face.notes),
        ),
        rx.cond(face.is_private, _private(screen)),
        rx.cond(rows.length() > 0, rx.el.ul(rx.foreach(rows, _table), class_name="wall-tables")),
        class_name="stack",
    )


def _private(screen: Any) -> rx.Component:
    is_open = screen.face.is_revealed
    return rx.el.div(
        rx.cond(is_open, icon("lock-open"), icon("lock")),
        rx.el.p(rx.cond(is_open, text("wall.tablet.open"), text("wall.tablet.closed"))),
        rx.cond(is_open, rx.fragment(), _opening(screen)),
        class_name="well wall-private",
    )


def _opening(screen: Any) -> rx.Component:
    """While people write, for as long as it does not stand above the bar already."""
    stage = screen.stage
    return rx.cond(
        screen.face.notes > 0,
        rx.el.button(
            text("wall.cure.open"),
            type="button",
            on_click=screen.act(stage.step_id, stage.round, "open", {}),
            class_name=rx.cond(stage.phase == WRITE, "button until-due", "button"),
        ),
    )


def _table(row: Any) -> rx.Component:
    number, notes = row.table, row.notes
    return rx.el.li(
        table_badge(number, tells_writing=True),
        rx.el.h3(words("wall.tablet.at_table", n=notes)),
        key=number,
        class_name="card wall-table",
    )
