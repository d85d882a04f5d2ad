"""A live session as a row, and back."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from plekberaad_app.core.at_tables import packed, unpacked
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.evening import LiveSession, Screen, Status
from plekberaad_app.core.programme import Position
from plekberaad_app.platform.database.tables import LiveSessionRow

AnyRow = LiveSessionRow | Row[*tuple[Any, ...]]


def live_session_of(row: AnyRow) -> LiveSession:
    """The live session that a row holds."""
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
        screen=Screen(row.screen, row.wall_table, row.spotlight, row.lit_at),
        message=row.message,
        message_table=row.message_table,
        approves_first=row.approves_first,
        spread=timedelta(seconds=row.spread_seconds),
        rehearses=row.rehearses,
        version=row.version,
        cast_version=row.cast_version,
        steering=row.steering,
        steered_by=row.steered_by,
        steered_what=row.steered_what,
        links_withdrawn=row.links_withdrawn,
        at_tables=unpacked(row.at_tables),
    )


def _position(row: AnyRow) -> Position | None:
    return None if row.step_index is None else Position(row.step_index, row.stop_index)


def _clock(row: AnyRow) -> Clock | None:
    if row.clock_started_at is None:
        return None
    return Clock(timedelta(seconds=row.clock_seconds), row.clock_started_at, row.clock_paused_at)


def values_of(live_session: LiveSession) -> dict[str, Any]:
    """What steering may change about a live session, as columns; not its versions."""
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
        "at_tables": packed(live_session.at_tables),
        "unlocked": {str(table): stop for table, stop in live_session.unlocked.items()},
        "screen": live_session.screen.mode,
        "wall_table": live_session.screen.wall_table,
        "spotlight": live_session.screen.spotlight,
        "lit_at": live_session.screen.lit_at,
        "message": live_session.message,
        "message_table": live_session.message_table,
        "approves_first": live_session.approves_first,
        "spread_seconds": live_session.spread.total_seconds(),
        "rehearses": live_session.rehearses,
    }
