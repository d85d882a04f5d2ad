"""What facilitators did, written down in the transaction in which they did it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from sqlmodel import Session, col, delete, select

from plekberaad_app.store.database import Transaction, on_commit
from plekberaad_app.store.tables import ActRow, FacilitatorRow

_doing: ContextVar[ActRow | None] = ContextVar("doing", default=None)


@contextmanager
def witnessed(act: ActRow | None) -> Iterator[None]:
    """What is committed in this block is this act; what is refused or rolled back was no act."""
    before = _doing.set(act)
    try:
        yield
    finally:
        _doing.reset(before)


@on_commit
def write_down(db: Transaction) -> None:
    """Add the act that is being done to what this transaction is about to commit, once."""
    act = _doing.get()
    if act is not None:
        _doing.set(None)
        add(db, act)


def add(db: Transaction, act: ActRow) -> None:
    """Store an act."""
    db.add(act)
    db.flush()


def of_evening(db: Session, live_session_id: str) -> list[tuple[ActRow, str]]:
    """What was done to an evening with the name of who did it, in order."""
    rows = (
        select(ActRow, FacilitatorRow.name)
        .join(FacilitatorRow, col(FacilitatorRow.id) == col(ActRow.facilitator_id))
        .where(ActRow.live_session_id == live_session_id)
    )
    return list(db.exec(rows.order_by(col(ActRow.number))))


def drop_before(db: Transaction, moment: datetime) -> int:
    """Forget acts from before a moment; answers how many."""
    gone = db.exec(delete(ActRow).where(col(ActRow.done_at) < moment))
    return gone.rowcount
