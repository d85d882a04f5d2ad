"""Pairs and trios: who is with whom, and where they find each other."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.said import named
from plekberaad_app.ui.tables import table_badge, table_class, table_label
from plekberaad_app.ui.words import words


def group_map(groups: Any) -> rx.Component:
    """For the whole room: a card for each, with the table where they meet."""
    return rx.el.ol(rx.foreach(groups, _card), class_name="group-map")


def own_group(me: Any) -> rx.Component:
    """For a phone: with whom its person is, and where they find each other."""
    return rx.el.div(
        rx.cond(
            me.partners.length() > 0,
            rx.el.section(
                rx.el.p(words("phone.group.with")),
                rx.el.ul(rx.foreach(me.partners, _name), class_name="group-names"),
                rx.cond(
                    me.sits_at > 0,
                    rx.el.p(words("phone.group.at"), table_label(me.sits_at), class_name="row"),
                ),
                class_name="well stack-tight",
            ),
        ),
        rx.cond(me.is_alone, rx.el.p(words("phone.group.alone"), class_name="well")),
        role="status",
    )


def _card(group: Any) -> rx.Component:
    return rx.el.li(
        rx.cond(group.table > 0, table_badge(group.table)),
        rx.el.ul(rx.foreach(group.names, _name), class_name="group-names"),
        key=group.number.to(str),
        class_name=rx.cond(
            group.table > 0,
            rx.Var.create(f"group-card {table_class(group.table)}").to(str),
            "group-card",
        ),
    )


def _name(name: Any) -> rx.Component:
    return named(name, rx.el.li)
