"""In the view 'tables': who is with whom, and moving one person with two taps."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.at_the_tap import picked_number
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.tables import table_badge, table_class
from plekberaad_app.ui.words import words

_PICKED = "partner"
_NEW = 0


def groups() -> rx.Component:
    """First tap: a person. Second tap: a pair or trio. Nothing in a stop that has none."""
    return rx.cond(
        SCREEN.groups.length() > 0,
        rx.el.section(
            rx.el.h2(text("tablet.groups.title"), class_name="lead"),
            rx.el.p(icon("arrow-left-right"), text("tablet.groups.move"), class_name="row muted"),
            rx.el.div(
                rx.foreach(SCREEN.groups, _group),
                rx.el.div(_here(text("tablet.groups.new"), _NEW)),
                class_name="seating",
            ),
            class_name="stack",
        ),
    )


def _group(group: Any) -> rx.Component:
    return rx.el.section(
        rx.cond(
            group.table > 0,
            rx.el.header(
                table_badge(group.table),
                rx.el.h3(words("tablet.tables.name", table=group.table)),
            ),
        ),
        rx.el.div(
            rx.foreach(group.people, lambda number, place: _seat(number, group.names[place])),
            class_name="seats",
        ),
        rx.cond(
            group.people.length() == 1,
            rx.el.p(icon("info"), text("tablet.groups.alone"), class_name="icon-line small"),
        ),
        _here(text("tablet.groups.here"), group.number),
        key=group.number,
        class_name=rx.Var.create(f"card seating-table {table_class(group.table)}").to(str),
    )


def _seat(number: Any, name: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=_PICKED, value=number, class_name="unseen"),
        name,
        key=number,
        class_name="seat",
    )


def _here(label: str, number: Any) -> rx.Component:
    return rx.el.button(
        label,
        type="button",
        on_click=SCREEN.move_to_group(picked_number(_PICKED), number),
        class_name="button seat-here",
    )
