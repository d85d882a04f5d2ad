"""Closing an evening: what is known about people becomes totals, and is wiped."""

from datetime import datetime, timedelta

from plekberaad_app.domain.evening import Evening
from plekberaad_app.services.reporting import totals_of
from plekberaad_app.store import live_sessions, people
from plekberaad_app.store.database import Transaction, transaction

KEEP_NAMES = timedelta(hours=24)


def wipe_answers(db: Transaction, evening: Evening) -> None:
    """Keep totals of kind and habit and forget the answers themselves (product.md, data, 2)."""
    live_sessions.keep_totals(db, evening.live_session.id, totals_of(evening.people))
    people.wipe_answers(db, evening.live_session.id)


def forget_people(now: datetime) -> int:
    """Forget names and keys of every room that closed a day ago; answers how many rooms."""
    with transaction() as db:
        closed = live_sessions.closed_before(db, now - KEEP_NAMES)
        for live_session_id in closed:
            live_sessions.change(db, live_session_id, cast=True)
            people.forget_people(db, live_session_id)
        return len(closed)
