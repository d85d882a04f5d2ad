"""A phone whose owner is already in: the same person, on the word of whoever holds it.

It gets the seat, the wish and the turn. What came from the first phone, and what was answered
there, is shown only on that phone (docs/decisions/0008-already-in.md).
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.people import Person
from plekberaad_app.core.recognition import (
    ARRIVING,
    Reply,
    namesakes,
    recognised,
    to_ask_about,
)
from plekberaad_app.platform.database import joined_people, people
from plekberaad_app.platform.database.engine import Transaction, reading
from plekberaad_app.platform.permissions import Visitor

# Given the id of a room: the ids of the people whose phone is connected.
Present = Callable[[str], Collection[str]]


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask: who is connected now, and what this phone has answered so far."""

    present: Present
    reply: Reply


def recognise(
    db: Transaction,
    live_session_id: str,
    everyone: Collection[Person],
    name: str,
    asking: Asking,
    now: datetime,
) -> Person | None:
    """Whose second phone this is, or None for somebody new.

    Raises BadInput('namesake': number, table) for what the phone has to ask first.
    """
    called = namesakes(everyone, name)
    present = asking.present(live_session_id) if called else ()
    silent = [each for each in called if each.id not in present and not _comes_in(db, each, now)]
    if same := recognised(silent, asking.reply):
        return same
    if other := to_ask_about(silent, asking.reply):
        raise BadInput("namesake", number=other.number, table=other.table or 0)
    return None


def claimed_by(visitor: Visitor) -> Person | None:
    """Whose phone this is, if we only have its holder's word for it; else None."""
    hashed = key_hash(visitor.key)
    with reading() as db:
        is_claimed = joined_people.is_claimed(db, hashed)
        return people.by_key(db, visitor.live_session_id, hashed) if is_claimed else None


def _comes_in(db: Transaction, person: Person, now: datetime) -> bool:
    return now - people.joined_at(db, person.id) < ARRIVING
