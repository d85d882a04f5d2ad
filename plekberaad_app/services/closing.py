"""Closing an evening: what is known about its people becomes totals, and is wiped."""

from plekberaad_app.domain.evening import Evening
from plekberaad_app.services.reporting import totals_of
from plekberaad_app.store import people, retention
from plekberaad_app.store.database import Transaction


def wipe_answers(db: Transaction, evening: Evening) -> None:
    """Keep totals of kind and habit and forget the answers themselves."""
    retention.keep_totals(db, evening.live_session.id, totals_of(evening.people))
    people.wipe_answers(db, evening.live_session.id)
