"""What was erased since each backup: enough to erase it again, and nothing more."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import ErasureRow

PERSON = "person"
CONTRIBUTION = "contribution"
CONTACT = "contact"


def add(db: Transaction, what: str, ids: Iterable[str], now: datetime) -> None:
    """Remember that these were erased, rounded to the hour: exact times would link the rows."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    for erased_id in sorted(ids):
        db.merge(ErasureRow(erased_id=erased_id, what=what, erased_at=hour))
    db.flush()


def all_of(db: Session) -> list[ErasureRow]:
    """Every erasure that is still on record."""
    return list(db.exec(select(ErasureRow)))


def keep(db: Transaction, rows: Iterable[ErasureRow]) -> None:
    """Remember erasures of another copy of this database too."""
    for row in rows:
        db.merge(ErasureRow(**row.model_dump()))
    db.flush()


def drop_before(db: Transaction, moment: datetime) -> None:
    """Delete erasures from before a moment: no backup is that old."""
    db.exec(delete(ErasureRow).where(col(ErasureRow.erased_at) < moment))
