"""Closing an evening: what is known about its people becomes totals, and is deleted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any

from plekberaad_app.activities.contract.capabilities import KeepsPrivate
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Kind, Person, habit_counts
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database import contributions, erasures, people, retention
from plekberaad_app.platform.database.engine import Transaction


def wipe(db: Transaction, evening: Evening, now: datetime) -> None:
    """Wipe what must not outlive an evening, in the version in which it closes.

    `evening` is as it was before: its answers become totals, and what people kept private
    (`KeepsPrivate`) is gone.
    """
    _wipe_answers(db, evening)
    _wipe_private(db, evening, now)


def _wipe_answers(db: Transaction, evening: Evening) -> None:
    retention.keep_totals(db, evening.live_session.id, totals_of(evening.people))
    people.wipe_answers(db, evening.live_session.id)


def _wipe_private(db: Transaction, evening: Evening, now: datetime) -> None:
    """A backup that still has it does not bring it back."""
    wiped = [item for step in evening.steps for item in _private(evening, step)]
    live_session = evening.live_session
    shells = [replace(item, author="", payload={}, withdrawn=True) for item in wiped]
    contributions.save(db, live_session.id, live_session.version, shells)
    erasures.add(db, erasures.CONTRIBUTION, (item.id for item in wiped), now)


def _private(evening: Evening, step: Step) -> Iterator[Contribution]:
    activity = activity_of(step.kind)
    kinds = activity.private if isinstance(activity, KeepsPrivate) else ()
    return chain.from_iterable(evening.board.of_step(step.id, kind) for kind in sorted(kinds))


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
