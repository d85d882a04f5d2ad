"""Live sessions: finding one, locking it for a change, storing what changed.

One that was deleted is unknown here; `deleted_live_sessions` restores it or deletes it for good.
"""

from datetime import datetime

from sqlalchemy import JSON, bindparam, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, delete, func, select

from plekberaad_app.core.at_tables import packed
from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.live_session_rows import live_session_of, values_of
from plekberaad_app.platform.database.tables import LibraryRow, LiveSessionRow, ParticipantRow

# Columns, not entities, and statements are made once: these run for every idea and every check-in.
_COLUMNS = tuple(LiveSessionRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
_ID = bindparam("wanted")
_IS_THERE = col(LiveSessionRow.deleted_at).is_(None)
_FIND = core_select(*_COLUMNS).where(col(LiveSessionRow.id) == _ID, _IS_THERE)
_WITH_CODE = core_select(*_COLUMNS).where(col(LiveSessionRow.code) == bindparam("code"), _IS_THERE)
_NEXT_VERSION = LiveSessionRow.version + 1
_CHANGE = (
    update(LiveSessionRow)
    .where(col(LiveSessionRow.id) == _ID, _IS_THERE)
    .values(version=_NEXT_VERSION)
    .returning(*_COLUMNS)
)
_CHANGE_CAST = _CHANGE.values(cast_version=_NEXT_VERSION)
_TELL = (
    update(LiveSessionRow)
    .where(col(LiveSessionRow.id) == _ID)
    .values(at_tables=bindparam("at_tables", type_=JSON))
)
_RECAST = (
    update(LiveSessionRow)
    .where(col(LiveSessionRow.id) == _ID)
    .values(cast_version=LiveSessionRow.version)
)


def find(db: Session, live_session_id: str) -> LiveSession | None:
    """The live session with this id, or None."""
    row = db.connection().execute(_FIND, {"wanted": live_session_id}).first()
    return live_session_of(row) if row else None


def get(db: Session, live_session_id: str) -> LiveSession:
    """The live session with this id; raises NotFound."""
    live_session = find(db, live_session_id)
    if live_session is None:
        raise NotFound("live_session_unknown")
    return live_session


def by_code(db: Session, code: str) -> LiveSession:
    """The live session with this join code; raises NotFound('code_unknown')."""
    row = db.connection().execute(_WITH_CODE, {"code": code}).first()
    if row is None:
        raise NotFound("code_unknown")
    return live_session_of(row)


def is_taken(db: Session, code: str) -> bool:
    """Whether a live session has this join code, also one that was deleted."""
    return db.exec(select(LiveSessionRow.id).where(LiveSessionRow.code == code)).first() is not None


def of_library(db: Session, library_id: str) -> list[LiveSession]:
    """All live sessions of a library but its rehearsals, newest first."""
    rows = db.exec(
        select(LiveSessionRow)
        .where(LiveSessionRow.library_id == library_id, LiveSessionRow.rehearses == "", _IS_THERE)
        .order_by(col(LiveSessionRow.created_at).desc())
    )
    return [live_session_of(row) for row in rows]


def everywhere(db: Session) -> list[tuple[LiveSession, str, int]]:
    """All live sessions with their library's name and how many people they know, newest first;
    rehearsals are left out."""
    people = (
        core_select(func.count())
        .where(col(ParticipantRow.live_session_id) == col(LiveSessionRow.id))
        .scalar_subquery()
    )
    rows = db.execute(
        core_select(LiveSessionRow, col(LibraryRow.name), people)
        .join(LibraryRow, col(LibraryRow.id) == col(LiveSessionRow.library_id))
        .where(col(LiveSessionRow.rehearses) == "", _IS_THERE)
        .order_by(col(LiveSessionRow.created_at).desc())
    )
    return [(live_session_of(row), library, count) for row, library, count in rows]


def change(db: Transaction, live_session_id: str, *, cast: bool = False) -> LiveSession:
    """Lock a live session to change something in it: it gets its next version.

    The row stays locked until the commit, so that versions are handed out in commit order. `cast`:
    its programme, people or challenges change (`evenings.Cast`). Raises NotFound.
    """
    raised = _CHANGE_CAST if cast else _CHANGE
    row = db.connection().execute(raised, {"wanted": live_session_id}).first()
    if row is None:
        raise NotFound("live_session_unknown")
    live_session = live_session_of(row)
    db.changes.versions[live_session_id] = live_session.version
    return live_session


def change_cast(db: Transaction, live_session_id: str) -> None:
    """The cast changes after all, in a transaction that did not start out to change it."""
    db.connection().execute(_RECAST, {"wanted": live_session_id})


def save(db: Transaction, live_session: LiveSession) -> None:
    """Store what steering changed; versions are left to `change`."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session.id)
        .values(values_of(live_session))
        .execution_options(synchronize_session=False)
    )


def rehearsals_of(db: Session, live_session_id: str) -> list[str]:
    """Ids of the rehearsals of an evening."""
    return list(
        db.exec(select(LiveSessionRow.id).where(LiveSessionRow.rehearses == live_session_id))
    )


def rehearsals_before(db: Session, moment: datetime) -> list[str]:
    """Ids of all rehearsals that were begun before a moment, or whose evening is gone."""
    evenings = core_select(col(LiveSessionRow.id)).where(
        col(LiveSessionRow.rehearses) == "", _IS_THERE
    )
    of_none = col(LiveSessionRow.rehearses).not_in(evenings)
    rows = db.exec(
        select(LiveSessionRow.id).where(
            LiveSessionRow.rehearses != "", (col(LiveSessionRow.created_at) < moment) | of_none
        )
    )
    return list(rows)


def save_at_tables(db: Transaction, live_session: LiveSession) -> None:
    """Store what the tables say of themselves, and nothing else."""
    told = {"wanted": live_session.id, "at_tables": packed(live_session.at_tables)}
    db.connection().execute(_TELL, told)


def add(db: Transaction, live_session: LiveSession, created_at: datetime) -> None:
    """Store a new live session."""
    db.add(
        LiveSessionRow(
            id=live_session.id,
            library_id=live_session.library_id,
            code=live_session.code,
            created_at=created_at,
            **values_of(live_session),
        )
    )
    db.flush()


def remove(db: Transaction, live_session_id: str) -> None:
    """Delete a live session; its programme, people and contributions go with it."""
    db.exec(delete(LiveSessionRow).where(col(LiveSessionRow.id) == live_session_id))
