"""How a steering command changes a live session: where the room stands, and how its clock runs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from plekberaad_app.core.at_tables import NOTHING
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.errors import DomainError, NotFound
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.programme import Position, Timeline


@dataclass(frozen=True, slots=True)
class ReturnPoint:
    """Where a room stood and how much time it had left, for going back there.

    In the lobby there is no `position` and no `clock`; otherwise the clock has been stopped since.
    `left_on` is the steering version right after the room left.
    """

    position: Position | None
    clock: Clock | None
    was_paused: bool
    unlocked: Mapping[int, int]
    left_on: int


def go_to(
    live_session: LiveSession, position: Position, timeline: Timeline, now: datetime
) -> LiveSession:
    """Go to a position with its full time, running; an enlarged note of the previous stop goes
    back."""
    return replace(
        live_session,
        status=Status.RUNNING,
        position=position,
        clock=Clock(length=timeline.at(position).length, started_at=now),
        started_at=live_session.started_at or now,
        unlocked=_still_unlocked(live_session, position, timeline),
        at_tables=live_session.at_tables.at_next_stop(
            is_same_round=_is_same_round(live_session, position, timeline)
        ),
        screen=replace(live_session.screen.back_to_the_wall(), mode="stage"),
    )


def move_on(live_session: LiveSession, timeline: Timeline, now: datetime) -> LiveSession:
    """Go to the next stop; after the last one the evening closes. Raises DomainError if it is
    empty."""
    here = live_session.position
    there = timeline.first() if here is None else timeline.after(here)
    if there is not None:
        return go_to(live_session, there, timeline, now)
    if here is None:
        raise DomainError("programme_empty")
    return close(live_session, now)


def go_back(live_session: LiveSession, timeline: Timeline, now: datetime) -> LiveSession:
    """Go to the previous stop; from the first one, back to the lobby."""
    there = timeline.before(_here(live_session))
    if there is not None:
        return go_to(live_session, there, timeline, now)
    return _to_the_lobby(live_session)


def standing(live_session: LiveSession, now: datetime) -> ReturnPoint:
    """Where the room stands at the moment that a steering command moves it."""
    clock = live_session.clock
    return ReturnPoint(
        position=live_session.position,
        clock=clock.pause(now) if clock else None,
        was_paused=bool(clock and clock.is_paused),
        unlocked=live_session.unlocked,
        left_on=live_session.steering + 1,
    )


def stand_again(
    live_session: LiveSession, there: ReturnPoint, timeline: Timeline, now: datetime
) -> LiveSession:
    """Go back to where the room stood, with the time it had left there."""
    if there.position is None or there.clock is None:
        return _to_the_lobby(live_session)
    clock = there.clock if there.was_paused else there.clock.resume(now)
    back = go_to(live_session, there.position, timeline, now)
    return replace(back, clock=clock, unlocked=there.unlocked)


def repeat(live_session: LiveSession, timeline: Timeline, now: datetime) -> LiveSession:
    """Do this stop again, with its full time."""
    return go_to(live_session, _here(live_session), timeline, now)


def reopen(live_session: LiveSession, step: int, timeline: Timeline, now: datetime) -> LiveSession:
    """Go back to the start of a step that the room has left; nothing in it was lost.

    Raises DomainError('not_over_yet') for the running step and those to come.
    """
    if step >= _here(live_session).step or not timeline.stops[step]:
        raise DomainError("not_over_yet")
    return go_to(live_session, Position(step), timeline, now)


def skip_step(live_session: LiveSession, timeline: Timeline, now: datetime) -> LiveSession:
    """Skip the rest of this step; after the last step the evening closes."""
    there = timeline.after_step(_here(live_session))
    return go_to(live_session, there, timeline, now) if there else close(live_session, now)


def skip_next(live_session: LiveSession, timeline: Timeline, now: datetime) -> LiveSession:
    """Skip the step that comes next, also from the lobby; after the last one the evening closes."""
    here = live_session.position
    ahead = timeline.after(here) if here else timeline.first()
    there = timeline.after_step(ahead) if ahead else None
    return go_to(live_session, there, timeline, now) if there else close(live_session, now)


def pause(live_session: LiveSession, now: datetime) -> LiveSession:
    """Stop the clock."""
    return replace(live_session, clock=_clock(live_session).pause(now))


def resume(live_session: LiveSession, now: datetime) -> LiveSession:
    """Resume the clock."""
    return replace(live_session, clock=_clock(live_session).resume(now))


def extend(live_session: LiveSession, extra: timedelta, now: datetime) -> LiveSession:
    """Give this stop more time."""
    return replace(live_session, clock=_clock(live_session).extend(extra, now))


def shorten(live_session: LiveSession, less: timedelta, now: datetime) -> LiveSession:
    """Give this stop less time; raises DomainError('no_minute_left')."""
    return replace(live_session, clock=_clock(live_session).shorten(less, now))


def unlock(live_session: LiveSession, table: int) -> LiveSession:
    """Let a table stay in this stop while the room goes on, until it rejoins or a round begins.

    Raises DomainError('not_running') or NotFound('table_gone').
    """
    here = _here(live_session)
    if not 1 <= table <= live_session.tables:
        raise NotFound("table_gone")
    return replace(live_session, unlocked={table: here.stop, **live_session.unlocked})


def rejoin(live_session: LiveSession, table: int) -> LiveSession:
    """Bring a table back to where the room is; harmless for a table that is already there."""
    rest = {other: stop for other, stop in live_session.unlocked.items() if other != table}
    return replace(live_session, unlocked=rest)


def close(live_session: LiveSession, now: datetime) -> LiveSession:
    """End the evening; nobody can join or contribute any more."""
    return replace(
        live_session,
        status=Status.CLOSED,
        position=None,
        clock=None,
        unlocked={},
        at_tables=NOTHING,
        screen=replace(live_session.screen.back_to_the_wall(), mode="stage"),
        closed_at=now,
    )


def _to_the_lobby(live_session: LiveSession) -> LiveSession:
    return replace(
        live_session,
        status=Status.LOBBY,
        position=None,
        clock=None,
        unlocked={},
        at_tables=live_session.at_tables.at_next_stop(is_same_round=False),
        screen=replace(live_session.screen.back_to_the_wall(), mode="stage"),
    )


def _still_unlocked(
    live_session: LiveSession, there: Position, timeline: Timeline
) -> Mapping[int, int]:
    """In another round people may sit elsewhere; and no table stays in a stop the room has yet to
    reach."""
    if not _is_same_round(live_session, there, timeline):
        return {}
    return {table: stop for table, stop in live_session.unlocked.items() if stop <= there.stop}


def _is_same_round(live_session: LiveSession, there: Position, timeline: Timeline) -> bool:
    here = live_session.position
    if here is None or here.step != there.step:
        return False
    return timeline.at(here).round == timeline.at(there).round


def _here(live_session: LiveSession) -> Position:
    if live_session.position is None:
        raise DomainError("not_running")
    return live_session.position


def _clock(live_session: LiveSession) -> Clock:
    if live_session.clock is None:
        raise DomainError("not_running")
    return live_session.clock
