"""The tablet's state as its page sees it."""

from typing import Any

import reflex as rx

from plekberaad_app.components.fields import kept_input
from plekberaad_app.components.labelled import labelled
from plekberaad_app.components.sent_once import SentOnce
from plekberaad_app.live.views import PresenceView
from plekberaad_app.states.tablet import TabletState

# On the class Reflex puts a Var in the place of every field, which no type checker can know.
SCREEN: Any = TabletState

# Who is in: only the tablet may know the names of these fields.
PRESENCE: Any = SCREEN.presence.to(PresenceView)


def sent_once() -> rx.Component:
    """Makes a form keep what is in it until the server says that it is stored."""
    told = SCREEN.notice
    return SentOnce.create(stored=rx.cond(told.kind == "error", "", told.id))


def kept_line(label: str, name: str, form: str, **props: Any) -> rx.Component:
    """One line in a form with `sent_once`: what is typed outlives the page."""
    keep_as = rx.Var.create(f"tablet.{SCREEN.room.code}.{form}").to(str)
    return labelled(label, kept_input(name, keep_as, field_id=f"{form}-{name}", **props))
