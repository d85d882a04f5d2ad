"""One evening on the noticeboard."""

from typing import Any

import reflex as rx

from plekberaad_app.features.discovery import parts
from plekberaad_app.features.evenings.screens import EVENINGS
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.handing_on import hand_on_page
from plekberaad_app.ui.icons import icon, icon_named
from plekberaad_app.ui.projector_link import projector_link
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words

_STATUSES = ("lobby", "running", "closed")


def evening_card(evening: Any) -> rx.Component:
    """When and where, what is still to do, the one main button, and the rest folded away."""
    return rx.el.li(
        _leaf(evening.leaf),
        rx.el.div(
            _heading(evening),
            _facts(evening),
            rx.cond(evening.todo.length() > 0, _todo(evening)),
            _ways(evening),
            class_name="board-evening",
        ),
        key=evening.code,
        class_name="card",
    )


def _leaf(leaf: Any) -> rx.Component:
    """The day as a leaf of a calendar, for the eye: the facts say it in words."""
    day = (rx.el.span(leaf.weekday), rx.el.b(leaf.day), rx.el.span(leaf.month))
    return rx.el.div(
        rx.cond(leaf.day != "", rx.fragment(*day), icon("calendar")),
        aria_hidden=True,
        class_name="board-leaf figures",
    )


def _heading(evening: Any) -> rx.Component:
    tags = (
        (status, rx.el.span(text(f"desk.status.{status}"), class_name=f"tag {status}"))
        for status in _STATUSES
    )
    return rx.el.div(
        rx.el.h3(evening.title, class_name="lead"),
        rx.cond(
            evening.is_over & (evening.status != "closed"),
            rx.el.span(text("evenings.not_held"), class_name="tag"),
            rx.match(evening.status, *tags, rx.fragment()),
        ),
        class_name="row between",
    )


def _facts(evening: Any) -> rx.Component:
    return rx.el.p(
        rx.el.span(rx.cond(evening.starts != "", evening.starts, text("evenings.no_date"))),
        rx.el.span(evening.place),
        rx.el.span(text("evenings.code"), " ", rx.el.b(evening.code, class_name="figures")),
        class_name="desk-facts muted",
    )


def _todo(evening: Any) -> rx.Component:
    return rx.el.ul(
        rx.foreach(evening.todo, _todo_line),
        aria_label=text("evenings.todo"),
        class_name="board-todo",
    )


def _todo_line(todo: Any) -> rx.Component:
    """What was done has a tick; what was not is the way to it."""
    done = rx.el.span(icon("check"), rx.el.span(todo.says), class_name="is-done")
    return rx.el.li(
        rx.cond(todo.is_done, done, rx.el.a(icon("square"), todo.says, href=todo.href)),
        key=todo.says,
    )


def _ways(evening: Any) -> rx.Component:
    code = evening.code.to(str).replace(" ", "")
    return rx.el.div(
        rx.el.a(
            icon_named(evening.way.symbol),
            evening.way.says,
            href=evening.way.href,
            class_name="button desk-first",
        ),
        rx.cond(evening.is_over, rx.fragment(), projector_link(code, "button")),
        unfolding(
            rx.el.summary(
                icon("ellipsis"), text("evenings.other_ways"), class_name="button button-quiet"
            ),
            rx.el.div(*_other_ways(evening, code), class_name="row board-other"),
        ),
        class_name="row",
    )


def _other_ways(evening: Any, code: Any) -> tuple[rx.Component, ...]:
    return (
        rx.cond(
            evening.status != "closed",
            rx.fragment(
                _way(f"/voorbereiden/{code}", "list", "desk.to_programme"),
                _way(f"/begeleid/{code}", "tablet", "desk.to_tablet"),
                _way(f"/printen/{code}", "printer", "desk.to_handouts"),
            ),
        ),
        *(draw(evening, code) for draw in parts("desk.evening")),
        _copy(evening),
        _links(evening, code),
        _delete(evening),
    )


def _way(href: rx.Var[str] | str, symbol: str, key: str) -> rx.Component:
    return rx.el.a(icon(symbol), text(key), href=href, class_name="button")


def _copy(evening: Any) -> rx.Component:
    return rx.el.button(
        icon("copy"),
        text("evenings.copy"),
        type="button",
        on_click=EVENINGS.copy(evening.code),
        class_name="button",
    )


def _links(evening: Any, code: Any) -> rx.Component:
    """The links of this evening that somebody passes on: before and during it, or afterwards."""
    return rx.el.details(
        rx.el.summary(icon("share-2"), text("desk.links"), class_name="button"),
        rx.cond(
            evening.status == "closed",
            hand_on_page(text("desk.links.report"), "verslag", code, EVENINGS.address),
            rx.el.div(
                hand_on_page(text("desk.links.join"), "m", code, EVENINGS.address),
                hand_on_page(text("desk.links.projector"), "scherm", code, EVENINGS.address),
                class_name="stack",
            ),
        ),
    )


def _delete(evening: Any) -> rx.Component:
    """Not while it runs: then it would be refused."""
    question = guarded(
        text("desk.delete"),
        words("desk.delete.sure", title=evening.title),
        yes_button(text("desk.delete.yes"), EVENINGS.delete(evening.code)),
    )
    return rx.cond(evening.status == "running", rx.fragment(), question)
