"""A new password for an existing facilitator."""

from datetime import datetime

from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.name_rules import login_name
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import passwords
from plekberaad_app.features.accounts.reauthentication import require_password
from plekberaad_app.platform import logins
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database import helpers
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.database.tables import FacilitatorRow
from plekberaad_app.platform.permissions import Facilitator, require_right


def set_password(name: str, password: str) -> None:
    """Give a facilitator a new password, and log out all their devices.

    Devices that took over an evening with a PIN of theirs are logged out too, and their PINs are
    void; so are the links that they handed out to steer an evening. Raises
    NotFound('facilitator_unknown') with `name`, and what `passwords.chosen` raises.
    """
    with reading() as db:
        facilitator = stored.facilitator_named(db, login_name(name))
        if facilitator is None:
            raise NotFound("facilitator_unknown", name=name)
        library = stored.library_name(db, facilitator.library_id)
    password_hash = passwords.chosen(password, facilitator.name, library)
    with transaction() as db:
        _keep(db, facilitator, password_hash)


@audited()
def change_password(facilitator: Facilitator, present: str, password: str, now: datetime) -> str:
    """Change one's own password: returns the token of a new login, which replaces all others.

    Raises NotAllowed, what `require_password` raises, and what `passwords.chosen` raises.
    """
    require_right(facilitator, Action.CHANGE, Resource.LOGIN)
    require_password(facilitator, present)
    password_hash = passwords.chosen(password, facilitator.name, logins.library_of(facilitator))
    with transaction() as db:
        row = stored.facilitator(db, facilitator.id)
        assert row is not None
        _keep(db, row, password_hash)
        return logins.let_in(db, facilitator.id, now)


def _keep(db: Transaction, facilitator: FacilitatorRow, password_hash: str) -> None:
    stored.keep_password(db, facilitator.id, password_hash)
    stored.drop_logins_for(db, facilitator.id)
    stored.void_takeovers_by(db, facilitator.id)
    helpers.drop_stand_ins_of(db, facilitator.id)
