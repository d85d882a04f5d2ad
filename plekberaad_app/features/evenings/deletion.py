"""Deleting an evening with a way back: it is gone everywhere at once, and for a day restorable."""

from datetime import datetime

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.retention import KEEP_DELETED
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts, deleted_live_sessions, live_sessions
from plekberaad_app.platform.database.engine import Transaction, database, reading, transaction
from plekberaad_app.platform.permissions import Facilitator, is_in_reach, require_facilitator


@audited("code")
def mark_deleted(facilitator: Facilitator, code: str, now: datetime) -> None:
    """Delete an evening: its code is unknown from now on, and its rehearsals are gone.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), and NotAllowed, also while it is
    running.
    """
    with transaction() as db:
        found = live_sessions.by_code(db, join_codes.normalise(code))
        live_session = live_sessions.change(db, found.id, cast=True)
        require_facilitator(facilitator, live_session, Action.REMOVE, Resource.EVENING)
        if live_session.status is Status.RUNNING:
            raise NotAllowed("evening_running")
        for rehearsal in live_sessions.rehearsals_of(db, live_session.id):
            _drop_rehearsal(db, rehearsal)
        accounts.drop_logins_of(db, live_session.id)
        deleted_live_sessions.mark(db, live_session.id, now)


@audited("code")
def restore(facilitator: Facilitator, code: str) -> LiveSession:
    """The deleted evening with this code is there again, as it was; safe to repeat.

    Raises BadInput('code_unreadable'), NotFound('code_unknown'), NotAllowed.
    """
    readable = join_codes.normalise(code)
    with transaction() as db:
        deleted = deleted_live_sessions.with_code(db, readable)
        found = deleted or live_sessions.by_code(db, readable)
        require_facilitator(facilitator, found, Action.REMOVE, Resource.EVENING)
        return deleted_live_sessions.restore(db, found.id) if deleted else found


def restorable(facilitator: Facilitator) -> list[tuple[LiveSession, datetime]]:
    """The evenings that this facilitator may restore, each with until when."""
    with reading() as db:
        every = deleted_live_sessions.of_library(db, facilitator.library_id)
    return [
        (evening, deleted_at + KEEP_DELETED)
        for evening, deleted_at in every
        if is_in_reach(facilitator, evening)
    ]


def drop_deleted(now: datetime) -> None:
    """Delete for good what was deleted a day ago, with everything in it; safe to repeat."""
    with transaction() as db:
        due = deleted_live_sessions.deleted_before(db, now - KEEP_DELETED)
        for live_session_id in due:
            live_sessions.remove(db, live_session_id)
    if due:
        database().clear_journal()


def _drop_rehearsal(db: Transaction, rehearsal_id: str) -> None:
    live_sessions.change(db, rehearsal_id, cast=True)
    accounts.drop_logins_of(db, rehearsal_id)
    live_sessions.remove(db, rehearsal_id)
