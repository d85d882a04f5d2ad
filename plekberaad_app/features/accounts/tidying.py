"""Deleting logins and links of which nobody makes use any more."""

from datetime import datetime

from plekberaad_app.platform.database import accounts
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.logins import UNUSED


def forget_unused(now: datetime) -> None:
    """Delete expired links, and logins that ended or were not used for half a day."""
    with transaction() as db:
        accounts.drop_ended_logins(db, now, UNUSED)
        accounts.drop_expired_invitations(db, now)
