"""The result of the last tap, on the pages at a desk."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon


def told(notice: Any) -> rx.Component:
    """The sentence of what was told, announced; nothing if there is none."""
    return rx.el.div(
        rx.cond(
            notice.sentence != "",
            rx.el.p(
                rx.cond(notice.kind == "ok", icon("check"), icon("triangle-alert")),
                notice.sentence,
                class_name=rx.cond(notice.kind == "ok", "desk-told", "alert"),
            ),
        ),
        role="status",
    )
