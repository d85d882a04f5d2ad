"""The result of the last tap, on the pages at a desk."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.icons import icon


class InSight(rx.Component):
    """A place for news, announced; it scrolls into sight whenever `told` changes."""

    library = browser_file("in_sight.jsx")
    tag = "InSight"

    told: rx.Var[int]


def told(notice: Any) -> rx.Component:
    """The sentence of what was told, announced; nothing if there is none."""
    return InSight.create(
        rx.cond(
            notice.sentence != "",
            rx.el.p(
                rx.cond(notice.kind == "ok", icon("check"), icon("triangle-alert")),
                notice.sentence,
                class_name=rx.cond(notice.kind == "ok", "desk-told", "alert"),
            ),
        ),
        told=notice.number,
    )
