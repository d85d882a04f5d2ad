"""`/begin/<token>`: the one-time link, for the first facilitator or for a colleague."""

import reflex as rx

from plekberaad_app.core import name_rules
from plekberaad_app.features.accounts import invitations, passwords
from plekberaad_app.features.accounts.begin_state import BeginState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.entrance import (
    entrance,
    entrance_form,
    name_field,
    new_password_field,
)
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.words import words


def begin_page() -> rx.Component:
    """A colleague is asked for a name and a password; the first one names the library too."""
    invitation = BeginState.invitation
    library = line(
        text("desk.begin.library"),
        "library_name",
        max_length=invitations.MAX_LIBRARY_NAME,
        required=True,
    )
    return entrance(
        text("desk.begin.title"),
        rx.match(
            invitation.status,
            ("first", text("desk.begin.first")),
            ("colleague", words("desk.begin.colleague", library=invitation.library)),
            ("void", text("desk.refusal.invitation_unknown")),
            text("desk.begin.loading"),
        ),
        rx.match(
            invitation.status,
            ("first", _form(library)),
            ("colleague", _form()),
            rx.fragment(),
        ),
    )


def _form(*before: rx.Component) -> rx.Component:
    return entrance_form(
        text("desk.begin.send"),
        *before,
        name_field(name_rules.MAX_NAME),
        new_password_field(text("desk.login.password"), passwords.LEAST),
    )
