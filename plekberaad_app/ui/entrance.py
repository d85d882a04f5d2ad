"""How a facilitator gets in: a title, what it is for, and one plain form."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.refusal import refusal
from plekberaad_app.ui.shell import start_shell

_REFUSALS = (
    "login_wrong",
    "not_your_library",
    "too_many_tries",
    "invitation_unknown",
    "name_taken",
    "name_empty",
    "name_too_long",
    "password_too_short",
    "password_too_long",
    "password_easy",
    "password_wrong",
    "code_wrong",
    "not_logged_in",
    "pin_wrong",
    "pin_void",
    "code_unknown",
    "code_unreadable",
    "not_stored",
    "other",
)


def entrance(title: Any, intro: Any, below: Any) -> rx.Component:
    """The page: what it is, and `below` what to do."""
    return start_shell(
        rx.el.p(text("desk.name"), class_name="start-name"),
        rx.el.div(
            rx.el.h1(title, class_name="title"),
            rx.el.p(intro, class_name="lead"),
            class_name="stack-tight",
        ),
        below,
        rx.el.a(text("desk.to_start"), href="/", class_name="button button-quiet"),
    )


def entrance_form(send: Any, *fields: rx.Component, action: str = "") -> rx.Component:
    """Without `action` the form goes to the page's own address, which names the token or room."""
    form_props: dict[str, Any] = {"action": action} if action else {}
    return PostForm.create(
        refusals(),
        *fields,
        rx.el.button(send, type="submit", class_name="button button-main wide"),
        method="post",
        class_name="stack",
        **form_props,
    )


def refusals() -> rx.Component:
    """Why the form came back, above the fields."""
    return refusal({code: text(f"desk.refusal.{code}") for code in _REFUSALS})


def name_field(most: int) -> rx.Component:
    """The name with which a facilitator logs in."""
    return line(
        text("desk.login.name"), "name", max_length=most, required=True, auto_complete="username"
    )


def password_field(name: str = "password", label: str = "") -> rx.Component:
    """A field for an existing password."""
    return line(
        label or text("desk.login.password"),
        name,
        type="password",
        required=True,
        auto_complete="current-password",
    )


def new_password_field(label: str, least: int) -> rx.Component:
    """A field for a new password of at least so many characters, with what makes a good one."""
    field = line(
        label,
        "password",
        type="password",
        required=True,
        auto_complete="new-password",
        min_length=least,
    )
    return rx.el.div(
        field, rx.el.p(text("desk.password.how"), class_name="field-help"), class_name="stack-tight"
    )
