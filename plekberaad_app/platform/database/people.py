"""Participants and their challenges, from rows to core types and back."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, delete, select

from plekberaad_app.core.people import Challenge, Habit, Kind, Person
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.joined_people import forget_keys, owner_of_key
from plekberaad_app.platform.database.tables import ChallengeRow, ParticipantKeyRow, ParticipantRow

# Columns, not entities, and statements are made once: these run for every idea and every check-in.
_IN_ROOM = core_select(
    *ParticipantRow.__table__.columns  # pyright: ignore[reportAttributeAccessIssue]
).where(col(ParticipantRow.live_session_id) == bindparam("room"))
_EVERYONE = _IN_ROOM.order_by(col(ParticipantRow.number))
_BY_KEY = _IN_ROOM.where(col(ParticipantRow.key_hash) == bindparam("hash"))
_BY_ID = _IN_ROOM.where(col(ParticipantRow.id) == bindparam("person"))
_ADD = insert(ParticipantRow.__table__)  # pyright: ignore[reportAttributeAccessIssue]
_CHALLENGES = (
    core_select(
        *ChallengeRow.__table__.columns  # pyright: ignore[reportAttributeAccessIssue]
    )
    .where(col(ChallengeRow.live_session_id) == bindparam("room"))
    .order_by(col(ChallengeRow.created_at), col(ChallengeRow.id))
)


def of_live_session(db: Session, live_session_id: str) -> tuple[Person, ...]:
    """Everyone in the room, in order of arrival."""
    rows = db.connection().execute(_EVERYONE, {"room": live_session_id})
    return tuple(_from_row(row) for row in rows)


def by_key(db: Session, live_session_id: str, key_hash: str) -> Person | None:
    """The person whose key has this hash, or None when they are not (or no longer) in this room."""
    wanted = {"room": live_session_id, "hash": key_hash}
    row = db.connection().execute(_BY_KEY, wanted).first()
    if row is None and (known := owner_of_key(db, key_hash)):
        row = db.connection().execute(_BY_ID, {"room": live_session_id, "person": known}).first()
    return _from_row(row) if row else None


def joined_at(db: Session, person_id: str) -> datetime:
    """When a person came in."""
    return db.get_one(ParticipantRow, person_id, populate_existing=True).joined_at


def add(
    db: Transaction, live_session_id: str, person: Person, key_hash: str | None, now: datetime
) -> None:
    """Store a new person; `key_hash` is None for somebody without a phone."""
    row = {
        "id": person.id,
        "live_session_id": live_session_id,
        "number": person.number,
        "key_hash": key_hash,
        "joined_at": now,
        "has_phone": person.has_phone,
        **_answers(person),
    }
    db.connection().execute(_ADD, row)


def save(db: Transaction, people: Iterable[Person]) -> None:
    """Store changed people: their answers, seats and who they sit with."""
    for person in people:
        db.execute(
            update(ParticipantRow)
            .where(col(ParticipantRow.id) == person.id)
            .values(_answers(person))
            .execution_options(synchronize_session=False)
        )


def erase(db: Transaction, person_id: str) -> None:
    """Remove a person and the challenge they brought."""
    db.exec(delete(ChallengeRow).where(col(ChallengeRow.owner_id) == person_id))
    db.exec(delete(ParticipantKeyRow).where(col(ParticipantKeyRow.participant_id) == person_id))
    db.exec(delete(ParticipantRow).where(col(ParticipantRow.id) == person_id))


def challenges(
    db: Session, live_session_id: str, people: Iterable[Person]
) -> tuple[Challenge, ...]:
    """What the owners among these people bring, in the order in which they offered it."""
    owners = {person.id: person for person in people}
    rows = db.connection().execute(_CHALLENGES, {"room": live_session_id})
    return tuple(Challenge(row.id, owners[row.owner_id], row.sentence, row.held) for row in rows)


def keep_challenge(
    db: Transaction, live_session_id: str, challenge: Challenge, now: datetime
) -> None:
    """Store a challenge; an owner has only one, so a new sentence replaces the old one."""
    known = db.exec(select(ChallengeRow).where(ChallengeRow.owner_id == challenge.owner.id)).first()
    if known is not None:
        known.sentence = challenge.sentence
        known.held = challenge.held
    else:
        db.add(_challenge_row(live_session_id, challenge, now))
    db.flush()


def challenge_of(db: Session, owner: Person) -> Challenge | None:
    """What this person brings, if anything."""
    row = db.exec(select(ChallengeRow).where(ChallengeRow.owner_id == owner.id)).first()
    return Challenge(row.id, owner, row.sentence, row.held) if row else None


def wipe_answers(db: Transaction, live_session_id: str) -> None:
    """Delete kind and habit of everyone in this room: only their totals outlive the evening."""
    db.execute(
        update(ParticipantRow)
        .where(col(ParticipantRow.live_session_id) == live_session_id)
        .values(kind=None, habit=None)
        .execution_options(synchronize_session=False)
    )


def forget_people(db: Transaction, live_session_id: str) -> None:
    """Delete names and keys of everyone in this room, a day after closing."""
    forget_keys(db, live_session_id)
    db.execute(
        update(ParticipantRow)
        .where(col(ParticipantRow.live_session_id) == live_session_id)
        .values(name="", key_hash=None)
        .execution_options(synchronize_session=False)
    )


def send_home(db: Transaction, live_session_id: str) -> None:
    """Remove everyone from this room, with what they brought."""
    forget_keys(db, live_session_id)
    db.exec(delete(ChallengeRow).where(col(ChallengeRow.live_session_id) == live_session_id))
    db.exec(delete(ParticipantRow).where(col(ParticipantRow.live_session_id) == live_session_id))


def drop_challenge(db: Transaction, owner_id: str) -> None:
    """Delete an owner's challenge."""
    db.exec(delete(ChallengeRow).where(col(ChallengeRow.owner_id) == owner_id))


def _answers(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "kind": person.kind.value if person.kind else None,
        "habit": person.habit.value if person.habit else None,
        "table_number": person.table,
        "seat": person.seat,
        "together": person.together,
        "told_version": person.told_version,
        "has_left": person.has_left,
    }


def _from_row(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(
        id=row.id,
        number=row.number,
        name=row.name,
        kind=Kind(row.kind) if row.kind else None,
        habit=Habit(row.habit) if row.habit else None,
        table=row.table_number,
        seat=row.seat,
        has_phone=row.has_phone,
        together=row.together,
        told_version=row.told_version,
        has_left=row.has_left,
    )


def _challenge_row(live_session_id: str, challenge: Challenge, now: datetime) -> ChallengeRow:
    return ChallengeRow(
        id=challenge.id,
        live_session_id=live_session_id,
        owner_id=challenge.owner.id,
        sentence=challenge.sentence,
        held=challenge.held,
        created_at=now,
    )
