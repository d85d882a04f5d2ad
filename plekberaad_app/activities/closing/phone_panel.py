"""The closing on a phone: what one is going to do oneself, or with whom one can do something."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.ui.said import said
from plekberaad_app.ui.taken_home import (
    first_step,
    fold,
    has_own_step,
    ideas_for,
    keep_button,
    own_step,
)
from plekberaad_app.ui.words import words


def phone_panel(screen: Screen) -> rx.Component:
    """One's own first step, large; who has none reads what others will do, and where they sit."""
    home, last_words = screen.home, screen.face.text
    return rx.el.section(
        rx.foreach(home.wishes, _wish),
        rx.cond(has_own_step(home), _others(home), _to_join(home)),
        rx.cond(last_words != "", said(last_words, class_name="lead closing-words")),
        rx.cond(home.was_there, keep_button(screen.room.code, "button-quiet")),
        class_name="stack",
    )


def _wish(wish: Any) -> rx.Component:
    title = words("closing.phone.my_step")
    return rx.fragment(own_step(wish.step, title, "closing-step"), ideas_for(wish))


def _others(home: Any) -> rx.Component:
    return fold(home.steps, words("phone.closed.all_steps", n=home.steps.length()), first_step)


def _to_join(home: Any) -> rx.Component:
    return rx.cond(
        home.steps.length() > 0,
        rx.el.section(
            rx.el.h2(words("closing.phone.join"), class_name="lead"),
            rx.el.p(words("closing.phone.join_how"), class_name="muted"),
            rx.el.div(rx.foreach(home.steps, first_step), class_name="stack-tight"),
            class_name="stack-tight",
        ),
    )
