"""The projector while people come in: how to get in, and who is there already."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import way_in
from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import procession, table_class
from plekberaad_app.ui.words import words


def arrivals(screen: Any) -> rx.Component:
    """`screen` is the projector's state class. Everybody gets an animal, and nothing else about
    them is shown."""
    room = screen.room
    return rx.el.main(
        way_in(room),
        rx.el.section(_about(room), _who(screen.arrived), class_name="arrivals-who"),
        _beginning(room),
        class_name="arrivals",
    )


def _about(room: Any) -> rx.Component:
    title = said(room.title, rx.el.h1, class_name="title")
    asked = rx.fragment(
        said(room.title, class_name="evening-title"),
        said(room.question, rx.el.h1, class_name="title"),
    )
    return rx.el.header(rx.cond(room.question != "", asked, title))


def _who(arrived: Any) -> rx.Component:
    listed = rx.el.ul(rx.foreach(arrived, _arrival), class_name="arrivals-list")
    return rx.cond(
        arrived.length() > 0,
        rx.fragment(
            rx.el.h2(text("projector.arrived"), class_name="lead"),
            fitting(listed, least=0.3),
        ),
        rx.fragment(
            rx.el.p(text("projector.arrive"), class_name="arrivals-invited"),
            procession(),
        ),
    )


def _beginning(room: Any) -> rx.Component:
    return rx.cond(
        room.begins != "",
        rx.el.p(words("projector.begins", time=room.begins), class_name="arrivals-begins"),
    )


def _arrival(person: Any) -> rx.Component:
    return rx.el.li(
        rx.el.i(class_name="badge-animal", aria_hidden="true"),
        named(person.name),
        key=person.number.to(str),
        class_name=f"arrival {table_class(person.sign)}",
    )
