"""The page for an address that does not exist."""

import reflex as rx

from plekberaad_app.ui.shell import start_shell
from plekberaad_app.ui.words import language_switch, words


def not_found_page() -> rx.Component:
    """Says so, and shows the way back."""
    return start_shell(
        rx.el.header(
            rx.el.p(words("start.name"), class_name="start-name"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.h1(words("start.lost.title"), class_name="title"),
        rx.el.p(words("start.lost.advice"), class_name="lead"),
        rx.el.a(words("start.lost.home"), href="/", class_name="button button-main"),
    )
