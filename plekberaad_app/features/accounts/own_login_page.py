"""`/mijn-login`: the facilitator's own password, and the code that goes with it."""

from typing import Any

import reflex as rx

from plekberaad_app.features.accounts import passwords
from plekberaad_app.features.accounts.own_login_state import OwnLoginState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.entrance import new_password_field, password_field, refusals
from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.told import told

# On the class, Reflex replaces every field by a Var, which no type checker can know.
OWN: Any = OwnLoginState


def own_login_page() -> rx.Component:
    """One card for each of the things with which somebody proves who they are."""
    return desk_shell(
        rx.el.h1(text("own_login.title"), class_name="title"),
        rx.cond(OWN.must_set_up, rx.el.p(text("own_login.must_set_up"), class_name="lead")),
        told(OWN.notice),
        rx.el.div(
            _second_factor(),
            rx.cond(OWN.must_set_up, rx.fragment(), _password()),
            class_name="desk-halves",
        ),
        top=rx.el.p(OWN.facilitator_name, class_name="desk-who"),
    )


def _second_factor() -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("own_login.second_factor.title"), class_name="lead"),
        rx.cond(
            OWN.recovery_codes.length() > 0,
            _recovery_codes(),
            rx.cond(OWN.has_second_factor, _off(), rx.cond(OWN.key != "", _set_up(), _begin())),
        ),
        class_name="card stack",
    )


def _begin() -> rx.Component:
    return _form(
        OWN.begin,
        rx.el.p(text("own_login.second_factor.how")),
        password_field(),
        _send("own_login.second_factor.begin"),
    )


def _set_up() -> rx.Component:
    return rx.fragment(
        rx.el.p(text("own_login.second_factor.scan")),
        rx.el.img(src=OWN.qr, alt=text("own_login.second_factor.qr"), class_name="desk-qr"),
        rx.el.p(text("own_login.second_factor.or_type")),
        rx.el.p(OWN.key, class_name="desk-link figures"),
        _form(OWN.confirm, _code(), _send("own_login.second_factor.confirm")),
    )


def _recovery_codes() -> rx.Component:
    return rx.fragment(
        rx.el.p(text("own_login.second_factor.recovery")),
        rx.el.ul(
            rx.foreach(OWN.recovery_codes, lambda code: rx.el.li(code, key=code)),
            class_name="desk-link figures",
        ),
        rx.el.a(
            text("own_login.second_factor.kept"),
            href="/voorbereiden",
            class_name="button button-main wide",
        ),
    )


def _off() -> rx.Component:
    return rx.fragment(
        rx.el.p(text("own_login.second_factor.is_on")),
        rx.el.details(
            rx.el.summary(text("own_login.second_factor.off"), class_name="button button-quiet"),
            _form(
                OWN.end,
                password_field(),
                _code(),
                _send("own_login.second_factor.off", "button button-warn"),
            ),
        ),
    )


def _code() -> rx.Component:
    return line(text("desk.code.code"), "code", required=True, auto_complete="one-time-code")


def _send(key: str, class_name: str = "button button-main wide") -> rx.Component:
    return rx.el.button(text(key), type="submit", class_name=class_name)


def _form(handler: Any, *fields: rx.Component) -> rx.Component:
    return checked_form(*fields, on_submit=handler, reset_on_submit=True, class_name="stack")


def _password() -> rx.Component:
    return PostForm.create(
        rx.el.h2(text("own_login.password.title"), class_name="lead"),
        rx.el.p(text("own_login.password.how")),
        refusals(),
        password_field("present", text("own_login.password.present")),
        new_password_field(text("own_login.password.new"), passwords.LEAST),
        _send("own_login.password.send"),
        action="/mijn-login/wachtwoord",
        method="post",
        class_name="card stack",
    )
