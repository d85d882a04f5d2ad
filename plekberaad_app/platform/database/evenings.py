"""A whole evening in one read: live session, programme, people, challenges and board."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlmodel import Session

from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database import live_sessions, people, programmes
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.contributions import StoredBoard
from plekberaad_app.platform.database.engine import Transaction

MAX_CASTS = 200


@dataclass(frozen=True, slots=True)
class Cast:
    """What rarely changes while ideas pour in: programme, people and challenges, as of one
    version."""

    version: int
    steps: tuple[Step, ...]
    people: tuple[Person, ...]
    challenges: tuple[Challenge, ...]


def load(db: Session, live_session_id: str) -> Evening:
    """The evening as it stands; raises NotFound."""
    return around(db, live_sessions.get(db, live_session_id))


def around(db: Session, live_session: LiveSession) -> Evening:
    """The evening around a live session that has already been read; its board reads on demand."""
    return of_cast(db, live_session, _cast(db, live_session))


def of_cast(db: Session, live_session: LiveSession, cast: Cast) -> Evening:
    """As `around`, with this cast."""
    return Evening(
        live_session=live_session,
        steps=cast.steps,
        people=cast.people,
        challenges=cast.challenges,
        board=StoredBoard(db, live_session.id),
    )


def before_change(db: Transaction, before: LiveSession, changing: LiveSession) -> Cast:
    """The cast that a transaction starts from, mostly without reading it.

    `before` is the live session as it was read, `changing` as `live_sessions.change` returned it:
    on PostgreSQL another transaction may have come between the two.
    """
    is_next = changing.version == before.version + 1
    return _cast(db, before) if is_next else _read(db, changing)


def add_person(
    db: Transaction,
    live_session: LiveSession,
    found: Cast,
    person: Person,
    key_hash: str | None,
    now: datetime,
) -> None:
    """Store a new person in that cast, so that whoever looks next need not read it again."""
    people.add(db, live_session.id, person, key_hash, now)
    cast = replace(found, version=live_session.cast_version, people=(*found.people, person))
    db.changes.news[live_session.id] = CommittedChange(live_session, newcomers=(person,))
    db.afterwards.append(partial(_remember, db.info["casts"], live_session.id, cast))


def _cast(db: Session, live_session: LiveSession) -> Cast:
    """The cast of this version, cached between reads of one database.

    A transaction that is changing the cast already carries the newest version, so what it reads is
    not cached. A reader only sees what was committed.
    """
    memoized: dict[str, Cast] = db.info["casts"]
    known = memoized.get(live_session.id)
    if known is not None and known.version == live_session.cast_version:
        return known
    cast = _read(db, live_session)
    if not (isinstance(db, Transaction) and live_session.cast_version == live_session.version):
        _remember(memoized, live_session.id, cast)
    return cast


def _read(db: Session, live_session: LiveSession) -> Cast:
    present = people.of_live_session(db, live_session.id)
    return Cast(
        version=live_session.cast_version,
        steps=programmes.steps(db, live_session.id),
        people=present,
        challenges=people.challenges(db, live_session.id, present),
    )


def _remember(memoized: dict[str, Cast], live_session_id: str, cast: Cast) -> None:
    memoized.pop(live_session_id, None)
    memoized[live_session_id] = cast
    if len(memoized) > MAX_CASTS:
        memoized.pop(next(iter(memoized)), None)
