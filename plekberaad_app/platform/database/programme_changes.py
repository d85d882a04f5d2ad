"""The edits of a programme that can be undone, each by whoever made it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, delete, select, update

from plekberaad_app.core.evening import Status
from plekberaad_app.core.programme import Step
from plekberaad_app.core.programme_changes import Change
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import LiveSessionRow, ProgrammeChangeRow

MAX_KEPT = 50
"""How many edits of one person in one programme are kept."""


@dataclass(frozen=True, slots=True)
class KeptChange:
    """An edit, and the number under which it is kept."""

    number: int
    change: Change


def add(db: Transaction, live_session_id: str, facilitator_id: str, change: Change) -> None:
    """Keep a new edit; what this person had undone cannot be done again after it."""
    mine = _of(live_session_id, facilitator_id)
    db.exec(delete(ProgrammeChangeRow).where(*mine, col(ProgrammeChangeRow.is_undone)))
    row = ProgrammeChangeRow(
        live_session_id=live_session_id, facilitator_id=facilitator_id, change=_written(change)
    )
    db.add(row)
    db.flush()
    kept = select(ProgrammeChangeRow.number).where(*mine)
    newest = kept.order_by(col(ProgrammeChangeRow.number).desc()).limit(MAX_KEPT)
    old = col(ProgrammeChangeRow.number).not_in(list(db.exec(newest)))
    db.exec(delete(ProgrammeChangeRow).where(*mine, old))


def last_done(db: Session, live_session_id: str, facilitator_id: str) -> KeptChange | None:
    """The last edit of this person that is not undone."""
    number = col(ProgrammeChangeRow.number)
    mine = _of(live_session_id, facilitator_id)
    done = select(ProgrammeChangeRow).where(*mine, ~col(ProgrammeChangeRow.is_undone))
    return _kept(db.exec(done.order_by(number.desc()).limit(1)).first())


def first_undone(db: Session, live_session_id: str, facilitator_id: str) -> KeptChange | None:
    """The edit of this person that was undone last: what came after it was undone before."""
    number = col(ProgrammeChangeRow.number)
    mine = _of(live_session_id, facilitator_id)
    undone = select(ProgrammeChangeRow).where(*mine, col(ProgrammeChangeRow.is_undone))
    return _kept(db.exec(undone.order_by(number).limit(1)).first())


def mark(db: Transaction, number: int, *, is_undone: bool) -> None:
    """Say that an edit was undone, or done again."""
    db.exec(
        update(ProgrammeChangeRow)
        .where(col(ProgrammeChangeRow.number) == number)
        .values(is_undone=is_undone)
        .execution_options(synchronize_session=False)
    )


def drop_of_closed(db: Transaction) -> int:
    """Delete the edits of every evening that is over; returns how many."""
    closed = select(LiveSessionRow.id).where(LiveSessionRow.status == Status.CLOSED.value)
    gone = db.exec(
        delete(ProgrammeChangeRow).where(col(ProgrammeChangeRow.live_session_id).in_(closed))
    )
    return gone.rowcount


def _of(live_session_id: str, facilitator_id: str) -> tuple[Any, ...]:
    return (
        col(ProgrammeChangeRow.live_session_id) == live_session_id,
        col(ProgrammeChangeRow.facilitator_id) == facilitator_id,
    )


def _kept(row: ProgrammeChangeRow | None) -> KeptChange | None:
    return KeptChange(row.number, _read(row.change)) if row and row.number else None


def _written(change: Change) -> dict[str, Any]:
    return {
        "before": [_step_written(step) for step in change.before.values()],
        "after": [_step_written(step) for step in change.after.values()],
        "order_before": list(change.order_before),
        "order_after": list(change.order_after),
    }


def _read(written: Mapping[str, Any]) -> Change:
    before, after = (
        {each["id"]: Step(**each) for each in written[name]} for name in ("before", "after")
    )
    return Change(before, after, tuple(written["order_before"]), tuple(written["order_after"]))


def _step_written(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "kind": step.kind,
        "title": step.title,
        "options": dict(step.options),
        "who": step.who,
        "script": {phase: dict(said) for phase, said in step.script.items()},
    }
