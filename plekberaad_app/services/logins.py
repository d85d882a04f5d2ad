"""The devices that speak for a facilitator: logged in by a password, listed, and logged out."""

import hmac
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from plekberaad_app.domain.authorship import key_hash
from plekberaad_app.domain.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.domain.rights import Action, Thing
from plekberaad_app.services import passwords
from plekberaad_app.services.cookie_names import cookie_name
from plekberaad_app.services.naming import login_name
from plekberaad_app.services.permission import Driver, require_right
from plekberaad_app.services.proving import require_password
from plekberaad_app.services.recording import recorded
from plekberaad_app.services.tokens import new_token
from plekberaad_app.settings import settings
from plekberaad_app.store import accounts as stored
from plekberaad_app.store import deeds, second_factors
from plekberaad_app.store.database import Transaction, reading, transaction
from plekberaad_app.store.errors import AWAY
from plekberaad_app.store.tables import DeedRow, FacilitatorRow, LoginRow

COOKIE = "plekberaad_begeleider"
LOGIN = timedelta(days=14)
TAKEOVER_LOGIN = timedelta(hours=24)
# How long somebody may look for the app.
HALFWAY = timedelta(minutes=15)
# Longer than an evening with all that comes before and after; by the next morning it is over.
UNUSED = timedelta(hours=12)
# So that not every tap on a tablet is a write.
USE_NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Login:
    """A device that speaks for a facilitator; `evening` is '' unless it took over that one."""

    id: str
    since: datetime
    is_here: bool
    evening: str


def cookie() -> str:
    """The name of the cookie that holds a login's token."""
    return cookie_name(COOKIE)


def log_in(name: str, password: str, now: datetime) -> str:
    """The login token of this facilitator, which may still await something (see `halfway`).

    Raises BadInput('login_wrong') and never says which.
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
    """Forget this device; an unknown token is no error."""
    with transaction() as db:
        stored.drop_login(db, key_hash(token))


def devices(driver: Driver, token: str, now: datetime) -> list[Login]:
    """The devices that speak for this facilitator, `token` being the one that asks.

    Raises NotAllowed('not_your_library') for a device that took over one evening.
    """
    require_right(driver, Action.LOOK, Thing.LOGIN)
    with reading() as db:
        found = stored.logins_of(db, driver.facilitator_id, now, UNUSED)
        return [
            Login(
                id=_login_id(login.token_hash),
                since=login.expires_at - _length(login.live_session_id),
                is_here=hmac.compare_digest(login.token_hash, key_hash(token)),
                evening=live_session.title if live_session else "",
            )
            for login, live_session in found
        ]


@recorded()
def log_out_device(driver: Driver, login_id: str, password: str, now: datetime) -> None:
    """Log one of this facilitator's devices out.

    Raises NotFound('login_gone'), NotAllowed, and what `require_password` raises.
    """
    require_right(driver, Action.REMOVE, Thing.LOGIN)
    require_password(driver, password)
    with transaction() as db:
        for login, _ in stored.logins_of(db, driver.facilitator_id, now, UNUSED):
            if _login_id(login.token_hash) == login_id:
                stored.drop_login(db, login.token_hash)
                return
        # Inside, so that nothing of it is written down.
        raise NotFound("login_gone")


def who_drives(token: str, now: datetime) -> Driver | None:
    """Who is behind this cookie; None when it is unknown or has ended. It counts as use."""
    found = _open_login(token, now)
    if found is None or found[0].awaits:
        return None
    _note_use(found[0], now)
    return _driver(*found)


def halfway(token: str, now: datetime) -> tuple[Driver, str]:
    """Who gave a right password, and what is still missing: '', 'code' or 'set_up'.

    Raises NotAllowed('not_logged_in').
    """
    found = _open_login(token, now)
    if found is None:
        raise NotAllowed("not_logged_in")
    return _driver(*found), found[0].awaits


def has_ended(token: str, now: datetime) -> bool:
    """Whether nobody is behind this cookie any more; to ask is no use of it."""
    found = _open_login(token, now)
    return found is None or bool(found[0].awaits)


def require_login(token: str, now: datetime) -> Driver:
    """Who is behind this cookie; raises NotAllowed('not_logged_in')."""
    driver = who_drives(token, now)
    if driver is None:
        raise NotAllowed("not_logged_in")
    return driver


def library_of(driver: Driver) -> str:
    """The name of the driver's library."""
    with reading() as db:
        return stored.library_name(db, driver.library_id)


def let_in(
    db: Transaction,
    facilitator_id: str,
    now: datetime,
    live_session_id: str | None = None,
    awaits: str = "",
) -> str:
    """The token of a new login; of one evening alone if that is given."""
    token = new_token()
    stored.add(
        db,
        LoginRow(
            token_hash=key_hash(token),
            facilitator_id=facilitator_id,
            live_session_id=live_session_id,
            expires_at=now + (HALFWAY if awaits else _length(live_session_id)),
            used_at=now,
            awaits=awaits,
        ),
    )
    if not awaits:
        write_down(db, facilitator_id, now, live_session_id)
    return token


def write_down(
    db: Transaction, facilitator_id: str, now: datetime, live_session_id: str | None = None
) -> None:
    """Write down that somebody got in."""
    deeds.add(
        db,
        DeedRow(
            library_id=stored.library_of(db, facilitator_id),
            facilitator_id=facilitator_id,
            live_session_id=live_session_id or "",
            what="take_over" if live_session_id else "log_in",
            done_at=now,
        ),
    )


def missing(db: Transaction, facilitator_id: str) -> str:
    """What a right password is not enough for: 'code', 'set_up', or '' when it is."""
    if second_factors.is_on(db, facilitator_id):
        return "code"
    return "set_up" if settings().require_second_factor else ""


def _driver(login: LoginRow, facilitator: FacilitatorRow) -> Driver:
    return Driver(
        name=facilitator.name,
        library_id=facilitator.library_id,
        live_session_id=login.live_session_id or "",
        facilitator_id=facilitator.id,
    )


def _open_login(token: str, now: datetime) -> tuple[LoginRow, FacilitatorRow] | None:
    if not token:
        return None
    with reading() as db:
        return stored.login(db, key_hash(token), now, UNUSED)


def _note_use(login: LoginRow, now: datetime) -> None:
    if now - login.used_at < USE_NOTED_EVERY:
        return
    # Who can be known may go on while nothing can be stored.
    with suppress(*AWAY), transaction() as db:
        stored.note_use(db, login.token_hash, now)


def _length(live_session_id: str | None) -> timedelta:
    return TAKEOVER_LOGIN if live_session_id else LOGIN


def _login_id(token_hash: str) -> str:
    """Names a login on the screen of its own facilitator; nobody gets in with it."""
    return token_hash[:16]
