"""Who is behind a facilitator's cookie: logins as every part of the program reads them."""

from contextlib import suppress
from datetime import datetime, timedelta

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database import audit_entries, helpers, second_factors
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.database.errors import AWAY
from plekberaad_app.platform.database.tables import AuditEntryRow, FacilitatorRow, LoginRow
from plekberaad_app.platform.http.cookie_names import cookie_name
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.tokens import new_token

COOKIE = "plekberaad_begeleider"
LOGIN = timedelta(days=14)
TAKEOVER_LOGIN = timedelta(hours=24)
# How long somebody may take to find the app.
HALFWAY = timedelta(minutes=15)
# Longer than an evening with everything before and after it; by the next morning it is over.
UNUSED = timedelta(hours=12)
# So that not every tap on a tablet writes to the database.
USE_NOTED_EVERY = timedelta(minutes=5)


def cookie() -> str:
    """The name of the cookie that holds a login's token."""
    return cookie_name(COOKIE)


def who_steers(token: str, now: datetime) -> Facilitator | None:
    """Who is behind this cookie; None when it is unknown or has ended. Counts as use."""
    found = _open_login(token, now)
    if found is None or found[0].awaits:
        return None
    _note_use(found[0], now)
    return _facilitator(*found)


def halfway(token: str, now: datetime) -> tuple[Facilitator, str]:
    """Who gave a right password, and what is still missing: '', 'code' or 'set_up'.

    Raises NotAllowed('not_logged_in').
    """
    found = _open_login(token, now)
    if found is None:
        raise NotAllowed("not_logged_in")
    return _facilitator(*found), found[0].awaits


def has_ended(token: str, now: datetime) -> bool:
    """Whether nobody is behind this cookie any more; asking this does not count as use."""
    found = _open_login(token, now)
    return found is None or bool(found[0].awaits)


def require_login(token: str, now: datetime) -> Facilitator:
    """Who is behind this cookie; raises NotAllowed('not_logged_in')."""
    facilitator = who_steers(token, now)
    if facilitator is None:
        raise NotAllowed("not_logged_in")
    return facilitator


def library_of(facilitator: Facilitator) -> str:
    """The name of the facilitator's library."""
    with reading() as db:
        return stored.library_name(db, facilitator.library_id)


def let_in(
    db: Transaction,
    facilitator_id: str,
    now: datetime,
    live_session_id: str | None = None,
    awaits: str = "",
    helper_id: str | None = None,
) -> str:
    """The token of a new login; only for one evening if that is given, and for as long as the link
    of this helper is good."""
    token = new_token()
    stored.add(
        db,
        LoginRow(
            token_hash=key_hash(token),
            facilitator_id=facilitator_id,
            live_session_id=live_session_id,
            expires_at=now + (HALFWAY if awaits else length_of(live_session_id)),
            used_at=now,
            awaits=awaits,
            helper_id=helper_id,
        ),
    )
    if not awaits:
        write_down(db, facilitator_id, now, live_session_id)
    return token


def write_down(
    db: Transaction, facilitator_id: str, now: datetime, live_session_id: str | None = None
) -> None:
    """Write to the audit log that somebody logged in."""
    audit_entries.add(
        db,
        AuditEntryRow(
            library_id=stored.library_of(db, facilitator_id),
            facilitator_id=facilitator_id,
            live_session_id=live_session_id or "",
            what="take_over" if live_session_id else "log_in",
            done_at=now,
        ),
    )


def missing(db: Transaction, facilitator_id: str) -> str:
    """What is needed besides a right password: 'code', 'set_up', or '' for nothing."""
    if second_factors.is_on(db, facilitator_id):
        return "code"
    return "set_up" if settings().require_second_factor else ""


def length_of(live_session_id: str | None) -> timedelta:
    """How long a login lasts; one for a single evening is shorter."""
    return TAKEOVER_LOGIN if live_session_id else LOGIN


def _facilitator(login: LoginRow, row: FacilitatorRow) -> Facilitator:
    return Facilitator(
        name=_helpers_name(login) or row.name,
        library_id=row.library_id,
        live_session_id=login.live_session_id or "",
        id=row.id,
    )


def _helpers_name(login: LoginRow) -> str:
    """What somebody is called who came in by a link that the facilitator handed out."""
    if login.helper_id is None:
        return ""
    with reading() as db:
        return helpers.name_of(db, login.helper_id)


def _open_login(token: str, now: datetime) -> tuple[LoginRow, FacilitatorRow] | None:
    if not token:
        return None
    with reading() as db:
        return stored.login(db, key_hash(token), now, UNUSED)


def _note_use(login: LoginRow, now: datetime) -> None:
    if now - login.used_at < USE_NOTED_EVERY:
        return
    # If we know who it is, they may go on even while nothing can be stored.
    with suppress(*AWAY), transaction() as db:
        stored.note_use(db, login.token_hash, now)
