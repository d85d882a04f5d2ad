"""The devices of a facilitator: logged in with a password, listed, and logged out."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.name_rules import login_name
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import passwords
from plekberaad_app.features.accounts.reauthentication import require_password
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.logins import UNUSED, length_of, let_in, missing
from plekberaad_app.platform.permissions import Facilitator, require_right


@dataclass(frozen=True, slots=True)
class Login:
    """A logged-in device of a facilitator; `evening` is '' unless it took over that one."""

    id: str
    since: datetime
    is_here: bool
    evening: str


def log_in(name: str, password: str, now: datetime) -> str:
    """A login token for this facilitator, which may still await something (see `halfway`).

    Raises BadInput('login_wrong') and never says whether name or password was wrong.
    """
    with reading() as db:
        facilitator = stored.facilitator_named(db, login_name(name))
    known_hash = facilitator.password_hash if facilitator else ""
    if not passwords.is_right(known_hash, password) or facilitator is None:
        raise BadInput("login_wrong")
    with transaction() as db:
        stored.drop_ended_logins(db, now, UNUSED)
        return let_in(db, facilitator.id, now, awaits=missing(db, facilitator.id))


def log_out(token: str) -> None:
    """Log out this device; an unknown token is not an error."""
    with transaction() as db:
        stored.drop_login(db, key_hash(token))


def devices(facilitator: Facilitator, token: str, now: datetime) -> list[Login]:
    """The facilitator's logged-in devices, where `token` belongs to the one that asks.

    Raises NotAllowed('not_your_library') for a device that took over one evening.
    """
    require_right(facilitator, Action.READ, Resource.LOGIN)
    with reading() as db:
        found = stored.logins_of(db, facilitator.id, now, UNUSED)
        return [
            Login(
                id=_login_id(login.token_hash),
                since=login.expires_at - length_of(login.live_session_id),
                is_here=hmac.compare_digest(login.token_hash, key_hash(token)),
                evening=live_session.title if live_session else "",
            )
            for login, live_session in found
        ]


@audited()
def log_out_device(facilitator: Facilitator, login_id: str, password: str, now: datetime) -> None:
    """Log one of this facilitator's devices out.

    Raises NotFound('login_gone'), NotAllowed, and what `require_password` raises.
    """
    require_right(facilitator, Action.REMOVE, Resource.LOGIN)
    require_password(facilitator, password)
    with transaction() as db:
        for login, _ in stored.logins_of(db, facilitator.id, now, UNUSED):
            if _login_id(login.token_hash) == login_id:
                stored.drop_login(db, login.token_hash)
                return
        # Inside the transaction, so that a refusal is not written to the audit log.
        raise NotFound("login_gone")


def _login_id(token_hash: str) -> str:
    """Identifies a login on its own facilitator's screen; it cannot be used to get in."""
    return token_hash[:16]
