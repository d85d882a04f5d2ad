"""Live sessions that were deleted and can still be restored: no other query finds them."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.live_session_rows import live_session_of
from plekberaad_app.platform.database.tables import LiveSessionRow

_IS_DELETED = col(LiveSessionRow.deleted_at).is_not(None)


def mark(db: Transaction, live_session_id: str, now: datetime) -> None:
    """Delete a live session in such a way that it can be restored; it has to be locked."""
    _set(db, live_session_id, now)


def restore(db: Transaction, live_session_id: str) -> LiveSession:
    """The live session is there again, in its next version."""
    _set(db, live_session_id, None)
    return live_sessions.change(db, live_session_id, cast=True)


def with_code(db: Session, code: str) -> LiveSession | None:
    """The deleted live session with this join code, or None."""
    row = db.exec(select(LiveSessionRow).where(LiveSessionRow.code == code, _IS_DELETED)).first()
    return live_session_of(row) if row else None


def of_library(db: Session, library_id: str) -> list[tuple[LiveSession, datetime]]:
    """The deleted live sessions of a library with when that was, latest first."""
    rows = db.exec(
        select(LiveSessionRow)
        .where(LiveSessionRow.library_id == library_id, _IS_DELETED)
        .order_by(col(LiveSessionRow.deleted_at).desc())
    )
    return [(live_session_of(row), row.deleted_at) for row in rows if row.deleted_at]


def deleted_before(db: Session, moment: datetime) -> list[str]:
    """Ids of the live sessions that were deleted before a moment."""
    return list(db.exec(select(LiveSessionRow.id).where(col(LiveSessionRow.deleted_at) <= moment)))


def _set(db: Transaction, live_session_id: str, moment: datetime | None) -> None:
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(deleted_at=moment)
        .execution_options(synchronize_session=False)
    )
