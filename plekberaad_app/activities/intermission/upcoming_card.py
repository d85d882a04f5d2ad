"""What comes next, as the screens draw it."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon_named
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import spoken, words


def upcoming_card(upcoming: Any) -> rx.Component:
    """The title of the next step beside its pictogram; nothing after the last step."""
    title, ours, hue = upcoming.title, upcoming.ours, upcoming.hue
    return rx.cond(
        upcoming.sign != "",
        rx.el.div(
            rx.el.span(
                icon_named(upcoming.sign),
                class_name=rx.Var.create(f"phase-sign hue-{hue}").to(str),
                aria_hidden="true",
            ),
            rx.el.div(
                rx.el.p(words("intermission.upcoming"), class_name="small intermission-label"),
                rx.cond(
                    ours != "",
                    rx.el.p(spoken(ours), class_name="intermission-next"),
                    said(title, class_name="intermission-next"),
                ),
            ),
            class_name="intermission-then",
        ),
    )
