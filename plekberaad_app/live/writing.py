"""Tells the screens of a room where somebody is writing, apart from what its publisher sends.

A var of its own on every screen, told by a timer of its own: a phone hears how many write at its
table, tablet and projector at which tables somebody does. Whoever writes more wakes no publisher.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Protocol

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import open_boxes
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person, still_here
from plekberaad_app.live.last_sent import UpdateBatch
from plekberaad_app.live.projections import Projections, Values
from plekberaad_app.live.snapshot import Snapshot
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.live.writers import (
    NO_TABLE,
    Elsewhere,
    PerTable,
    Writers,
    per_table,
    tables_of,
    told,
)
from plekberaad_app.platform.reflex.wire import Wire

# No audience hears of it more often.
TOLD_EVERY_SECONDS = 1.0
# How often the other processes are told the same.
SAID_EVERY_SECONDS = 3.0
NEVER = float("-inf")

# For a live session: the step, and how many write at each table of it in this process.
TellWriters = Callable[[str, str, PerTable], None]


class Watched(Protocol):
    """What it needs of a room."""

    live_session_id: str
    wire: Wire
    projections: Projections
    viewers: dict[str, Viewer]
    snapshot: Snapshot | None
    tell_writers: TellWriters | None

    def topic(self, audience: Audience) -> str:
        """What all screens of this audience listen to."""
        ...


class Writing:
    """Who writes in one room, and what its screens were last told of it."""

    def __init__(self, room: Watched, clock: Callable[[], float] = monotonic) -> None:
        self._room, self._clock = room, clock
        self._writers, self._elsewhere = Writers(), Elsewhere()
        self._shown: PerTable = {}
        self._told_at = self._said_at = NEVER
        self._said: PerTable = {}
        self._timer: asyncio.TimerHandle | None = None

    def hear(self, sid: str, said: Sequence[Any]) -> None:
        """A browser says `(step_id, act, is_writing)`; anything else is ignored."""
        match said:
            case [str(step_id), str(act), True] if self._may_write(sid, step_id, act):
                self._writers.begin(sid, step_id, self._clock())
            case [str(), str(), False]:
                self._writers.stop(sid, self._clock())
            case _:
                return
        self._tell_soon()

    def hear_elsewhere(self, process: str, step_id: str, writing: PerTable) -> None:
        """Another process says how many write there, at each table."""
        if self._elsewhere.hear(process, step_id, writing, self._clock()):
            self._tell_soon()

    def look_again(self) -> None:
        """The evening may have changed: another step, other seats."""
        if self._shown or self._writers.next_end() is not None:
            self._tell_soon()

    def shown_to(self, audience: Audience) -> Values:
        """What this audience was last told, for a screen that is new to it."""
        return _values(audience, self._shown)

    def _may_write(self, sid: str, step_id: str, act: str) -> bool:
        """Whether this is a box of the step that runs, and open on the phone behind this socket."""
        evening = self._evening
        if evening is None or evening.step is None or evening.step.id != step_id:
            return False
        return act in self._open_boxes(sid, evening)

    def _open_boxes(self, sid: str, evening: Evening) -> Collection[str]:
        viewer = self._room.viewers.get(sid)
        person = _participant(viewer, evening) if viewer else None
        return open_boxes(evening, person, datetime.now(UTC)) if person else ()

    @property
    def _evening(self) -> Evening | None:
        return self._room.snapshot.evening if self._room.snapshot else None

    def _tell_soon(self) -> None:
        self._tell_at(self._told_at + TOLD_EVERY_SECONDS)

    def _tell_at(self, at: float) -> None:
        """Tell at this moment, unless it happens sooner."""
        loop = asyncio.get_running_loop()
        delay = max(at - self._clock(), 0)
        if self._timer is not None:
            if self._timer.when() <= loop.time() + delay:
                return
            self._timer.cancel()
        self._timer = loop.call_later(delay, self._tell)

    def _tell(self) -> None:
        self._timer, self._told_at = None, self._clock()
        evening = self._evening
        step_id = evening.step.id if evening and evening.step else ""
        here = self._here(evening) if evening else Counter[int]()
        self._say_elsewhere(step_id, here)
        writing = here + self._elsewhere.in_step(step_id, self._told_at)
        self._show(told(writing, self._phones(evening)) if evening and writing else {})
        ends = (self._writers.next_end(), self._elsewhere.next_end())
        if known := [end for end in ends if end is not None]:
            self._tell_at(max(min(known), self._told_at + TOLD_EVERY_SECONDS))

    def _here(self, evening: Evening) -> Counter[int]:
        """How many people write at each table, as far as their phones are in this process.

        Their box may have closed since they began.
        """
        viewers, is_connected = self._room.viewers, self._room.wire.is_connected
        sids = self._writers.in_step(evening.step.id if evening.step else "", self._told_at)
        open_at = [sid for sid in sids if is_connected(sid) and self._open_boxes(sid, evening)]
        here = [viewers[sid] for sid in open_at]
        seats = {each.person_id: each.audience and each.audience.table for each in here}
        return per_table(seats.values())

    def _phones(self, evening: Evening) -> Counter[int]:
        now, audience_of = datetime.now(UTC), self._room.projections.audience_of
        return per_table(
            audience_of(evening, person, now).table
            for person in still_here(evening.people)
            if person.has_phone
        )

    def _show(self, shown: PerTable) -> None:
        before, self._shown = self._shown, shown
        updates = defaultdict[str, UpdateBatch](UpdateBatch)
        for audience in {viewer.audience for viewer in self._room.viewers.values()}:
            if audience and (news := _values(audience, shown)) != _values(audience, before):
                updates[audience.screen].add(news, self._room.topic(audience))
        for screen, batch in updates.items():
            for news, topics in batch:
                self._room.wire.send(screen, news, topics)

    def _say_elsewhere(self, step_id: str, here: PerTable) -> None:
        """Only when it differs from what they heard, or they would forget it."""
        is_known = here == self._said and self._told_at - self._said_at < SAID_EVERY_SECONDS
        if self._room.tell_writers is None or is_known or not (here or self._said):
            return
        self._said, self._said_at = here, self._told_at
        self._room.tell_writers(self._room.live_session_id, step_id, here)


def _values(audience: Audience, shown: PerTable) -> Values:
    if audience.screen == "phone":
        return {"writers": shown.get(audience.table or NO_TABLE, 0)}
    if audience.screen in ("projector", "tablet"):
        return {"writing_tables": tables_of(shown)}
    return {}


def _participant(viewer: Viewer, evening: Evening) -> Person | None:
    """Whose phone this is; None where it is another screen, or they went home."""
    if viewer.screen != "phone" or viewer.is_onlooker:
        return None
    person = viewer.person_in(evening)
    return None if person is None or person.has_left else person
