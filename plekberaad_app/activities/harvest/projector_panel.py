"""A harvest on the projector: how far the tables are, then what they tell, one by one."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.harvest.options import CHOOSE
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import Density, note_pager, part_of
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import table_badge, table_class, table_title
from plekberaad_app.ui.words import words

_EVERYTHING = (Density(2, 1, 2), Density(2, 2, 1.6), Density(3, 2, 1.3), Density(3, 3, 1.1))


def projector_panel(screen: Screen) -> rx.Component:
    """Nothing of what a table chose is shown before it is told."""
    return rx.cond(screen.stage.phase == CHOOSE, _tables(screen.face), _telling(screen))


def _tables(face: Any) -> rx.Component:
    asked = rx.cond(face.question != "", face.question, text("harvest.projector.question"))
    return rx.el.section(
        said(asked, rx.el.h2),
        fitting(rx.el.ol(rx.foreach(face.per_table, _table), class_name="harvest-tables")),
        class_name="wall",
    )


def _table(row: Any) -> rx.Component:
    progress = rx.cond(
        row.sits_out & (row.brought == 0),
        text("harvest.projector.sits_out"),
        words("harvest.projector.brought", n=row.brought),
    )
    return rx.el.li(
        table_badge(row.table, tells_writing=True),
        rx.el.span(table_title(row.table), class_name="unseen"),
        rx.el.span(progress),
        key=row.table,
        class_name=rx.cond(row.brought > 0, "harvest-table has-brought", "harvest-table"),
    )


def _telling(screen: Any) -> rx.Component:
    face = screen.face
    return rx.cond(
        face.out_of == 0,
        rx.el.section(empty_state(text("harvest.projector.nothing"), "wheat"), class_name="wall"),
        rx.cond(face.shown.id != "", _one(face), _all(screen)),
    )


def _one(face: Any) -> rx.Component:
    item = face.shown
    place = words("harvest.projector.place", place=face.place, most=face.out_of)
    return rx.el.section(
        rx.el.article(
            rx.el.header(
                table_badge(item.table),
                rx.el.b(table_title(item.table)),
                rx.el.span(place, class_name="figures harvest-place"),
                class_name="harvest-head",
            ),
            said(item.about, class_name="harvest-about"),
            fitting(said(item.text, class_name="harvest-words"), class_name="harvest-fit"),
            _hearts(item, text("harvest.projector.invite")),
            key=item.id,
            class_name=f"harvest-one {table_class(item.table)}",
        ),
        class_name="wall",
    )


def _hearts(item: Any, otherwise: Any) -> rx.Component:
    """How many people it touches, as soon as there are enough to say so."""
    return rx.el.p(
        icon("heart"),
        rx.cond(item.hearts > 0, words("harvest.projector.hearts", n=item.hearts), otherwise),
        class_name=rx.cond(item.hearts > 0, "harvest-hearts has-hearts", "harvest-hearts"),
    )


def _all(screen: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("harvest.projector.all")),
        note_pager(
            rx.foreach(screen.face.everything, _card),
            name=part_of(screen.stage),
            densities=_EVERYTHING,
        ),
        class_name="wall",
    )


def _card(item: Any) -> rx.Component:
    return rx.el.article(
        rx.el.header(
            table_badge(item.table),
            rx.cond(
                item.hearts > 0,
                rx.el.b(icon("heart"), item.hearts, class_name="figures harvest-count"),
            ),
            class_name="harvest-head",
        ),
        said(item.text, class_name="note-text"),
        key=item.id,
        class_name=f"harvest-card {table_class(item.table)}",
        custom_attrs={"data-note": item.id},
    )
