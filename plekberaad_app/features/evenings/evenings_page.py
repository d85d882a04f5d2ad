"""`/voorbereiden`: the evenings of the library, a new one, and a colleague to invite."""

import reflex as rx

from plekberaad_app.features.discovery import parts
from plekberaad_app.features.evenings.board_parts import board, searching
from plekberaad_app.features.evenings.new_evening import new_evening
from plekberaad_app.features.evenings.screens import EVENINGS
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import with_styles
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.told import told


def preparing_page() -> rx.Component:
    """On the left the board and below it what is rarely needed; on the right a new evening."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(text("desk.evenings.title"), class_name="title"),
            searching(),
            class_name="desk-title",
        ),
        rx.cond(EVENINGS.answers == "", told(EVENINGS.notice)),
        *_parts("desk.first"),
        rx.el.div(
            rx.el.div(
                board(),
                rx.el.div(*_parts("desk.seldom"), class_name="desk-seldom"),
                class_name="stack",
            ),
            rx.el.div(new_evening(), *_parts("desk"), class_name="stack"),
            class_name="desk-halves desk-board",
        ),
        top=rx.fragment(_who(), _log_out()),
    )


def _who() -> rx.Component:
    """Whose desk it is: the library, and who is logged in."""
    who = rx.el.span(EVENINGS.facilitator_name)
    return rx.el.p(EVENINGS.library_name, who, class_name="desk-who")


def _log_out() -> rx.Component:
    button = rx.el.button(icon("log-out"), text("desk.log_out"), type="submit", class_name="button")
    return PostForm.create(button, action="/uitloggen", method="post")


def _parts(held_as: str) -> list[rx.Component]:
    """What other features offer for this place."""
    return [with_styles(draw)() for draw in parts(held_as)]
