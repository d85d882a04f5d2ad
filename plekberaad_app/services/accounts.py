"""Facilitators: invited by a link, logged in with a password, or taking over with a PIN."""

import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Self

from plekberaad_app.domain import codes
from plekberaad_app.domain.authorship import key_hash
from plekberaad_app.domain.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.domain.rights import Action, Thing
from plekberaad_app.services import passwords
from plekberaad_app.services.naming import cleaned_name
from plekberaad_app.services.permission import Driver, require_driver, require_right
from plekberaad_app.services.recording import recorded
from plekberaad_app.services.tokens import new_id, new_token, signature
from plekberaad_app.store import accounts as stored
from plekberaad_app.store import deeds, live_sessions
from plekberaad_app.store.database import Transaction, reading, transaction
from plekberaad_app.store.errors import NameTaken
from plekberaad_app.store.tables import DeedRow, FacilitatorRow, InvitationRow, LibraryRow, LoginRow

COOKIE = "plekberaad_begeleider"
MOST_NAME = 40
MOST_LIBRARY_NAME = 80
INVITATION = timedelta(hours=24)
LOGIN = timedelta(days=14)
TAKEOVER_LOGIN = timedelta(hours=24)
PIN_LIFE = timedelta(minutes=30)
PIN_DIGITS = 6
PIN_TRIES = 5


def first_invitation(now: datetime) -> str | None:
    """A one-time token for the first facilitator, valid for 24 hours; None once there is one."""
    with transaction() as db:
        if stored.has_facilitator(db):
            return None
        return _invite(db, None, now)


@recorded()
def invite(driver: Driver, now: datetime) -> str:
    """A one-time token for a colleague of the same library; raises NotAllowed."""
    require_right(driver, Action.CHANGE, Thing.LIBRARY)
    with transaction() as db:
        return _invite(db, driver.library_id, now)


def invite_to(library_id: str | None, now: datetime) -> str:
    """A one-time token for a facilitator of this library; None: of a new one."""
    with transaction() as db:
        return _invite(db, library_id, now)


def invitation_library(token: str, now: datetime) -> str | None:
    """The library a link invites to, '' when it makes a new one, None when the link is no good."""
    with reading() as db:
        invitation = stored.open_invitation(db, key_hash(token), now)
        if invitation is None:
            return None
        return stored.library_name(db, invitation.library_id) if invitation.library_id else ""


def accept_invitation(
    token: str, library_name: str, name: str, password: str, now: datetime
) -> str:
    """Become a facilitator and be logged in at once: the login token.

    The library's name only counts for the first facilitator. Raises NotFound('invitation_unknown'),
    BadInput: name_taken, name_empty, name_too_long, password_too_short, password_too_long.
    """
    name = cleaned_name(name, MOST_NAME)
    password_hash = passwords.hashed(password)
    try:
        with transaction() as db:
            library_id = _accept(db, key_hash(token), library_name, now)
            facilitator = FacilitatorRow(
                id=new_id(),
                library_id=library_id,
                name=name,
                login_name=_login_name(name),
                password_hash=password_hash,
                created_at=now,
            )
            stored.add_facilitator(db, facilitator)
            return _log_in(db, facilitator.id, None, now, LOGIN)
    except NameTaken:
        raise BadInput("name_taken") from None


def log_in(name: str, password: str, now: datetime) -> str:
    """The login token of this facilitator; raises BadInput('login_wrong') and never says which."""
    with reading() as db:
        facilitator = stored.facilitator_named(db, _login_name(name))
    known_hash = facilitator.password_hash if facilitator else ""
    if not passwords.is_right(known_hash, password) or facilitator is None:
        raise BadInput("login_wrong")
    with transaction() as db:
        stored.drop_expired_logins(db, now)
        return _log_in(db, facilitator.id, None, now, LOGIN)


def log_out(token: str) -> None:
    """Forget this device; an unknown token is no error."""
    with transaction() as db:
        stored.drop_login(db, key_hash(token))


def set_password(name: str, password: str) -> None:
    """Give a facilitator another password, and log out every device that spoke for them.

    Who took over an evening from them is logged out as well. Raises NotFound('facilitator_unknown')
    with `name`, BadInput: password_too_short, password_too_long.
    """
    password_hash = passwords.hashed(password)
    with transaction() as db:
        facilitator = stored.facilitator_named(db, _login_name(name))
        if facilitator is None:
            raise NotFound("facilitator_unknown", name=name)
        stored.keep_password(db, facilitator.id, password_hash)
        stored.drop_logins_for(db, facilitator.id)


@dataclass(frozen=True, slots=True)
class Login:
    """A device that speaks for a facilitator; `evening` is '' unless it took over that one."""

    id: str
    since: datetime
    is_here: bool
    evening: str


def logins(driver: Driver, token: str, now: datetime) -> list[Login]:
    """The devices that speak for this facilitator, `token` being the one that asks.

    Raises NotAllowed('not_your_library') for a device that took over one evening.
    """
    require_right(driver, Action.LOOK, Thing.LOGIN)
    with reading() as db:
        found = stored.logins_of(db, driver.facilitator_id, now)
        return [
            Login(
                id=_login_id(login.token_hash),
                since=login.expires_at - (TAKEOVER_LOGIN if login.live_session_id else LOGIN),
                is_here=hmac.compare_digest(login.token_hash, key_hash(token)),
                evening=live_session.title if live_session else "",
            )
            for login, live_session in found
        ]


