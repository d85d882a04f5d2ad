"""A phone whose owner is in already: the same person, on the word of who holds it.

It gets the seat, the wish and the turn. What came from the first phone, and what was answered
there, is shown on that phone alone (docs/decisions/0008-already-in.md).
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

# The ids of who is at a phone now in the room with this id.
Present = Callable[[str], Collection[str]]


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask: who is at a phone now, and what this phone answered so far."""

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
    """Whose phone this is too, or None for somebody new.

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
    """Whose phone this is where only its holder says so; else None."""
    hashed = key_hash(visitor.key)
    with reading() as db:
        is_claimed = joined_people.is_claimed(db, hashed)
        return people.by_key(db, visitor.live_session_id, hashed) if is_claimed else None


def _comes_in(db: Transaction, person: Person, now: datetime) -> bool:
    return now - people.joined_at(db, person.id) < ARRIVING
