"""What facilitators did, written in the same transaction in which they did it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction, on_commit
from plekberaad_app.platform.database.tables import AuditEntryRow, FacilitatorRow

_doing: ContextVar[AuditEntryRow | None] = ContextVar("doing", default=None)


@contextmanager
def witnessed(entry: AuditEntryRow | None) -> Iterator[None]:
    """Whatever is committed in this block is this act; what is refused or rolled back never
    happened."""
    before = _doing.set(entry)
    try:
        yield
    finally:
        _doing.reset(before)


@on_commit
def write_down(db: Transaction) -> None:
    """Add the entry for what is being done to what this transaction is about to commit, once."""
    entry = _doing.get()
    if entry is not None:
        _doing.set(None)
        add(db, entry)


def add(db: Transaction, entry: AuditEntryRow) -> None:
    """Store an entry."""
    db.add(entry)
    db.flush()


def of_evening(db: Session, live_session_id: str) -> list[tuple[AuditEntryRow, str]]:
    """What was done to an evening, and who did it, in order."""
    rows = (
        select(AuditEntryRow, FacilitatorRow.name)
        .join(FacilitatorRow, col(FacilitatorRow.id) == col(AuditEntryRow.facilitator_id))
        .where(AuditEntryRow.live_session_id == live_session_id)
    )
    return list(db.exec(rows.order_by(col(AuditEntryRow.number))))


def drop_before(db: Transaction, moment: datetime) -> int:
    """Delete entries from before a moment; returns how many."""
    gone = db.exec(delete(AuditEntryRow).where(col(AuditEntryRow.done_at) < moment))
    return gone.rowcount
