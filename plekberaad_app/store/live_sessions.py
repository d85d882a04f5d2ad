"""Live sessions and their programmes: rows to domain and back."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, delete, func, select

from plekberaad_app.domain.clock import Clock
from plekberaad_app.domain.errors import NotFound
from plekberaad_app.domain.evening import LiveSession, Screen, Status
from plekberaad_app.domain.programme import Position, Step
from plekberaad_app.store.database import Transaction
from plekberaad_app.store.tables import (
    ContributionRow,
    LibraryRow,
    LiveSessionRow,
    ParticipantRow,
    StepRow,
)

# Columns, not entities, and statements made once: these run for every idea and every check-in.
_COLUMNS = tuple(LiveSessionRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
_ID = bindparam("wanted")
_FIND = core_select(*_COLUMNS).where(col(LiveSessionRow.id) == _ID)
_WITH_CODE = core_select(*_COLUMNS).where(col(LiveSessionRow.code) == bindparam("code"))
_STEPS = (
    core_select(*StepRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
    .where(col(StepRow.live_session_id) == _ID)
    .order_by(col(StepRow.position))
)
_NEXT_VERSION = LiveSessionRow.version + 1
_CHANGE = (
    update(LiveSessionRow)
    .where(col(LiveSessionRow.id) == _ID)
    .values(version=_NEXT_VERSION)
    .returning(*_COLUMNS)
)
_CHANGE_CAST = _CHANGE.values(cast_version=_NEXT_VERSION)
_RECAST = (
    update(LiveSessionRow)
    .where(col(LiveSessionRow.id) == _ID)
    .values(cast_version=LiveSessionRow.version)
)


def find(db: Session, live_session_id: str) -> LiveSession | None:
    """The live session with this id, or None."""
    row = db.connection().execute(_FIND, {"wanted": live_session_id}).first()
    return _from_row(row) if row else None


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
    return _from_row(row)


def of_library(db: Session, library_id: str) -> list[LiveSession]:
    """All live sessions of a library, newest first."""
    rows = db.exec(
        select(LiveSessionRow)
        .where(LiveSessionRow.library_id == library_id)
        .order_by(col(LiveSessionRow.created_at).desc())
    )
    return [_from_row(row) for row in rows]


def everywhere(db: Session) -> list[tuple[LiveSession, str, int]]:
    """All live sessions with their library's name and how many people they know, newest first."""
    people = (
        core_select(func.count())
        .where(col(ParticipantRow.live_session_id) == col(LiveSessionRow.id))
        .scalar_subquery()
    )
    rows = db.execute(
        core_select(LiveSessionRow, col(LibraryRow.name), people)
        .join(LibraryRow, col(LibraryRow.id) == col(LiveSessionRow.library_id))
        .order_by(col(LiveSessionRow.created_at).desc())
    )
    return [(_from_row(row), library, count) for row, library, count in rows]


def change(db: Transaction, live_session_id: str, *, cast: bool = False) -> LiveSession:
    """Take hold of a live session to change something in it: it gets its next version.

    The row stays locked until the commit, so that versions are handed out in order of commit.
    `cast`: programme, people or challenges change with it (evenings.Cast). Raises NotFound.
    """
    raised = _CHANGE_CAST if cast else _CHANGE
    row = db.connection().execute(raised, {"wanted": live_session_id}).first()
    if row is None:
        raise NotFound("live_session_unknown")
    live_session = _from_row(row)
    db.changes.versions[live_session_id] = live_session.version
    return live_session


def change_cast(db: Transaction, live_session_id: str) -> None:
    """Programme, people or challenges change after all, in a transaction that began without."""
    db.connection().execute(_RECAST, {"wanted": live_session_id})


def save(db: Transaction, live_session: LiveSession) -> None:
    """Store what steering changed; versions are left to `change`."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session.id)
        .values(_to_values(live_session))
        .execution_options(synchronize_session=False)
    )


def add(db: Transaction, live_session: LiveSession, created_at: datetime) -> None:
    """Store a new live session."""
    db.add(
        LiveSessionRow(
            id=live_session.id,
            library_id=live_session.library_id,
            code=live_session.code,
            created_at=created_at,
            title=live_session.title,
            place=live_session.place,
            question=live_session.question,
            starts_at=live_session.starts_at,
            minutes_available=live_session.minutes_available,
        )
    )
    db.flush()


def remove(db: Transaction, live_session_id: str) -> None:
    """Delete a live session; its programme, people and contributions go with it."""
    db.exec(delete(LiveSessionRow).where(col(LiveSessionRow.id) == live_session_id))


def steps(db: Session, live_session_id: str) -> tuple[Step, ...]:
    """The programme, in order."""
    rows = db.connection().execute(_STEPS, {"wanted": live_session_id})
    return tuple(
        Step(row.id, row.kind, row.title, dict(row.options), dict(row.plan)) for row in rows
    )


def replace_steps(db: Transaction, live_session_id: str, programme: Iterable[Step]) -> None:
    """Store a whole programme in place of the old one."""
    db.exec(delete(StepRow).where(col(StepRow.live_session_id) == live_session_id))
    for position, step in enumerate(programme):
        db.add(
            StepRow(
                id=step.id,
                live_session_id=live_session_id,
                position=position,
                kind=step.kind,
                title=step.title,
                options=dict(step.options),
                plan=dict(step.plan),
            )
        )
    db.flush()


def keep_totals(db: Transaction, live_session_id: str, totals: Mapping[str, Any]) -> None:
    """Store the totals that remain of the people after closing."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(totals=dict(totals))
        .execution_options(synchronize_session=False)
    )


