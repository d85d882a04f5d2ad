"""The front doors: into the evening with its code, as the projector, or as a facilitator."""

import reflex as rx

from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.shell import start_shell
from plekberaad_app.ui.start_code import code_field
from plekberaad_app.ui.words import language_switch, words


def start_page() -> rx.Component:
    """Works as a plain form: errors come back in the address, with the code as typed."""
    return start_shell(
        rx.el.header(
            rx.el.p(words("start.name"), class_name="start-name"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.div(
            rx.el.h1(words("start.heading"), class_name="title"),
            rx.el.p(words("start.intro"), class_name="lead"),
            class_name="stack-tight",
        ),
        PostForm.create(
            code_field(),
            rx.el.button(words("start.join"), type="submit", class_name="button button-main wide"),
            action="/meedoen",
            method="post",
            class_name="stack",
        ),
        rx.el.nav(
            _door("/scherm", "monitor", "start.projector"),
            _door("/begeleider", "tablet", "start.facilitator"),
            aria_label=words("start.other_doors"),
            class_name="doors stack-tight",
        ),
    )


def find_screen_page() -> rx.Component:
    """The page `/scherm`: which evening the projector is to show."""
    return start_shell(
        rx.el.header(
            rx.el.p(words("start.name"), class_name="start-name"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.div(
            rx.el.h1(words("start.screen.heading"), class_name="title"),
            rx.el.p(words("start.screen.intro"), class_name="lead"),
            class_name="stack-tight",
        ),
        PostForm.create(
            code_field("start.screen.code_help", "start.screen.error"),
            rx.el.button(
                words("start.screen.go"), type="submit", class_name="button button-main wide"
            ),
            action="/scherm",
            method="post",
            class_name="stack",
        ),
        rx.el.a(words("start.screen.join"), href="/", class_name="button button-quiet"),
    )


def _door(href: str, symbol: str, key: str) -> rx.Component:
    return rx.el.a(
        icon(symbol),
        words(key),
        href=href,
        class_name="button wide",
        custom_attrs={"reloadDocument": True},
    )
