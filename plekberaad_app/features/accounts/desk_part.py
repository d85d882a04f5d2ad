"""On the desk: the devices on which a facilitator is logged in, and a colleague to invite."""

from typing import Any

import reflex as rx

from plekberaad_app.features.accounts.desk_state import AccountDeskState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import OWN_LOGIN
from plekberaad_app.ui.entrance import password_field
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.handing_on import hand_on_link
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.told import told
from plekberaad_app.ui.unsaved import unsent_foot
from plekberaad_app.ui.words import words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
ACCOUNT: Any = AccountDeskState


def logins() -> rx.Component:
    """The devices on which the facilitator is logged in, each to log out."""
    return rx.cond(
        ACCOUNT.logins.length() > 0,
        rx.el.section(
            rx.el.h2(text("desk.logins.title"), class_name="lead"),
            rx.el.p(text("desk.logins.how")),
            rx.el.ul(rx.foreach(ACCOUNT.logins, _login), class_name="stack"),
            rx.cond(ACCOUNT.answers == "logins", told(ACCOUNT.notice)),
            rx.el.a(icon("lock"), text("desk.logins.own"), href=OWN_LOGIN, class_name="button"),
            class_name="card stack",
        ),
    )


def _login(login: Any) -> rx.Component:
    since = rx.el.span(words("desk.logins.since", moment=login.since))
    return rx.el.li(
        rx.el.p(_where(login), since, class_name="desk-facts"),
        rx.cond(login.is_here, rx.fragment(), _log_out(login)),
        key=login.id,
    )


def _where(login: Any) -> rx.Component:
    """On this device, on another, or of somebody who stands in for an evening."""
    stand_in = rx.el.b(words("desk.logins.stand_in", title=login.evening))
    elsewhere = rx.el.b(text("desk.logins.elsewhere"))
    return rx.cond(
        login.is_here,
        rx.el.b(text("desk.logins.here")),
        rx.cond(login.evening != "", stand_in, elsewhere),
    )


def _log_out(login: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(icon("log-out"), text("desk.log_out"), class_name="button"),
        _with_password(
            ACCOUNT.log_out,
            rx.el.input(type="hidden", name="login_id", value=login.id),
            password_field(),
            unsent_foot(rx.el.button(text("desk.log_out"), type="submit", class_name="button")),
        ),
    )


def invite() -> rx.Component:
    """A one-time link for a colleague."""
    return rx.el.section(
        rx.el.h2(text("desk.invite.title"), class_name="lead"),
        rx.el.p(text("desk.invite.how")),
        rx.cond(
            ACCOUNT.invite_link != "",
            hand_on_link(text("desk.invite.link"), ACCOUNT.invite_link, ACCOUNT.invite_qr),
        ),
        rx.cond(ACCOUNT.answers == "invite", told(ACCOUNT.notice)),
        _with_password(
            ACCOUNT.invite,
            password_field(),
            unsent_foot(
                rx.el.button(
                    icon("user-plus"), text("desk.invite.send"), type="submit", class_name="button"
                )
            ),
        ),
        class_name="card stack",
    )


def _with_password(handler: Any, *fields: rx.Component) -> rx.Component:
    """A form for something that asks for the password again, which the form does not keep."""
    return checked_form(*fields, on_submit=handler, reset_on_submit=True, class_name="stack")
