"""The front door: the code of the evening, and a small door for facilitators."""

import reflex as rx

from plekberaad_app.components.fields import PostForm
from plekberaad_app.components.shell import start_shell
from plekberaad_app.components.start_code import code_field
from plekberaad_app.components.words import language_switch, words


def start_page() -> rx.Component:
    """Works as a plain form: what is wrong comes back in the address, with the code as typed."""
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
        rx.el.a(
            words("start.facilitator"),
            href="/begeleider",
            class_name="button button-quiet",
            custom_attrs={"reloadDocument": True},
        ),
    )
