"""The prepared evening: a library, a logged-in facilitator, a programme."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.features.accounts import invitations
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.rehearsal import Stage
from plekberaad_app.platform import logins
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import programme_edits
from plekberaad_app.room.programmes import programme

TEMPLATE, MINUTES = "short", 50
"""What simulated people play: an evening with two rounds."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An evening to which people come, and the login token with which a browser steers it."""

    stage: Stage
    login: str


def open_evening(now: datetime) -> Opened:
    """Create everything in an empty database; nobody will ever know the password."""
    invitation = invitations.first_invitation(now) or ""
    name, password = text("demo.facilitator"), secrets.token_urlsafe()
    login = invitations.accept_invitation(invitation, text("demo.library"), name, password, now)
    facilitator = logins.require_login(login, now)
    about = About(text("demo.title"), text("demo.place"), text("demo.question"), now, MINUTES)
    made = library_evenings.create(facilitator, about, now, template=TEMPLATE)
    _say_welcome(facilitator, made.code)
    return Opened(Stage(made.id, made.code, facilitator), login)


def _say_welcome(facilitator: Facilitator, code: str) -> None:
    evening = programme(facilitator, code)
    first, *_, last = evening.steps
    for step, said in ((first, text("demo.welcome")), (last, text("demo.closing"))):
        programme_edits.set_options(facilitator, evening.live_session.id, step.id, {"text": said})
