"""A rehearsal: a copy of an evening beside it, in no list, no count and no report of it."""

from dataclasses import replace
from datetime import datetime, timedelta

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import copied
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts, live_sessions, programmes
from plekberaad_app.platform.database.engine import Transaction, database, transaction
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.join_code import free_code

KEPT = timedelta(hours=12)
"""How long a rehearsal stays that nobody cleared."""


@audited("code")
def begin(facilitator: Facilitator, code: str, now: datetime) -> LiveSession:
    """A rehearsal of the evening with this code; an earlier one of it is deleted.

    From a rehearsal it begins another one of the same evening. Raises BadInput('code_unreadable'),
    NotFound('code_unknown'), NotAllowed.
    """
    with transaction() as db:
        evening = _evening(db, facilitator, code)
        for earlier in live_sessions.rehearsals_of(db, evening.id):
            _remove(db, earlier)
        rehearsal = _copy(db, evening)
        live_sessions.add(db, rehearsal, now)
        steps = copied(programmes.steps(db, evening.id), new_id)
        programmes.replace_steps(db, rehearsal.id, steps)
    return rehearsal


@audited("code")
def clear(facilitator: Facilitator, code: str) -> str:
    """Delete a rehearsal with everything in it, also while it runs; the code of its evening.

    Raises NotFound('code_unknown') for whatever is no rehearsal, NotAllowed.
    """
    with transaction() as db:
        rehearsal = live_sessions.by_code(db, join_codes.normalise(code))
        require_facilitator(facilitator, rehearsal, Action.REMOVE, Resource.EVENING)
        if not rehearsal.rehearses:
            raise NotFound("code_unknown")
        evening = live_sessions.get(db, rehearsal.rehearses)
        _remove(db, rehearsal.id)
    database().clear_journal()
    return evening.code


def drop_old(now: datetime) -> None:
    """Delete rehearsals that nobody cleared, and those of evenings that are gone."""
    with transaction() as db:
        for rehearsal in live_sessions.rehearsals_before(db, now - KEPT):
            _remove(db, rehearsal)


def _evening(db: Transaction, facilitator: Facilitator, code: str) -> LiveSession:
    found = live_sessions.by_code(db, join_codes.normalise(code))
    require_facilitator(facilitator, found, Action.ADD, Resource.EVENING)
    return live_sessions.get(db, found.rehearses) if found.rehearses else found


def _copy(db: Transaction, evening: LiveSession) -> LiveSession:
    """What the evening is about, as before it began, without its people."""
    title = text("rehearsal.title", title=evening.title)
    bare = LiveSession(new_id(), free_code(db), evening.library_id, title)
    return replace(
        bare,
        place=evening.place,
        question=evening.question,
        minutes_available=evening.minutes_available,
        rehearses=evening.id,
    )


def _remove(db: Transaction, rehearsal_id: str) -> None:
    live_sessions.change(db, rehearsal_id, cast=True)
    accounts.drop_logins_of(db, rehearsal_id)
    live_sessions.remove(db, rehearsal_id)
