"""The facilitator's view of a phone: what a participant sees now, without being counted."""

import reflex as rx

from plekberaad_app.room.phone.page import PHONE_PANELS, doing, loading, over, top, unknown, waiting
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.words import words


def look_along_page() -> rx.Component:
    """The page `/meekijken/<code>`."""
    need_titles_of_steps()
    stage = PhoneState.stage
    shown = rx.match(
        stage.status,
        ("unknown", unknown()),
        ("closed", _looked_at(*over(is_onlooker=True))),
        ("lobby", _looked_at(*waiting())),
        ("running", _looked_at(*doing())),
        loading(),
    )
    return rx.fragment(PHONE_PANELS.ahead(), shown)


def _looked_at(*shown: rx.Component) -> rx.Component:
    """A phone on which nothing can be tapped."""
    return phone_shell(
        rx.el.div(
            icon("eye"),
            rx.el.div(
                rx.el.h1(words("phone.look_along.title"), class_name="small"),
                rx.el.p(words("phone.look_along.what")),
            ),
            class_name="say icon-line",
            role="note",
        ),
        rx.el.div(*shown, class_name="stack", custom_attrs={"inert": True}),
        top=top(),
        ground="phone phone-looked-at",
    )
