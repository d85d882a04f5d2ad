"""How the evening runs against its plan: when it should end, and when it will end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from math import ceil

from plekberaad_app.core.clock import Clock
from plekberaad_app.core.programme import Position, Stop, Timeline

_MINUTE = timedelta(minutes=1)

# An evening that starts further than this from the planned hour is a try-out.
_NEAR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The planned end and the expected end (aware UTC datetimes)."""

    planned_end: datetime
    expected_end: datetime

    @property
    def minutes_behind(self) -> int:
        """Whole minutes behind the plan, negative when ahead; fractions do not count."""
        behind = self.expected_end - self.planned_end
        whole = abs(behind) // _MINUTE
        return whole if behind > timedelta() else -whole


def schedule(
    timeline: Timeline,
    position: Position | None,
    clock: Clock | None,
    planned_start: datetime,
    now: datetime,
) -> Schedule:
    """What remains is the rest of this stop (nothing when in overtime) and all later stops.

    Without a position the programme is over: it ends now.
    """
    later = timeline.length_from(timeline.after(position)) if position else timedelta()
    current = clock.remaining(now) if clock else timedelta()
    return Schedule(
        planned_end=planned_start + timeline.length_from(timeline.first()),
        expected_end=now + current + later,
    )


def planned_start(starts_at: datetime | None, started_at: datetime) -> datetime:
    """The moment delays are measured from: the planned hour, unless this is a try-out at another
    time."""
    is_near = starts_at is not None and abs(started_at - starts_at) <= _NEAR
    return starts_at if starts_at and is_near else started_at


def minutes_left(timeline: Timeline, minutes_available: int) -> int:
    """How many minutes of the evening the programme leaves unused; negative when it is too long."""
    length = timeline.length_from(timeline.first())
    return minutes_available - ceil(length / _MINUTE)


def start_times(timeline: Timeline, started_at: datetime) -> tuple[datetime, ...]:
    """When each step begins as planned; a step without stops begins with the next one."""
    lengths = [_length(stops) for stops in timeline.stops]
    offsets = accumulate(lengths, initial=timedelta())
    return tuple(started_at + offset for offset in offsets)[:-1]


def _length(stops: Iterable[Stop]) -> timedelta:
    return sum((stop.length for stop in stops), timedelta())
