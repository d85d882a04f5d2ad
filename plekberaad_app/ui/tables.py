"""Tables: always colour and number and animal and shape together."""

from typing import Any

import reflex as rx
from reflex_base.vars.number import NumberVar

from plekberaad_app.platform.i18n.catalogue import Phrase, phrase
from plekberaad_app.ui.said import named
from plekberaad_app.ui.tokens import TABLES
from plekberaad_app.ui.words import either, filled, words

Number = rx.Var[int] | int

_ANIMALS = [phrase(f"browser.animal.{number}") for number in range(1, TABLES + 1)]
_SEEKING = [phrase(f"browser.seek.{number}") for number in range(1, TABLES + 1)]


def table_class(number: Number) -> rx.Var[str]:
    """`table-3`: what gives an element its table's colour, animal and shape."""
    return rx.Var.create(f"table-{_index(number) + 1}").to(str)


def table_animal(number: Number) -> rx.Var[str]:
    """The animal's name in the phone's language."""
    return either(_of_table(_ANIMALS, number, "nl"), _of_table(_ANIMALS, number, "en"))


def seek_the_animal(number: Number) -> rx.Var[str]:
    """'Zoek de egel.'"""
    return either(_of_table(_SEEKING, number, "nl"), _of_table(_SEEKING, number, "en"))


def table_badge(number: Number, class_name: str = "") -> rx.Component:
    """The sign of a table: its animal in white on its colour and shape, with the number."""
    return rx.el.span(
        rx.el.i(class_name="badge-animal"),
        rx.el.b(number, class_name="badge-number"),
        class_name=f"badge {table_class(number)} {class_name}",
        aria_hidden="true",
    )


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
    name = words("browser.table_name", number=number, animal=table_animal(number))
    return rx.el.span(table_badge(number), rx.el.b(name), class_name="table-label")


def table_title(number: Number) -> rx.Var[str]:
    """'Tafel 3 · vos', for tablet and projector."""
    return filled("browser.table_name", number=number, animal=_of_table(_ANIMALS, number, "nl"))


def table_map(tables: Any) -> rx.Component:
    """Who sits where: a card for each table with its people's first names."""
    return rx.el.ol(rx.foreach(tables, _table_card), class_name="table-map")


def _table_card(table: Any) -> rx.Component:
    return rx.el.li(
        rx.el.h2(table_badge(table.number), table_title(table.number), class_name="table-label"),
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


def _of_table(phrases: list[Phrase], number: Number, language: str) -> rx.Var[str]:
    names = [getattr(each, language) for each in phrases]
    return rx.Var.create(names).to(list[str])[_index(number)]
