"""Contributions of all activities: one table, read by version, by author or by step."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, bindparam, insert, select, update
from sqlmodel import Session, col

from plekberaad_app.core.contributions import Contribution
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import ContributionRow

# Columns, not entities: a wall of hundreds of notes is read for every change on the screens.
_COLUMNS = tuple(ContributionRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
# Statements are made once: these run for every idea from every phone.
_OF_ROOM = (
    select(*_COLUMNS)
    .where(col(ContributionRow.live_session_id) == bindparam("room"))
    .order_by(col(ContributionRow.number))
)
_SINCE = _OF_ROOM.where(col(ContributionRow.version) > bindparam("since"))
_WITH_ID = _OF_ROOM.where(col(ContributionRow.id) == bindparam("wanted"))
_STANDING = _OF_ROOM.where(
    col(ContributionRow.kind) == bindparam("kind"), col(ContributionRow.is_withdrawn).is_(False)
)
_OF_AUTHOR = _STANDING.where(col(ContributionRow.author) == bindparam("of"))
_OF_STEP = _STANDING.where(col(ContributionRow.step_id) == bindparam("of"))
_INSERT = insert(ContributionRow.__table__)  # pyright: ignore[reportAttributeAccessIssue]


def since(db: Session, live_session_id: str, version: int) -> list[Contribution]:
    """What was added or changed after `version`, in order of arrival (withdrawn ones included)."""
    return _read(db, _SINCE, room=live_session_id, since=version)


def of_authors(
    db: Session, live_session_id: str, authors: Iterable[str], *, with_withdrawn: bool = False
) -> list[Contribution]:
    """Everything these author tags contributed, of every kind, in order of arrival."""
    query = _OF_ROOM.where(col(ContributionRow.author).in_(list(authors)))
    if not with_withdrawn:
        query = query.where(col(ContributionRow.is_withdrawn).is_(False))
    return _read(db, query, room=live_session_id)


def save(
    db: Transaction, live_session_id: str, version: int, items: Iterable[Contribution]
) -> tuple[Contribution, ...]:
    """Store new and changed contributions as part of this version; returns them as stored."""
    return tuple(_save(db, live_session_id, replace(item, version=version)) for item in items)


def _save(db: Transaction, live_session_id: str, item: Contribution) -> Contribution:
    values = _values(item)
    if not item.number:
        row = values | {"live_session_id": live_session_id}
        stored = db.connection().execute(_INSERT, row)
        return replace(item, number=stored.inserted_primary_key[0])  # pyright: ignore[reportOptionalSubscript]
    db.execute(
        update(ContributionRow)
        .where(col(ContributionRow.number) == item.number)
        .values(values)
        .execution_options(synchronize_session=False)
    )
    return item


def empty(db: Transaction, ids: Iterable[str]) -> None:
    """Turn these into empty shells, whichever live session they are in."""
    db.execute(
        update(ContributionRow)
        .where(col(ContributionRow.id).in_(list(ids)))
        .values(payload={}, author="", is_withdrawn=True)
        .execution_options(synchronize_session=False)
    )


def has_any(db: Session, live_session_id: str, step_id: str) -> bool:
    """Whether anybody ever contributed to a step (withdrawn and hidden ones included)."""
    found = select(col(ContributionRow.id)).where(
        col(ContributionRow.live_session_id) == live_session_id,
        col(ContributionRow.step_id) == step_id,
    )
    return db.execute(found.limit(1)).first() is not None


class StoredBoard:
    """A board that asks the database only for what a rule needs."""

    def __init__(self, db: Session, live_session_id: str) -> None:
        self._db = db
        self._room = live_session_id

    def get(self, contribution_id: str) -> Contribution | None:
        """The contribution with this id (also when hidden or withdrawn), or None."""
        found = _read(self._db, _WITH_ID, room=self._room, wanted=contribution_id)
        return found[0] if found else None

    def of_author(self, author: str, kind: str) -> Iterator[Contribution]:
        """What one author tag contributed, of one kind, in order of arrival."""
        return iter(_read(self._db, _OF_AUTHOR, room=self._room, kind=kind, of=author))

    def of_step(self, step_id: str, kind: str) -> Iterator[Contribution]:
        """All of one kind within a step, in order of arrival."""
        return iter(_read(self._db, _OF_STEP, room=self._room, kind=kind, of=step_id))

    def of_table(self, step_id: str, kind: str, table: int | None) -> Iterator[Contribution]:
        """As `of_step`, from one table."""
        return (item for item in self.of_step(step_id, kind) if item.table == table)


def _read(db: Session, query: Select[*tuple[Any, ...]], **wanted: Any) -> list[Contribution]:
    return [_from_row(row) for row in db.connection().execute(query, wanted)]


def _values(item: Contribution) -> dict[str, Any]:
    return {
        "id": item.id,
        "step_id": item.step_id,
        "round": item.round,
        "phase": item.phase,
        "table_number": item.table,
        "challenge_id": item.challenge_id,
        "author": item.author,
        "kind": item.kind,
        "payload": dict(item.payload),
        "created_at": item.created_at,
        "on_behalf": item.on_behalf,
        "is_hidden": item.hidden,
        "is_withdrawn": item.withdrawn,
        "version": item.version,
    }


def _from_row(row: Row[Any]) -> Contribution:
    return Contribution(
        id=row.id,
        step_id=row.step_id,
        round=row.round,
        phase=row.phase,
        table=row.table_number,
        challenge_id=row.challenge_id,
        author=row.author,
        kind=row.kind,
        payload=row.payload,
        created_at=row.created_at,
        on_behalf=row.on_behalf,
        hidden=row.is_hidden,
        withdrawn=row.is_withdrawn,
        version=row.version,
        number=row.number,
    )
