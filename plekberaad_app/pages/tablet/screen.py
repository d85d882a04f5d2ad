"""The tablet's state as its page sees it."""

from typing import Any

from plekberaad_app.live.views import PresenceView
from plekberaad_app.states.tablet import TabletState

# On the class Reflex puts a Var in the place of every field, which no type checker can know.
SCREEN: Any = TabletState

# Who is in: only the tablet may know the names of these fields.
PRESENCE: Any = SCREEN.presence.to(PresenceView)
