"""The view 'tables': dividing the room, and moving one person with two taps."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.groups import groups
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.at_the_tap import fresh_id, picked_number, with_fresh_id
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words


def seating() -> rx.Component:
    """First tap: a person. Second tap: a table."""
    return rx.el.div(
        groups(),
        rx.el.h2(text("tablet.tables.title"), class_name="lead"),
        _make(),
        rx.cond(
            (SCREEN.controls.seating != "") & (SCREEN.tables.length() == 0),
            rx.el.p(SCREEN.controls.seating, class_name="well"),
        ),
        rx.cond(
            SCREEN.tables.length() > 0,
            rx.el.p(icon("arrow-left-right"), text("tablet.tables.move"), class_name="row muted"),
            empty_state(text("tablet.tables.empty")),
        ),
        rx.el.div(
            rx.foreach(SCREEN.tables, _table),
            _standing(),
            class_name="seating",
        ),
        class_name="stack",
    )


def _make() -> rx.Component:
    """The proposal with one tap, another number with three."""
    proposed = SCREEN.controls.proposed_tables
    return rx.el.div(
        rx.cond(
            (SCREEN.tables.length() == 0) & (proposed > 0),
            rx.el.button(
                icon("shuffle"),
                words("tablet.tables.make_proposed", n=proposed),
                type="button",
                on_click=SCREEN.make_tables({"tables": proposed.to_string(), "id": fresh_id()}),
                class_name="button button-main",
            ),
        ),
        _another_number(),
        class_name="row",
    )


def _another_number() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            rx.cond(
                SCREEN.tables.length() > 0,
                text("tablet.tables.again"),
                text("tablet.tables.another"),
            ),
            class_name="button",
        ),
        checked_form(
            line(
                text("tablet.tables.how_many"),
                "tables",
                type="number",
                min=1,
                max=12,
                required=True,
            ),
            rx.el.button(
                icon("shuffle"),
                text("tablet.tables.make"),
                type="submit",
                class_name="button",
            ),
            on_submit=lambda form: SCREEN.make_tables(with_fresh_id(form)),
            reset_on_submit=False,
            class_name="seating-form",
        ),
    )


def _table(card: Any) -> rx.Component:
    return rx.el.section(
        rx.el.header(
            table_badge(card.number, tells_writing=True),
            rx.el.h3(words("tablet.tables.name", table=card.number)),
            rx.el.span(words("tablet.tables.size", n=card.size), class_name="small muted"),
        ),
        _people_at(card.number),
        rx.el.button(
            words("tablet.tables.here", table=card.number),
            type="button",
            on_click=SCREEN.move_person(picked_number("person"), card.number),
            class_name="button seat-here",
        ),
        class_name=rx.Var(f"'card seating-table table-' + {card.number!s}", _var_type=str),
    )


def _standing() -> rx.Component:
    """People who have no table yet."""
    return rx.cond(
        SCREEN.roster.length() > 0,
        rx.el.section(
            rx.el.h3(text("tablet.tables.none")),
            _people_at(0),
            class_name="well seating-none",
        ),
    )


def _people_at(table: int | rx.Var[int]) -> rx.Component:
    return rx.el.div(
        rx.foreach(SCREEN.roster, lambda person: rx.cond(person.table == table, _seat(person))),
        class_name="seats",
    )


def _seat(person: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="person", value=person.number, class_name="unseen"),
        person.shown,
        rx.cond(person.challenge != "", icon("star")),
        key=person.number,
        class_name="seat",
    )
