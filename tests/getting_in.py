"""The first facilitator of a library, who she is by her cookie, and one of another library."""

from datetime import datetime

from plekberaad_app.features.accounts import invitations
from plekberaad_app.platform import logins
from plekberaad_app.platform.permissions import Facilitator
from tests.casting import NOW, PASSWORD


def begin(name: str = "Anna", library: str = "De Linde") -> str:
    """Use the first link; the token of the login."""
    token = invitations.first_invitation(NOW)
    assert token
    return invitations.accept_invitation(token, library, name, PASSWORD, NOW)


def facilitator_of(token: str, now: datetime = NOW) -> Facilitator:
    """Who is behind a token that is good."""
    facilitator = logins.who_steers(token, now)
    assert facilitator
    return facilitator


def other_library() -> Facilitator:
    """Somebody who may steer nothing of the first library."""
    return Facilitator(name="Bea", library_id="other", id="x")
