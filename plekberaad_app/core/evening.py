"""A live session as the rules see it, and the evening with everything in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from plekberaad_app.core.at_tables import AT_TABLES, NOTHING, AtTables
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.contributions import Board
from plekberaad_app.core.noticing import notice
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
    `minutes_available` is how long the evening may take, if anybody said so. The `message` is for
    one table, or with `message_table` 0 for everybody. With `approves_first` what people write
    waits for a facilitator. `spread`: how much shorter the programme was made on the way, so that
    the planned end stays where it was. A rehearsal has the id of the evening that it `rehearses`.
    `links_withdrawn` counts the links of helpers that were: whoever shows the evening then looks
    who may still see it.
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
    message_table: int = 0
    approves_first: bool = False
    spread: timedelta = timedelta()
    rehearses: str = ""
    version: int = 0
    cast_version: int = 0
    steering: int = 0
    steered_by: str = ""
    steered_what: str = ""
    links_withdrawn: int = 0
    at_tables: AtTables = NOTHING

    @property
    def is_open(self) -> bool:
        """Whether people may still join and contribute."""
        return self.status is not Status.CLOSED


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

    @property
    def at_tables(self) -> AtTables:
        """What the tables say of themselves; whoever shows it is told when that changes."""
        notice(AT_TABLES)
        return self.live_session.at_tables

    def person(self, number: int) -> Person | None:
        """The person with this number, or None."""
        return next((person for person in self.people if person.number == number), None)


def moves_by_itself(live_session: LiveSession, timeline: Timeline) -> bool:
    """Whether the next stop follows without a tap: only within one round of one step."""
    here = live_session.position
    if here is None or not live_session.is_automatic or not timeline.at(here).ends_by_itself:
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
