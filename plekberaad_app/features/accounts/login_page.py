"""How a facilitator gets in: with a password, or with a PIN."""

import reflex as rx

from plekberaad_app.core import name_rules
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import CODE
from plekberaad_app.ui.entrance import (
    entrance,
    entrance_form,
    name_field,
    password_field,
)
from plekberaad_app.ui.labelled import line


def login_page() -> rx.Component:
    """`/inloggen`: name and password."""
    return _page(
        "login",
        rx.el.input(type="hidden", name="naar", default_value=""),
        name_field(name_rules.MAX_NAME),
        password_field(),
        action="/inloggen",
    )


def code_page() -> rx.Component:
    """`/inloggen/code`: the code from the app, after the password."""
    return _page(
        "code",
        rx.el.input(type="hidden", name="naar", default_value=""),
        line(
            text("desk.code.code"),
            "code",
            input_mode="text",
            required=True,
            auto_complete="one-time-code",
            auto_focus=True,
            class_name="input code-input",
        ),
        action=CODE,
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
    return entrance(
        text(f"desk.{name}.title"),
        text(f"desk.{name}.intro"),
        entrance_form(text(f"desk.{name}.send"), *fields, action=action),
    )
