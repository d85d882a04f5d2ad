"""A live session as the rules see it, and how steering changes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from plekberaad_app.core.clock import Clock
from plekberaad_app.core.contributions import Board
from plekberaad_app.core.errors import DomainError, NotFound
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Position, Step, Timeline


class Status(StrEnum):
    """From the first check-in to closing."""

    LOBBY = "lobby"
    RUNNING = "running"
    CLOSED = "closed"


# A facilitator may forget about a note that is shown large; after this the wall comes back by
# itself.
LIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Screen:
    """What the facilitator chose for the projector; for the modes see `room.views.projector`.

    `spotlight` is the note that was enlarged at `lit_at`.
    """

    mode: str = "stage"
    wall_table: int = 0
    spotlight: str = ""
    lit_at: datetime | None = None

    def lit(self, now: datetime) -> str:
        """The note that is shown large at this moment, or ''."""
        return self.spotlight if self.lit_at and now - self.lit_at < LIT else ""

    def back_to_the_wall(self) -> Self:
        """The same screen without an enlarged note."""
        return replace(self, spotlight="", lit_at=None)


@dataclass(frozen=True, slots=True)
class LiveSession:
    """One evening. `steering` counts steering commands; a command names the count it was based on.

    `unlocked` has the tables that do not follow the room's clock, each with the stop it stays in.
    `minutes_available` is how long the evening may take, if anybody said so.
    """

    id: str
    code: str
    library_id: str
    title: str
    place: str = ""
    question: str = ""
    starts_at: datetime | None = None
    minutes_available: int | None = None
    status: Status = Status.LOBBY
    position: Position | None = None
    clock: Clock | None = None
    is_automatic: bool = True
    has_sound: bool = True
    started_at: datetime | None = None
    closed_at: datetime | None = None
    tables: int = 0
    unlocked: Mapping[int, int] = field(default_factory=dict)
    screen: Screen = Screen()
    message: str = ""
    version: int = 0
    cast_version: int = 0
    steering: int = 0
    steered_by: str = ""
    steered_what: str = ""

    @property
    def is_open(self) -> bool:
        """Whether people may still join and contribute."""
        return self.status is not Status.CLOSED


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


@dataclass(frozen=True, slots=True)
class Evening:
    """A live session with everything in it; screens, rules and reports are made from this."""

    live_session: LiveSession
    steps: tuple[Step, ...]
    people: tuple[Person, ...]
    challenges: tuple[Challenge, ...]
    board: Board

    @property
    def step(self) -> Step | None:
        """The running step, or None in the lobby and after closing."""
        position = self.live_session.position
        return self.steps[position.step] if position else None

    def person(self, number: int) -> Person | None:
        """The person with this number, or None."""
        return next((person for person in self.people if person.number == number), None)


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
        screen=replace(live_session.screen.back_to_the_wall(), mode="stage"),
        closed_at=now,
    )


def moves_by_itself(live_session: LiveSession, timeline: Timeline) -> bool:
    """Whether the next stop follows without a tap: only within one round of one step."""
    here = live_session.position
    if here is None or not live_session.is_automatic:
        return False
    there = timeline.after(here)
    return (
        there is not None
        and there.step == here.step
        and timeline.at(there).round == timeline.at(here).round
    )


def is_due(live_session: LiveSession, timeline: Timeline, now: datetime) -> bool:
    """Whether the running stop is over and the next one follows by itself."""
    clock = live_session.clock
    return (
        clock is not None
        and not clock.is_paused
        and clock.has_ended(now)
        and moves_by_itself(live_session, timeline)
    )


def _to_the_lobby(live_session: LiveSession) -> LiveSession:
    return replace(
        live_session,
        status=Status.LOBBY,
        position=None,
        clock=None,
        unlocked={},
        screen=replace(live_session.screen.back_to_the_wall(), mode="stage"),
    )


def _still_unlocked(
    live_session: LiveSession, there: Position, timeline: Timeline
) -> Mapping[int, int]:
    """In another round people may sit elsewhere; and no table stays in a stop the room has yet to
    reach."""
    here = live_session.position
    if here is None or here.step != there.step:
        return {}
    if timeline.at(here).round != timeline.at(there).round:
        return {}
    return {table: stop for table, stop in live_session.unlocked.items() if stop <= there.stop}


def _here(live_session: LiveSession) -> Position:
    if live_session.position is None:
        raise DomainError("not_running")
    return live_session.position


def _clock(live_session: LiveSession) -> Clock:
    if live_session.clock is None:
        raise DomainError("not_running")
    return live_session.clock
