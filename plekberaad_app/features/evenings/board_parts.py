"""The noticeboard: the evenings by group, what to search for, and what can be restored."""

from typing import Any

import reflex as rx

from plekberaad_app.features.evenings.evening_card import evening_card
from plekberaad_app.features.evenings.new_evening import PLACE
from plekberaad_app.features.evenings.noticeboard import Group
from plekberaad_app.features.evenings.screens import EVENINGS
from plekberaad_app.features.evenings.state import MAX_SOUGHT, SEARCH_FIELD
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming
from plekberaad_app.ui.words import words

_SEARCH_DELAY_MS = 250


def searching() -> rx.Component:
    """The field to search in and, where the window is narrow, the way to a new evening."""
    return rx.cond(
        EVENINGS.total > 0,
        rx.el.div(
            rx.el.label(text("evenings.search"), html_for=SEARCH_FIELD, class_name="field-label"),
            rx.el.input(
                id=SEARCH_FIELD,
                key=EVENINGS.times_cleared,
                type="search",
                auto_complete="off",
                max_length=MAX_SOUGHT,
                on_change=EVENINGS.search.debounce(_SEARCH_DELAY_MS),
                class_name="input",
            ),
            rx.el.a(
                icon("plus"),
                text("desk.new.title"),
                href=f"#{PLACE}",
                class_name="button desk-jump",
            ),
            role="search",
            class_name="desk-search",
        ),
    )


def board() -> rx.Component:
    """All groups; for somebody who is just starting, what there is to do."""
    return rx.el.div(
        rx.cond(EVENINGS.total > 0, rx.fragment(_nothing_found(), _groups()), _first_evening()),
        rx.cond(EVENINGS.deleted.length() > 0, _deleted()),
        class_name="stack",
    )


def _groups() -> rx.Component:
    return rx.el.div(rx.foreach(EVENINGS.groups, _group), class_name="stack")


def _group(group: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(
            rx.match(
                group.name,
                *((name.value, text(f"evenings.group.{name}")) for name in Group),
                "",
            ),
            class_name="board-heading",
        ),
        rx.el.ul(rx.foreach(group.cards, evening_card), class_name="stack-tight"),
        rx.cond(group.more > 0, _more(group)),
        key=group.name,
        class_name=f"board-group {group.name}",
    )


def _more(group: Any) -> rx.Component:
    return rx.el.button(
        icon("chevron-down"),
        words("evenings.more", n=group.more),
        type="button",
        on_click=EVENINGS.show_more,
        class_name="button board-more",
    )


def _nothing_found() -> rx.Component:
    """Announced to whoever does not see the list change."""
    return rx.el.div(
        rx.cond(
            EVENINGS.groups.length() == 0,
            rx.el.div(
                rx.el.p(words("evenings.search.nothing", sought=EVENINGS.sought)),
                rx.el.button(
                    icon("x"),
                    text("evenings.search.clear"),
                    type="button",
                    on_click=EVENINGS.clear_search,
                    class_name="button",
                ),
                class_name="card board-nothing",
            ),
        ),
        role="status",
    )


def _deleted() -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("evenings.deleted"), class_name="board-heading"),
        rx.el.ul(rx.foreach(EVENINGS.deleted, _deleted_evening), class_name="board-deleted"),
        class_name="board-group",
    )


def _deleted_evening(evening: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(
            rx.el.b(evening.title),
            rx.el.span(words("evenings.deleted.until", until=evening.until), class_name="muted"),
        ),
        rx.el.button(
            icon("undo-2"),
            text("evenings.restore"),
            type="button",
            aria_label=naming(text("evenings.restore"), evening.title),
            on_click=EVENINGS.restore(evening.code),
            class_name="button",
        ),
        key=evening.code,
    )


def _first_evening() -> rx.Component:
    """For somebody who is just starting: what there is to do."""
    steps = ("make", "programme", "projector", "start")
    return rx.el.section(
        rx.el.h2(text("desk.evenings.empty"), class_name="lead"),
        rx.el.ol(
            *(rx.el.li(text(f"desk.evenings.first.{step}")) for step in steps),
            class_name="desk-first-steps",
        ),
        class_name="card stack",
    )
