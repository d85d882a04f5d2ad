"""`/mijn-login`: the password of who is logged in."""

from typing import Any

import reflex as rx

from plekberaad_app.components.entrance import new_password_field, password_field, refusals
from plekberaad_app.components.fields import PostForm
from plekberaad_app.components.icons import icon
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.desk import desk_shell
from plekberaad_app.pages.preparing.told import told
from plekberaad_app.services import passwords
from plekberaad_app.states.own_login import OwnLoginState

# On the class Reflex puts a Var in the place of every field, which no type checker can know.
OWN: Any = OwnLoginState


def own_login_page() -> rx.Component:
    """One card for each thing with which somebody shows who they are."""
    return desk_shell(
        rx.el.h1(text("own_login.title"), class_name="title"),
        told(OWN.notice),
        rx.el.div(_password(), class_name="desk-halves"),
        top=rx.fragment(
            rx.el.p(OWN.driver_name, class_name="desk-who"),
            rx.el.a(
                icon("list"),
                text("own_login.to_evenings"),
                href="/voorbereiden",
                class_name="button",
            ),
        ),
    )


def _password() -> rx.Component:
    return PostForm.create(
        rx.el.h2(text("own_login.password.title"), class_name="lead"),
        rx.el.p(text("own_login.password.how")),
        refusals(),
        password_field("present", text("own_login.password.present")),
        new_password_field(text("own_login.password.new"), passwords.LEAST),
        rx.el.button(
            text("own_login.password.send"), type="submit", class_name="button button-main wide"
        ),
        action="/mijn-login/wachtwoord",
        method="post",
        class_name="card stack",
    )
