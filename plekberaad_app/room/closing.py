"""Closing an evening: what is known about its people becomes totals, and is deleted."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Kind, Person, habit_counts
from plekberaad_app.platform.database import people, retention
from plekberaad_app.platform.database.engine import Transaction


def wipe_answers(db: Transaction, evening: Evening) -> None:
    """Store totals of kind and habit and delete the answers themselves."""
    retention.keep_totals(db, evening.live_session.id, totals_of(evening.people))
    people.wipe_answers(db, evening.live_session.id)


def totals_of(people: Iterable[Person]) -> dict[str, Any]:
    """What remains of kind and habit when an evening closes: counts of people, JSON-ready."""
    everyone = list(people)
    kinds = Counter(person.kind for person in everyone)
    return {
        "people": len(everyone),
        "residents": kinds[Kind.RESIDENT],
        "professionals": kinds[Kind.PROFESSIONAL],
        "habits": habit_counts(everyone),
    }
