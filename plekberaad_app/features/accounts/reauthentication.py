"""Asking for the password again, before anything that a stolen login must not be enough for."""

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.accounts import passwords
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.permissions import Facilitator

_per_facilitator = Pace(burst=20, per_second=0.2)


def require_password(facilitator: Facilitator, password: str) -> None:
    """Raise BadInput unless this is the facilitator's password: too_many_tries, password_wrong."""
    if not _per_facilitator.allows(facilitator.id):
        raise BadInput("too_many_tries")
    with reading() as db:
        row = stored.facilitator(db, facilitator.id)
    if not passwords.is_right(row.password_hash if row else "", password):
        raise BadInput("password_wrong")
