"""The tablet's state as its page sees it."""

from typing import Any

import reflex as rx

from plekberaad_app.room.tablet.state import TabletState
from plekberaad_app.room.views.tablet import PresenceView
from plekberaad_app.ui.fields import kept_input
from plekberaad_app.ui.labelled import labelled
from plekberaad_app.ui.sent_once import SentOnce

# On the class, Reflex replaces every field by a Var, which no type checker can know.
SCREEN: Any = TabletState

# Who is in: only the tablet may know the names of these fields.
PRESENCE: Any = SCREEN.presence.to(PresenceView)


def sent_once(form: str) -> rx.Component:
    """Makes a form keep its contents until the server says that they are stored."""
    return SentOnce.create(keep_as=_kept_as(form), stored=SCREEN.notice.stored)


def kept_line(label: str, name: str, form: str, **props: Any) -> rx.Component:
    """One line in a form with `sent_once`: what is typed survives a reload."""
    box = kept_input(name, _kept_as(form), field_id=f"{form}-{name}", **props)
    return labelled(label, box)


def _kept_as(form: str) -> rx.Var[str]:
    return rx.Var.create(f"tablet.{SCREEN.room.code}.{form}").to(str)
