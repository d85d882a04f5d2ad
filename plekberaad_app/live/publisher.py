"""A room: all screens of one live session in this process, and the one task that sends to them.

Everything is sent by that task, so the order is guaranteed: on `changed` it takes a snapshot of the
evening, projects it once per audience that is watching here, and sends only the vars whose value
changed. If a use case of this process passed on everything it changed, nothing is read from the
database. A new screen gets its first view from the same task. There is no timer: what changes
during a publish goes with the next one. Each time, tablet and projector also get what has changed
by time alone.

Only when many people come in at once does the room pause between two updates for everybody:
newcomers get their own view at once, the others are told about all of them together.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import NotFound
from plekberaad_app.core.evening import Evening, is_due, moves_by_itself
from plekberaad_app.core.memoizing import cache_scope, forget
from plekberaad_app.live.audience_view import AudienceView, Changed
from plekberaad_app.live.last_sent import UpdateBatch
from plekberaad_app.live.projections import Projections
from plekberaad_app.live.projectors import Projectors
from plekberaad_app.live.snapshot import Snapshot, after, take
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.live.wall_clock import WallClock
from plekberaad_app.live.writing import TellWriters, Writing
from plekberaad_app.platform import metrics
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.reflex.wire import Wire

log = logging.getLogger(__name__)

# How often to check the version in the database unasked, in case a message between processes was
# lost.
VERSION_CHECK_SECONDS = 3.0
# For how long somebody who came in may be missing on other people's screens.
REST_SECONDS = 0.5
NEVER = float("-inf")

OnDue = Callable[[str], Awaitable[Any]]
# For a live session and a key: the id of the person, '' for nobody, or None while it is not known.
WhosePhone = Callable[[str, str], Awaitable[str | None]]
# Whether the login with this token goes on.
StillSteers = Callable[[str], Awaitable[bool]]
# Which of these helpers still have a link that is good.
StillGood = Callable[[Collection[str]], Awaitable[Collection[str]]]


@dataclass
class Room:
    """The viewers of one live session and what each audience was last sent."""

    live_session_id: str
    wire: Wire
    projections: Projections
    on_due: OnDue
    whose_phone: WhosePhone | None = None
    still_steers: StillSteers | None = None
    still_good: StillGood | None = None
    tell_writers: TellWriters | None = None
    viewers: dict[str, Viewer] = field(default_factory=dict)
    views: dict[Audience, AudienceView] = field(default_factory=dict)
    snapshot: Snapshot | None = None
    wall_clock: WallClock = field(default_factory=WallClock)
    projectors: Projectors = field(default_factory=Projectors)
    writing: Writing = field(init=False)
    _projectors_told: int = -1
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _heard: list[CommittedChange | None] = field(default_factory=list)
    _told: Evening | None = None
    _told_at: float = NEVER
    _read_at: float = NEVER
    _is_urgent: bool = True
    _identifies_all: bool = False

    def __post_init__(self) -> None:
        self.writing = Writing(self)

    def enter(self, viewer: Viewer) -> None:
        """A screen wants its view; it gets it with the next publish, which is now."""
        self.viewers[viewer.sid] = viewer
        self._is_seen_by(viewer)
        self._wake.set()

    def dismiss(self, sid: str) -> None:
        """A screen no longer watches this room, or is about to watch it again."""
        viewer = self.viewers.pop(sid, None)
        if viewer is not None:
            self._leave(viewer)
            self._is_seen_by(viewer)

    def _is_seen_by(self, viewer: Viewer) -> None:
        """A screen came or left: the tablets are told how many projectors there are now."""
        if viewer.screen == "projector":
            shown = (v.screen == "projector" and not v.is_picture for v in self.viewers.values())
            self.projectors.here = sum(shown)
        elif viewer.screen == "tablet":
            self._projectors_told = -1

    def hear_projectors(self, process: str, count: int) -> None:
        """Another process reports how many projectors of this room it has."""
        self.projectors.hear(process, count, monotonic())
        if self.projectors.count(monotonic()) != self._projectors_told:
            self._wake.set()

    def changed(self, news: CommittedChange | None = None) -> None:
        """The evening changed; without news it must be read from the database."""
        self._heard.append(news)
        self._wake.set()

    def start_over(self) -> None:
        """Send every screen everything with the next publish, which is now."""
        self._forget_what_was_sent()
        self._wake.set()

    async def run(self) -> None:
        """Publish until no screen is left."""
        cache_scope(self.live_session_id)
        await self._wake.wait()
        while self.viewers:
            self._wake.clear()
            with metrics.PUBLISH.time():
                await self._publish_safely()
            self._tell_projectors()
            self.writing.look_again()
            if not await self._is_woken():
                self._drop_the_gone()

    def _tell_projectors(self) -> None:
        count = self.projectors.count(monotonic())
        if count != self._projectors_told:
            self._projectors_told = count
            for viewer in self.tablets():
                self.wire.send_to(viewer.sid, "tablet", {"projectors": count})

    async def _publish_safely(self) -> None:
        """A failed publish must not end the room: the next change, or version check, tries
        again."""
        try:
            snapshot = await self._look()
        except NotFound:
            self._send_all_away()
            return
        except Exception as error:
            _log_failure(error)
            # What was heard may be told only in part, so the next update is for everybody.
            self._is_urgent = True
            return
        try:
            await self._publish(snapshot)
        except Exception as error:
            _log_failure(error)
            self._forget_what_was_sent()

    async def _look(self) -> Snapshot:
        """The evening as the commits passed it on; rebuilt from the database if an update was
        missed."""
        heard, self._heard = self._heard, []
        self._is_urgent |= any(news is None or not news.is_arrival for news in heard)
        if told := self._as_told(heard):
            return told
        self._read_at = NEVER
        snapshot = await asyncio.to_thread(take, self.live_session_id, self.snapshot)
        self._read_at = monotonic()
        self._is_urgent |= self.snapshot is None or self.snapshot.evening is not snapshot.evening
        return snapshot

    def _as_told(self, heard: Sequence[CommittedChange | None]) -> Snapshot | None:
        if self.snapshot is None:
            return None
        if heard:
            return after(self.snapshot, heard)
        return Snapshot(self.snapshot.evening) if self._knows_enough(self.snapshot) else None

    def _knows_enough(self, snapshot: Snapshot) -> bool:
        """Whether we missed nothing as far as we know, and everybody who waits for a view is in
        it."""
        is_fresh = monotonic() - self._read_at < VERSION_CHECK_SECONDS
        strangers = (
            viewer.person_id and not viewer.person_in(snapshot.evening)
            for viewer in self._newcomers()
        )
        return is_fresh and not any(strangers)

    def _newcomers(self) -> list[Viewer]:
        return [viewer for viewer in self.viewers.values() if viewer.audience is None]

    def _send_all_away(self) -> None:
        """The live session was deleted: its screens say so, and the room ends."""
        for viewer in list(self.viewers.values()):
            self.send_away(viewer)

    def tablets(self) -> list[Viewer]:
        """The screens that steer this room."""
        return [viewer for viewer in self.viewers.values() if viewer.screen == "tablet"]

    def present(self) -> frozenset[str]:
        """The ids of people who have a phone connected; callable from any thread."""
        return frozenset(
            each.person_id
            for each in list(self.viewers.values())
            if each.person_id and self.wire.is_connected(each.sid)
        )

    def by_login(self) -> list[Viewer]:
        """The screens that show this room to a facilitator, for as long as their login lasts."""
        return [
            each for each in self.viewers.values() if each.screen == "tablet" or each.is_onlooker
        ]

    def send_away(self, viewer: Viewer) -> None:
        """For this screen the room no longer exists."""
        self.wire.send_to(viewer.sid, viewer.screen, self.projections.gone)
        self.dismiss(viewer.sid)

    async def check_links(self) -> None:
        """Close the screens that were opened with a link that was withdrawn since: they say so.

        A login that came in by one ended with it.
        """
        helped = {each.helper.id for each in self.viewers.values() if each.helper}
        good = await self.still_good(helped) if helped and self.still_good else helped
        for viewer in list(self.viewers.values()):
            if viewer.helper and viewer.helper.id not in good:
                self.send_away(viewer)
        await self.check_logins()

    async def check_logins(self) -> None:
        """Close the screens whose login has ended: their browser reconnects, and is nobody."""
        for viewer in self.by_login():
            if self.still_steers and not await self.still_steers(viewer.key):
                self.send_away(viewer)
                self.wire.hang_up(viewer.sid)

    def _forget_what_was_sent(self) -> None:
        """It is unknown who got what: at the next publish every screen counts as new."""
        self.snapshot = self._told = None
        self._is_urgent = True
        self.views.clear()
        for viewer in self.viewers.values():
            self._leave(viewer)
            viewer.start_over()

    def _leave(self, viewer: Viewer) -> None:
        if viewer.audience is not None:
            self.wire.leave(viewer.sid, self.topic(viewer.audience))

    async def _publish(self, snapshot: Snapshot) -> None:
        if self.wall_clock.was_set():
            # The time that is left changed at once, for every screen.
            self._forget_what_was_sent()
        before, self.snapshot = self.snapshot, snapshot
        if before and _links_withdrawn(snapshot) != _links_withdrawn(before):
            await self.check_links()
        if before and _lacks_somebody(snapshot.evening, before.evening):
            forget(self.live_session_id)
            await self._identify(snapshot.evening)
        elif self._identifies_all:
            await self._identify(snapshot.evening)
        now = datetime.now(UTC)
        if self._rest_left() > 0:
            self._receive(self._newcomers(), snapshot, now)
        else:
            await self._tell_everybody(snapshot, self._changed(snapshot, before), now)
        if self._is_due(now):
            # Its commit wakes us; if it fails, the version check brings us back here.
            await self.on_due(self.live_session_id)

    def identify_all(self) -> None:
        """Find out for every phone whose it is, with the next publish, which is now."""
        self._identifies_all = self._is_urgent = True
        self._wake.set()

    async def _identify(self, evening: Evening) -> None:
        """A row may have been joined into another: its phone is that person's from now on."""
        everybody, self._identifies_all = self._identifies_all, False
        for viewer in list(self.viewers.values()):
            is_unsure = everybody or not viewer.person_in(evening)
            if viewer.person_id and viewer.key and is_unsure and self.whose_phone:
                found = await self.whose_phone(self.live_session_id, viewer.key)
                if found is not None:
                    viewer.is_of(found)

    def _rest_left(self) -> float:
        """For how many more seconds the room may wait with telling everybody that people came
        in."""
        return 0 if self._is_urgent else self._told_at + REST_SECONDS - monotonic()

    def _changed(self, snapshot: Snapshot, before: Snapshot | None) -> Changed:
        """What may be otherwise than it was told last; None when that may be anything."""
        if snapshot.evening is self._told:
            return frozenset()
        return snapshot.changed if before and before.evening is self._told else None

    async def _tell_everybody(self, snapshot: Snapshot, changed: Changed, now: datetime) -> None:
        self._told, self._told_at, self._is_urgent = snapshot.evening, monotonic(), False
        moved_at = snapshot.moved_at
        moved = [viewer for viewer in self.viewers.values() if viewer.placed_at != moved_at]
        placed = self._place(moved, snapshot, now)
        await self._tell_audiences(snapshot.evening, changed, now)
        for viewer in placed:
            self._welcome(viewer, snapshot, now)
        self._tell_persons(list(self.viewers.values()), snapshot, now)

    def _receive(self, newcomers: Sequence[Viewer], snapshot: Snapshot, now: datetime) -> None:
        """Give newcomers their views; the others hear of them after the pause."""
        for viewer in self._place(newcomers, snapshot, now):
            self._welcome(viewer, snapshot, now)
        self._tell_persons(newcomers, snapshot, now)

    def _place(self, viewers: Iterable[Viewer], snapshot: Snapshot, now: datetime) -> list[Viewer]:
        """Put these screens in their audience; returns those that are new to it."""
        placed, moved_at = [], snapshot.moved_at
        for viewer in viewers:
            audience = viewer.audience_in(snapshot.evening, self.projections, now)
            if audience != viewer.audience:
                self._leave(viewer)
                viewer.audience = audience
                placed.append(viewer)
            viewer.placed_at = moved_at
        return placed

    async def _tell_audiences(self, evening: Evening, changed: Changed, now: datetime) -> None:
        if changed is None:
            self._forget_unwatched()
        watched = {audience.screen for audience in self.views}
        for screen in filter(watched.__contains__, self.projections.shared):
            updates = UpdateBatch()
            for audience, view in self.views.items():
                if audience.screen == screen:
                    updates.add(view.news(evening, changed, now), self.topic(audience))
            for news, topics in updates:
                self.wire.send(screen, news, topics)
            # What is queued for the phones is sent before the next screen is worked out.
            await asyncio.sleep(0)

    def _forget_unwatched(self) -> None:
        watched = {viewer.audience for viewer in self.viewers.values() if viewer.audience}
        for gone in self.views.keys() - watched:
            del self.views[gone]

    def _welcome(self, viewer: Viewer, snapshot: Snapshot, now: datetime) -> None:
        """A screen that is new to its audience gets the whole view, and every update after it."""
        audience = viewer.audience
        if audience is None or self.viewers.get(viewer.sid) is not viewer:
            return
        if audience not in self.views:
            self.views[audience] = AudienceView(audience, self.projections)
            self.views[audience].news(snapshot.evening, None, now)
        self.wire.join(viewer.sid, self.topic(audience))
        shown = {**self.views[audience].all(now), **self.writing.shown_to(audience)}
        self.wire.send_to(viewer.sid, audience.screen, shown)

    def _tell_persons(self, viewers: Iterable[Viewer], snapshot: Snapshot, now: datetime) -> None:
        moved_at = snapshot.moved_at
        for viewer in viewers:
            if viewer.screen == "phone" and viewer.is_concerned(snapshot, moved_at):
                self._tell_person(viewer, snapshot.evening, now)

    def _tell_person(self, viewer: Viewer, evening: Evening, now: datetime) -> None:
        view = viewer.own_view(evening, self.projections, now)
        if news := viewer.last_sent.news(view, now):
            self.wire.send_to(viewer.sid, "phone", news)

    def _drop_the_gone(self) -> None:
        for sid in [sid for sid in self.viewers if not self.wire.is_connected(sid)]:
            self.dismiss(sid)

    async def _is_woken(self) -> bool:
        """Wait; False if the clock ran out, or it is time to update everybody or to check the
        version."""
        try:
            async with asyncio.timeout(self._patience()):
                await self._wake.wait()
        except TimeoutError:
            return False
        return True

    def _patience(self) -> float:
        if self.snapshot and self.snapshot.evening is not self._told and not self._is_urgent:
            return max(self._rest_left(), 0)
        clock = self.snapshot and self.snapshot.evening.live_session.clock
        if not clock or clock.is_paused or not self._moves_by_itself():
            return VERSION_CHECK_SECONDS
        left = clock.remaining(datetime.now(UTC)).total_seconds()
        return min(left, VERSION_CHECK_SECONDS) if left > 0 else VERSION_CHECK_SECONDS

    def _is_due(self, now: datetime) -> bool:
        if self.snapshot is None:
            return False
        evening = self.snapshot.evening
        return is_due(evening.live_session, timeline_of(evening.steps), now)

    def _moves_by_itself(self) -> bool:
        if self.snapshot is None:
            return False
        evening = self.snapshot.evening
        return moves_by_itself(evening.live_session, timeline_of(evening.steps))

    def topic(self, audience: Audience) -> str:
        """What all screens of this audience listen to."""
        whose = audience.role or audience.step_id
        topic = f"{self.live_session_id}/{audience.screen}/{audience.table}/{whose}"
        group = audience.group
        return f"{topic}/{group.kind}/{group.number}" if group else topic


def _links_withdrawn(snapshot: Snapshot) -> int:
    return snapshot.evening.live_session.links_withdrawn


def _lacks_somebody(evening: Evening, before: Evening) -> bool:
    """Whether a person or a name from before is gone."""
    if evening.people is before.people:
        return False
    known = {(person.id, person.name) for person in evening.people}
    return any((person.id, person.name) not in known for person in before.people)


def _log_failure(error: Exception) -> None:
    log.error("publish failed: %s", type(error).__name__, exc_info=log.isEnabledFor(10))