@recorded()
def log_out_device(driver: Driver, login_id: str, now: datetime) -> None:
    """Log one of this facilitator's devices out; raises NotFound('login_gone'), NotAllowed."""
    require_right(driver, Action.REMOVE, Thing.LOGIN)
    with transaction() as db:
        for login, _ in stored.logins_of(db, driver.facilitator_id, now):
            if _login_id(login.token_hash) == login_id:
                stored.drop_login(db, login.token_hash)
                return
        # Inside, so that nothing of it is written down.
        raise NotFound("login_gone")


def who_drives(token: str, now: datetime) -> Driver | None:
    """Who is behind this cookie; None when it is unknown or its time is over."""
    if not token:
        return None
    with reading() as db:
        found = stored.login(db, key_hash(token), now)
    if found is None:
        return None
    login, facilitator = found
    return Driver(
        name=facilitator.name,
        library_id=facilitator.library_id,
        live_session_id=login.live_session_id or "",
        facilitator_id=facilitator.id,
    )


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


@recorded()
def make_takeover_pin(driver: Driver, live_session_id: str, now: datetime) -> str:
    """Six digits with which another device may drive this live session for the next half hour.

    An earlier PIN is void from now on. Raises NotFound, NotAllowed('not_your_library').
    """
    pin = "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))
    with transaction() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_driver(driver, live_session, Action.ADD, Thing.STAND_IN)
        offer = _Offer(
            PIN_TRIES, now + PIN_LIFE, driver.facilitator_id, _pin_hash(live_session_id, pin)
        )
        stored.keep_takeover(db, live_session_id, offer.packed())
    return pin


def take_over(code: str, pin: str, now: datetime) -> str:
    """A login token limited to this live session.

    Raises BadInput: code_unreadable, pin_wrong (left); NotFound('code_unknown');
    NotAllowed('pin_void') when there is no PIN, or after 5 wrong tries.
    """
    code = codes.normalise(code)
    digits = "".join(pin[:40].split())
    with transaction() as db:
        live_session_id = live_sessions.by_code(db, code).id
        offer = _Offer.unpacked(stored.takeover(db, live_session_id))
        if offer is None or not offer.is_open(now):
            raise NotAllowed("pin_void")
        if hmac.compare_digest(offer.pin_hash, _pin_hash(live_session_id, digits)):
            return _log_in(db, offer.facilitator_id, live_session_id, now, TAKEOVER_LOGIN)
        # No error inside the transaction: the try has to stay counted.
        offer = replace(offer, tries_left=offer.tries_left - 1)
        stored.keep_takeover(db, live_session_id, offer.packed())
    raise BadInput("pin_wrong", left=offer.tries_left)


@dataclass(frozen=True, slots=True)
class _Offer:
    """A PIN that was given out, as it stands in the database."""

    tries_left: int
    expires_at: datetime
    facilitator_id: str
    pin_hash: str

    def is_open(self, now: datetime) -> bool:
        return self.tries_left > 0 and now < self.expires_at

    def packed(self) -> str:
        expires = int(self.expires_at.timestamp())
        return f"{self.tries_left}:{expires}:{self.facilitator_id}:{self.pin_hash}"

    @classmethod
    def unpacked(cls, text: str) -> Self | None:
        if not text:
            return None
        tries_left, expires, facilitator_id, pin_hash = text.split(":")
        expires_at = datetime.fromtimestamp(int(expires), UTC)
        return cls(int(tries_left), expires_at, facilitator_id, pin_hash)


def _pin_hash(live_session_id: str, pin: str) -> str:
    # Six digits would be guessed from a plain hash; without our key this one cannot be.
    return signature("pin", live_session_id, pin).hex()


def _invite(db: Transaction, library_id: str | None, now: datetime) -> str:
    token = new_token()
    stored.add(
        db,
        InvitationRow(
            token_hash=key_hash(token), library_id=library_id, expires_at=now + INVITATION
        ),
    )
    return token


def _accept(db: Transaction, token_hash: str, library_name: str, now: datetime) -> str:
    invitation = stored.open_invitation(db, token_hash, now)
    if invitation is None or not stored.use_invitation(db, token_hash, now):
        raise NotFound("invitation_unknown")
    if invitation.library_id:
        return invitation.library_id
    stored.drop_first_invitations(db)
    library = LibraryRow(
        id=new_id(), name=cleaned_name(library_name, MOST_LIBRARY_NAME), created_at=now
    )
    stored.add(db, library)
    return library.id


def _log_in(
    db: Transaction,
    facilitator_id: str,
    live_session_id: str | None,
    now: datetime,
    length: timedelta,
) -> str:
    token = new_token()
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
    stored.add(
        db,
        LoginRow(
            token_hash=key_hash(token),
            facilitator_id=facilitator_id,
            live_session_id=live_session_id,
            expires_at=now + length,
        ),
    )
    return token


def _login_id(token_hash: str) -> str:
    """Names a login on the screen of its own facilitator; nobody gets in with it."""
    return token_hash[:16]


def _login_name(name: str) -> str:
    return "".join(filter(str.isprintable, name[: 4 * MOST_NAME])).strip().casefold()