def totals(db: Session, live_session_id: str) -> Mapping[str, Any]:
    """The totals that were kept at closing; empty before."""
    row = db.get(LiveSessionRow, live_session_id, populate_existing=True)
    return row.totals if row else {}


def closed_before(db: Session, moment: datetime) -> list[str]:
    """Ids of live sessions that closed before a moment and still know somebody's name or key."""
    known = core_select(col(ParticipantRow.live_session_id)).where(
        (col(ParticipantRow.name) != "") | col(ParticipantRow.key_hash).is_not(None)
    )
    rows = db.exec(
        select(LiveSessionRow.id).where(
            col(LiveSessionRow.closed_at) < moment,
            (col(LiveSessionRow.steered_by) != "")
            | (col(LiveSessionRow.takeover_hash) != "")
            | col(LiveSessionRow.id).in_(known),
        )
    )
    return list(rows)


def forget_who_steered(db: Transaction, live_session_id: str) -> None:
    """Forget which facilitator steered last, and whose PIN was given out."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(steered_by="", takeover_hash="")
        .execution_options(synchronize_session=False)
    )


def open_with_people(db: Session) -> list[LiveSession]:
    """Every live session that is not closed and knows somebody."""
    known = core_select(col(ParticipantRow.live_session_id))
    rows = db.exec(
        select(LiveSessionRow).where(
            LiveSessionRow.status != Status.CLOSED.value, col(LiveSessionRow.id).in_(known)
        )
    )
    return [_from_row(row) for row in rows]


def last_activity(db: Session, live_session_id: str) -> datetime:
    """When somebody last came in, contributed or moved the clock; at least when it was made."""
    row = db.get_one(LiveSessionRow, live_session_id, populate_existing=True)
    moments = [row.created_at, row.started_at, row.clock_started_at, row.clock_paused_at]
    for moment, room in (
        (col(ParticipantRow.joined_at), col(ParticipantRow.live_session_id)),
        (col(ContributionRow.created_at), col(ContributionRow.live_session_id)),
    ):
        moments.append(db.execute(core_select(func.max(moment)).where(room == row.id)).scalar())
    return max(moment for moment in moments if moment)


def _from_row(row: LiveSessionRow | Row[*tuple[Any, ...]]) -> LiveSession:
    return LiveSession(
        id=row.id,
        code=row.code,
        library_id=row.library_id,
        title=row.title,
        place=row.place,
        question=row.question,
        starts_at=row.starts_at,
        minutes_available=row.minutes_available,
        status=Status(row.status),
        position=_position(row),
        clock=_clock(row),
        is_automatic=row.is_automatic,
        has_sound=row.has_sound,
        started_at=row.started_at,
        closed_at=row.closed_at,
        tables=row.tables,
        unlocked={int(table): stop for table, stop in row.unlocked.items()},
        screen=Screen(row.screen, row.wall_table, row.spotlight),
        message=row.message,
        version=row.version,
        cast_version=row.cast_version,
        steering=row.steering,
        steered_by=row.steered_by,
        steered_what=row.steered_what,
    )


def _position(row: LiveSessionRow | Row[*tuple[Any, ...]]) -> Position | None:
    return None if row.step_index is None else Position(row.step_index, row.stop_index)


def _clock(row: LiveSessionRow | Row[*tuple[Any, ...]]) -> Clock | None:
    if row.clock_started_at is None:
        return None
    return Clock(timedelta(seconds=row.clock_seconds), row.clock_started_at, row.clock_paused_at)


def _to_values(live_session: LiveSession) -> dict[str, Any]:
    clock, position = live_session.clock, live_session.position
    return {
        "title": live_session.title,
        "place": live_session.place,
        "question": live_session.question,
        "starts_at": live_session.starts_at,
        "minutes_available": live_session.minutes_available,
        "status": live_session.status.value,
        "step_index": position.step if position else None,
        "stop_index": position.stop if position else 0,
        "clock_started_at": clock.started_at if clock else None,
        "clock_paused_at": clock.paused_at if clock else None,
        "clock_seconds": clock.length.total_seconds() if clock else 0,
        "is_automatic": live_session.is_automatic,
        "has_sound": live_session.has_sound,
        "started_at": live_session.started_at,
        "closed_at": live_session.closed_at,
        "steering": live_session.steering,
        "steered_by": live_session.steered_by,
        "steered_what": live_session.steered_what,
        "tables": live_session.tables,
        "unlocked": {str(table): stop for table, stop in live_session.unlocked.items()},
        "screen": live_session.screen.mode,
        "wall_table": live_session.screen.wall_table,
        "spotlight": live_session.screen.spotlight,
        "message": live_session.message,
    }
