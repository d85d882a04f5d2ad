"""Pictures for the projector."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists
from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import (
    ContributionRow,
    ImageRow,
    LiveSessionRow,
    StepRow,
)

# Every place where an activity may refer to a picture by its id.
_NAMED_IN = (
    (col(StepRow.options), col(StepRow.live_session_id)),
    (col(StepRow.plan), col(StepRow.live_session_id)),
    (col(ContributionRow.payload), col(ContributionRow.live_session_id)),
)


def find(db: Session, image_id: str) -> ImageRow | None:
    """The picture with this id, or None."""
    return db.get(ImageRow, image_id)


def add(db: Transaction, image: ImageRow) -> None:
    """Store a new picture."""
    db.add(image)
    db.flush()


def unused(db: Session, before: datetime) -> list[str]:
    """Ids of pictures from before a moment that nothing in their library refers to."""
    return list(db.exec(select(ImageRow.id).where(ImageRow.created_at < before, _is_unused())))


def drop(db: Transaction, image_ids: Iterable[str]) -> None:
    """Delete these pictures, except those that have come into use in the meantime."""
    db.exec(
        delete(ImageRow)
        .where(col(ImageRow.id).in_(list(image_ids)), _is_unused())
        .execution_options(synchronize_session=False)
    )


def _is_unused() -> ColumnElement[bool]:
    return and_(*(~_names_it(text, room) for text, room in _NAMED_IN))


def _names_it(text: Any, room: Any) -> ColumnElement[bool]:
    of_the_library = col(LiveSessionRow.library_id) == col(ImageRow.library_id)
    return (
        exists()
        .where(room == col(LiveSessionRow.id), of_the_library)
        .where(cast(text, String).contains(col(ImageRow.id)))
        .correlate(ImageRow)
    )
