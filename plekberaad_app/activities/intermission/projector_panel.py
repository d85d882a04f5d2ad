"""An intermission on the projector: the time for whoever stands with a cup at the other end."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.intermission.upcoming_card import upcoming_card
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.tokens import TABLES

_WORDS = ("minutes", "minute", "soon")


class Bell(rx.Component):
    """Rings with `early` milliseconds left and when `rung` grows, and says that it goes on soon."""

    library = browser_file("bell.jsx")
    tag = "Bell"

    remaining: rx.Var[int]
    running: rx.Var[bool]
    sent: rx.Var[int]
    early: rx.Var[int]
    rung: rx.Var[int]
    audible: rx.Var[bool]
    words: rx.Var[dict[str, Any]]


def projector_panel(screen: Screen) -> rx.Component:
    """The time and what comes next; below them the animals of the tables."""
    face = screen.face
    offer, image = face.offer, face.image
    return rx.el.section(
        fitting(
            _until(face.until),
            rx.cond(offer != "", said(offer, class_name="intermission-offer")),
            _bell(screen),
            class_name="intermission-when",
        ),
        rx.el.div(
            rx.cond(
                image != "",
                rx.el.img(src=f"/beeld/{image}", alt="", class_name="intermission-image"),
            ),
            upcoming_card(face.upcoming),
            class_name="intermission-beside",
        ),
        _animals(screen.tables),
        class_name="intermission",
    )


def _until(until: Any) -> rx.Component:
    return rx.cond(
        until != "",
        rx.fragment(
            rx.el.p(text("intermission.projector.until"), class_name="lead"),
            rx.el.p(until, class_name="intermission-time figures"),
        ),
        rx.el.p(text("intermission.projector.later"), class_name="intermission-later"),
    )


def _bell(screen: Any) -> rx.Component:
    clock, face = screen.clock, screen.face
    return Bell.create(
        remaining=clock.remaining,
        running=clock.is_running,
        sent=clock.sent,
        early=face.bell_at,
        rung=face.rung,
        audible=screen.stage.sound,
        words={name: text(f"intermission.bell.{name}") for name in _WORDS},
    )


def _animals(tables: Any) -> rx.Component:
    """Those of this evening, or all of them as long as nobody sits at a table."""
    everyone = (table_badge(number) for number in range(1, TABLES + 1))
    return rx.el.div(
        rx.cond(
            tables.length() > 0,
            rx.foreach(tables, lambda table: table_badge(table.number)),
            rx.fragment(*everyone),
        ),
        aria_hidden="true",
        class_name="intermission-animals",
    )
