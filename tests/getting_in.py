"""The first facilitator of a library, who she is by her cookie, and one of another library."""

from datetime import datetime

from plekberaad_app.features.accounts import invitations
from plekberaad_app.platform import logins
from plekberaad_app.platform.permissions import Driver
from tests.casting import NOW, PASSWORD


def begin(name: str = "Anna", library: str = "De Linde") -> str:
    """Use the first link; the token of the login."""
    token = invitations.first_invitation(NOW)
    assert token
    return invitations.accept_invitation(token, library, name, PASSWORD, NOW)


def driver_of(token: str, now: datetime = NOW) -> Driver:
    """Who is behind a token that is good."""
    driver = logins.who_steers(token, now)
    assert driver
    return driver


def other_library() -> Driver:
    """Somebody who may drive nothing of the first library."""
    return Driver(name="Bea", library_id="other", facilitator_id="x")
