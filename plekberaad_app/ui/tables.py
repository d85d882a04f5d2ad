"""Tables: always colour and number and animal and shape together."""

from typing import Any

import reflex as rx
from reflex_base.vars.number import NumberVar

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import named
from plekberaad_app.ui.tokens import TABLES
from plekberaad_app.ui.words import words, words_of

Number = rx.Var[int] | int


def table_class(number: Number) -> rx.Var[str]:
    """`table-3`: what gives an element its table's colour, animal and shape."""
    return rx.Var.create(f"table-{_index(number) + 1}").to(str)


def table_animal(number: Number) -> rx.Var[str]:
    """The animal's name in the phone's language."""
    return words_of("browser.animal", _index(number) + 1)


def seek_the_animal(number: Number) -> rx.Var[str]:
    """'Zoek de egel.'"""
    return words_of("browser.seek", _index(number) + 1)


def table_badge(
    number: Number, class_name: str = "", *, tells_writing: bool = False
) -> rx.Component:
    """The sign of a table: its animal in white on its colour and shape, with the number.

    One that `tells_writing` has a pencil while somebody there writes, on tablet and projector; for
    a table alone, never beside a person or what somebody wrote.
    """
    return rx.el.span(
        rx.el.i(class_name="badge-animal"),
        rx.el.b(number, class_name="badge-number"),
        *([_pencil()] if tells_writing else []),
        class_name=f"badge {table_class(number)} {class_name}",
        aria_hidden="true",
    )


def _pencil() -> rx.Component:
    return rx.el.span(icon("pencil"), class_name="badge-pencil")


def procession() -> rx.Component:
    """The animals of all tables in a row: warmth for a screen that has little to say."""
    return rx.el.div(
        *(
            rx.el.span(
                rx.el.i(class_name="badge-animal"), class_name=f"badge table-{number}", key=number
            )
            for number in range(1, TABLES + 1)
        ),
        aria_hidden="true",
        class_name="procession",
    )


def table_label(number: Number) -> rx.Component:
    """The sign with 'Tafel 3 · vos' beside it, in the phone's language."""
    name = table_title(number)
    return rx.el.span(table_badge(number), rx.el.b(name), class_name="table-label")


def table_title(number: Number) -> rx.Var[str]:
    """'Tafel 3 · vos'."""
    return words("browser.table_name", number=number, animal=table_animal(number))


def table_map(tables: Any) -> rx.Component:
    """Who sits where: a card for each table with its people's first names."""
    return rx.el.ol(rx.foreach(tables, _table_card), class_name="table-map")


def _table_card(table: Any) -> rx.Component:
    return rx.el.li(
        rx.el.h2(
            table_badge(table.number, tells_writing=True),
            table_title(table.number),
            class_name="table-label",
        ),
        rx.el.ul(
            rx.foreach(table.names, _name),
            class_name="table-names",
        ),
        key=table.number.to(str),
        class_name=f"table-card {table_class(table.number)}",
    )


def _name(name: Any) -> rx.Component:
    return named(name, rx.el.li)


def _index(number: Number) -> NumberVar[int]:
    return ((rx.Var.create(number).to(int) - 1) % TABLES).to(int)
