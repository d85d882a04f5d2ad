"""What an evening leaves behind once it is over, and which evenings still hold data to delete."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select as core_select
from sqlalchemy import update
from sqlmodel import Session, col, func, select

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.live_session_rows import live_session_of
from plekberaad_app.platform.database.tables import ContributionRow, LiveSessionRow, ParticipantRow


def keep_totals(db: Transaction, live_session_id: str, totals: Mapping[str, Any]) -> None:
    """Store the totals that outlive the people's answers after closing."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(totals=dict(totals))
        .execution_options(synchronize_session=False)
    )


def totals(db: Session, live_session_id: str) -> Mapping[str, Any]:
    """The totals that were stored at closing; empty before."""
    row = db.get(LiveSessionRow, live_session_id, populate_existing=True)
    return row.totals if row else {}


def closed_before(db: Session, moment: datetime) -> list[str]:
    """Ids of live sessions that closed before a moment but still hold somebody's name or key, also
    of one that was deleted."""
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


def open_with_people(db: Session) -> list[LiveSession]:
    """Every live session that is not closed and has people in it; not one that was deleted."""
    known = core_select(col(ParticipantRow.live_session_id))
    rows = db.exec(
        select(LiveSessionRow).where(
            LiveSessionRow.status != Status.CLOSED.value,
            col(LiveSessionRow.deleted_at).is_(None),
            col(LiveSessionRow.id).in_(known),
        )
    )
    return [live_session_of(row) for row in rows]


def last_activity(db: Session, live_session_id: str) -> datetime:
    """When somebody last came in, contributed or moved the clock; if nobody did, when it was
    made."""
    row = db.get_one(LiveSessionRow, live_session_id, populate_existing=True)
    moments = [row.created_at, row.started_at, row.clock_started_at, row.clock_paused_at]
    for moment, room in (
        (col(ParticipantRow.joined_at), col(ParticipantRow.live_session_id)),
        (col(ContributionRow.created_at), col(ContributionRow.live_session_id)),
    ):
        moments.append(db.execute(core_select(func.max(moment)).where(room == row.id)).scalar())
    return max(moment for moment in moments if moment)


def forget_who_steered(db: Transaction, live_session_id: str) -> None:
    """Delete which facilitator steered last, and who gave out a PIN."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(steered_by="", takeover_hash="")
        .execution_options(synchronize_session=False)
    )
