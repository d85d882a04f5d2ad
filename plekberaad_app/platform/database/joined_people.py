"""Two rows that are one person: whatever belonged to one of them comes to belong to the other."""

from typing import Any

from sqlalchemy import ScalarResult
from sqlmodel import Session, col, delete, select, update

from plekberaad_app.core.people import Person
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import ChallengeRow, ParticipantKeyRow, ParticipantRow


def owner_of_key(db: Session, key_hash: str) -> str | None:
    """The id of the person who also came in with this key, or None."""
    row = db.get(ParticipantKeyRow, key_hash, populate_existing=True)
    return row.participant_id if row else None


def is_claimed(db: Session, key_hash: str) -> bool:
    """Whether we only have the word of this key's holder for whose it is."""
    row = db.get(ParticipantKeyRow, key_hash, populate_existing=True)
    return row is not None and row.claimed


def claim(db: Transaction, person: Person, key_hash: str) -> None:
    """Give a person one more key, on the word of its holder."""
    db.add(ParticipantKeyRow(key_hash=key_hash, participant_id=person.id, claimed=True))
    db.flush()


def let_go(db: Transaction, key_hash: str) -> None:
    """The phone with this key no longer belongs to anybody."""
    db.exec(delete(ParticipantKeyRow).where(col(ParticipantKeyRow.key_hash) == key_hash))


def let_go_claimed(db: Transaction, person_id: str) -> int:
    """Let go of all phones that only their holders called this person's; returns how many."""
    theirs = col(ParticipantKeyRow.participant_id) == person_id
    gone = db.exec(delete(ParticipantKeyRow).where(theirs, col(ParticipantKeyRow.claimed)))
    return gone.rowcount


def join(db: Transaction, kept: Person, gone: Person) -> None:
    """Move the keys and the challenge of `gone` to `kept`, and delete the row of `gone`.

    If `kept` has a challenge of its own, that one stays and the other goes.
    """
    hashes = _keys_of(db, gone.id)
    if not _challenge_owners(db, kept.id):
        _change(db, ChallengeRow, col(ChallengeRow.owner_id) == gone.id, owner_id=kept.id)
    db.exec(delete(ChallengeRow).where(col(ChallengeRow.owner_id) == gone.id))
    db.exec(delete(ParticipantKeyRow).where(col(ParticipantKeyRow.participant_id) == gone.id))
    db.exec(delete(ParticipantRow).where(col(ParticipantRow.id) == gone.id))
    db.add_all(ParticipantKeyRow(key_hash=each, participant_id=kept.id) for each in hashes)
    _change(db, ParticipantRow, col(ParticipantRow.id) == kept.id, number=kept.number)
    db.flush()


def forget_keys(db: Transaction, live_session_id: str) -> None:
    """Delete the extra keys of everyone in this room."""
    here = select(ParticipantRow.id).where(ParticipantRow.live_session_id == live_session_id)
    db.exec(delete(ParticipantKeyRow).where(col(ParticipantKeyRow.participant_id).in_(here)))


def _keys_of(db: Session, person_id: str) -> list[str]:
    own = db.get_one(ParticipantRow, person_id, populate_existing=True).key_hash
    others: ScalarResult[str] = db.exec(
        select(ParticipantKeyRow.key_hash).where(ParticipantKeyRow.participant_id == person_id)
    )
    return [*([own] if own else []), *others]


def _challenge_owners(db: Session, person_id: str) -> list[str]:
    return list(db.exec(select(ChallengeRow.id).where(ChallengeRow.owner_id == person_id)))


def _change(db: Transaction, table: Any, which: Any, **values: Any) -> None:
    db.execute(
        update(table).where(which).values(values).execution_options(synchronize_session=False)
    )
