"""How a facilitator gets in: with a password, with the first link, or with a PIN."""

from typing import Any

import reflex as rx

from plekberaad_app.components.fields import PostForm
from plekberaad_app.components.labelled import line
from plekberaad_app.components.refusal import refusal
from plekberaad_app.components.shell import start_shell
from plekberaad_app.i18n.catalogue import text

_LEAST_PASSWORD = 8
_REFUSALS = (
    "login_wrong",
    "too_many_tries",
    "invitation_unknown",
    "name_taken",
    "name_empty",
    "name_too_long",
    "password_too_short",
    "password_too_long",
    "pin_wrong",
    "pin_void",
    "code_unknown",
    "code_unreadable",
    "other",
)


def login_page() -> rx.Component:
    """`/inloggen`: name and password."""
    return _page(
        "login",
        rx.el.input(type="hidden", name="naar", default_value=""),
        _name(),
        _password("current-password"),
        action="/inloggen",
    )


def begin_page() -> rx.Component:
    """`/begin/<token>`: the one-time link makes the library and its first facilitator."""
    return _page(
        "begin",
        line(text("desk.begin.library"), "library_name", max_length=80),
        _name(),
        _password("new-password", min_length=_LEAST_PASSWORD),
    )


def take_over_page() -> rx.Component:
    """`/overnemen/<code>`: the PIN from the first device."""
    return _page(
        "take_over",
        line(
            text("desk.take_over.pin"),
            "pin",
            input_mode="numeric",
            required=True,
            class_name="input code-input",
        ),
    )


def _page(name: str, *fields: rx.Component, action: str = "") -> rx.Component:
    """Without `action` the form goes to the page's own address, which names the token or room."""
    form_props: dict[str, Any] = {"action": action} if action else {}
    return start_shell(
        rx.el.p(text("desk.name"), class_name="start-name"),
        rx.el.div(
            rx.el.h1(text(f"desk.{name}.title"), class_name="title"),
            rx.el.p(text(f"desk.{name}.intro"), class_name="lead"),
            class_name="stack-tight",
        ),
        PostForm.create(
            refusal({code: text(f"desk.refusal.{code}") for code in _REFUSALS}),
            *fields,
            rx.el.button(
                text(f"desk.{name}.send"), type="submit", class_name="button button-main wide"
            ),
            method="post",
            class_name="stack",
            **form_props,
        ),
        rx.el.a(text("desk.to_start"), href="/", class_name="button button-quiet"),
    )


def _name() -> rx.Component:
    return line(
        text("desk.login.name"), "name", max_length=40, required=True, auto_complete="username"
    )


def _password(kind: str, **props: int) -> rx.Component:
    return line(
        text("desk.login.password"),
        "password",
        type="password",
        required=True,
        auto_complete=kind,
        **props,
    )
