"""The links of people who help on one evening."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select as core_select
from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from plekberaad_app.core.rights import Role
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import HelperRow, LiveSessionRow


def by_token(db: Session, token_hash: str) -> HelperRow | None:
    """The row of the link with this hash, or None."""
    return db.exec(select(HelperRow).where(HelperRow.token_hash == token_hash)).first()


def of_live_session(db: Session, live_session_id: str) -> list[HelperRow]:
    """Everybody with a link for this evening, in the order in which they got it."""
    rows = db.exec(
        select(HelperRow)
        .where(HelperRow.live_session_id == live_session_id)
        .order_by(col(HelperRow.made_at), col(HelperRow.table_number), col(HelperRow.id))
    )
    return list(rows)


def name_of(db: Session, helper_id: str) -> str:
    """What a helper is called; '' for one without a name, or without a link."""
    return db.exec(select(HelperRow.name).where(HelperRow.id == helper_id)).first() or ""


def known(db: Session, ids: Collection[str]) -> frozenset[str]:
    """Which of these ids are of a link that is still good."""
    return frozenset(db.exec(select(HelperRow.id).where(col(HelperRow.id).in_(ids))))


def add(db: Transaction, row: HelperRow) -> None:
    """Store a new link."""
    db.add(row)
    db.flush()


def remove(db: Transaction, live_session_id: str, helper_id: str) -> bool:
    """Void a link of this evening, with every login that came in by it; False when there is no
    such link."""
    found = db.exec(
        delete(HelperRow).where(
            col(HelperRow.id) == helper_id, col(HelperRow.live_session_id) == live_session_id
        )
    )
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(links_withdrawn=LiveSessionRow.links_withdrawn + 1)
        .execution_options(synchronize_session=False)
    )
    return bool(found.rowcount)


def drop_stand_ins_of(db: Transaction, facilitator_id: str) -> None:
    """Void every link by which somebody steers an evening that this facilitator handed out."""
    db.exec(
        delete(HelperRow).where(
            col(HelperRow.made_by) == facilitator_id, col(HelperRow.role) == Role.STAND_IN.value
        )
    )


def forget_names(db: Transaction, closed_before: datetime) -> None:
    """Delete the names of those who helped on evenings that closed before a moment."""
    closed = core_select(col(LiveSessionRow.id)).where(
        col(LiveSessionRow.closed_at) < closed_before
    )
    db.execute(
        update(HelperRow)
        .where(col(HelperRow.name) != "", col(HelperRow.live_session_id).in_(closed))
        .values(name="")
        .execution_options(synchronize_session=False)
    )
