"""All rooms of this process, each with its publisher, and the bus that wakes them."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from plekberaad_app.core.memoizing import forget
from plekberaad_app.live.bus import Bus, Hear, HearProjectors, HearWriters, LocalBus, RedisBus
from plekberaad_app.live.projections import Projections
from plekberaad_app.live.projectors import SAID_EVERY_SECONDS
from plekberaad_app.live.publisher import OnDue, Room, StillGood, StillSteers, WhosePhone
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.live.writers import PerTable
from plekberaad_app.platform.database.changes import CommittedChange, listen
from plekberaad_app.platform.reflex.wire import Wire

log = logging.getLogger(__name__)

LOGIN_CHECK_SECONDS = 60.0

RESTART_SECONDS = 1.0


class RoomRegistry:
    """Opens a room for the first screen that enters it, and drops it after the last one leaves.

    Create it in a running event loop: that is where its rooms live.
    """

    def __init__(
        self,
        wire: Wire,
        projections: Projections,
        on_due: OnDue,
        redis_url: str | None,
        still_steers: StillSteers | None = None,
        whose_phone: WhosePhone | None = None,
        *,
        still_good: StillGood | None = None,
    ) -> None:
        """`still_steers` tells whether the login with this token is still valid, `still_good` which
        links of helpers are."""
        self._wire, self._projections = wire, projections
        self._whose_phone = whose_phone
        self._still_steers, self._still_good = still_steers, still_good
        self._on_due = on_due
        self._bus = _bus(redis_url, self.changed, self.hear_projectors, self.hear_writers)
        self._rooms: dict[str, Room] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Carry changes from writers to rooms until cancelled."""
        stop_listening = listen(self._bus.tell)
        beside = [
            asyncio.create_task(self._check_logins_in_time()),
            asyncio.create_task(self._say_projectors_in_time()),
        ]
        try:
            await self._bus.run()
            await asyncio.Event().wait()
        finally:
            stop_listening()
            for task in (*beside, *self._tasks):
                task.cancel()

    def enter(self, live_session_id: str, viewer: Viewer) -> None:
        """Let a screen watch a room; from now on it is sent nothing of any other room."""
        for room in list(self._rooms.values()):
            room.dismiss(viewer.sid)
        self._room(live_session_id).enter(viewer)

    async def check_logins(self) -> None:
        """Close the screens whose login has ended: their browser reconnects, and is nobody."""
        for room in list(self._rooms.values()):
            await room.check_logins()

    def tell_tablets(self, values: Mapping[str, Any], live_session_id: str = "") -> None:
        """Send this to every tablet that is open here, or only to those of one room."""
        for room in self._rooms.values():
            if live_session_id in ("", room.live_session_id):
                for viewer in room.tablets():
                    self._wire.send_to(viewer.sid, viewer.screen, values)

    def present(self, live_session_id: str) -> frozenset[str]:
        """The ids of people who have a phone connected here; callable from any thread."""
        room = self._rooms.get(live_session_id)
        return room.present() if room else frozenset()

    def identify(self, live_session_id: str) -> None:
        """It may have changed whose phones these are."""
        room = self._rooms.get(live_session_id)
        if room is not None:
            room.identify_all()

    async def _check_logins_in_time(self) -> None:
        """This also finds logins that expired, or were ended at another process."""
        while True:
            await asyncio.sleep(LOGIN_CHECK_SECONDS)
            await self.check_logins()

    async def _say_projectors_in_time(self) -> None:
        """Tell the other processes, which may have the tablet of a room whose projector is here."""
        said: set[str] = set()
        while True:
            shown = {name: room.projectors.here for name, room in self._rooms.items()}
            for name in said | {name for name, count in shown.items() if count}:
                self._bus.tell_projectors(name, shown.get(name, 0))
            said = {name for name, count in shown.items() if count}
            await asyncio.sleep(SAID_EVERY_SECONDS)

    def hear_projectors(self, live_session_id: str, process: str, count: int) -> None:
        """Another process reports how many projectors of a room it has."""
        room = self._rooms.get(live_session_id)
        if room is not None:
            room.hear_projectors(process, count)

    def hear_writers(
        self, live_session_id: str, process: str, step_id: str, writing: PerTable
    ) -> None:
        """Another process reports how many write at each table of a room."""
        room = self._rooms.get(live_session_id)
        if room is not None:
            room.writing.hear_elsewhere(process, step_id, writing)

    def hear_writing(self, sid: str, said: Sequence[Any]) -> None:
        """A browser says that somebody writes, or stopped (`Writing.hear`)."""
        for room in self._rooms.values():
            if sid in room.viewers:
                room.writing.hear(sid, said)

    def changed(self, live_session_id: str, _version: int, news: CommittedChange | None) -> None:
        """A live session changed, here or in another process; without news the room reads it."""
        room = self._rooms.get(live_session_id)
        if room is not None:
            room.changed(news)

    def counts(self) -> dict[str, int]:
        """How many rooms, screens and publishers there are now."""
        return {
            "rooms": len(self._rooms),
            "screens": sum(len(room.viewers) for room in self._rooms.values()),
            "publishers": len(self._tasks),
        }

    def _room(self, live_session_id: str) -> Room:
        room = self._rooms.get(live_session_id)
        if room is None:
            room = Room(
                live_session_id,
                self._wire,
                self._projections,
                self._on_due,
                self._whose_phone,
                self._still_steers,
                self._still_good,
                self._bus.tell_writers,
            )
            self._rooms[live_session_id] = room
            task = asyncio.create_task(self._keep(room))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            self._bus.follow(live_session_id)
        return room

    async def _keep(self, room: Room) -> None:
        """Publish until the last screen leaves; a publisher that dies is replaced."""
        while True:
            try:
                await room.run()
                break
            except Exception as error:
                log.error("a publisher died: %s", type(error).__name__)
            await asyncio.sleep(RESTART_SECONDS)
            room.start_over()
        # Nothing awaits between the last check of `viewers` and this line, so nobody can slip in.
        del self._rooms[room.live_session_id]
        self._bus.unfollow(room.live_session_id)
        forget(room.live_session_id)


def _bus(
    redis_url: str | None, hear: Hear, hear_projectors: HearProjectors, hear_writers: HearWriters
) -> Bus:
    loop = asyncio.get_running_loop()
    if redis_url:
        return RedisBus(redis_url, loop, hear, hear_projectors, hear_writers)
    return LocalBus(loop, hear)


_registry: RoomRegistry | None = None


def open_registry(opened: RoomRegistry) -> RoomRegistry:
    """Make this the registry of the process."""
    global _registry
    _registry = opened
    return opened


def present(live_session_id: str) -> frozenset[str]:
    """Who has a phone connected to this process; nobody if there is no registry."""
    return _registry.present(live_session_id) if _registry else frozenset()


def tell_tablets(values: Mapping[str, Any], live_session_id: str = "") -> None:
    """Send this to tablets (`RoomRegistry.tell_tablets`), if there is a registry."""
    if _registry is not None:
        _registry.tell_tablets(values, live_session_id)


def hear_writing(sid: str, *said: Any) -> None:
    """A browser says that somebody writes (`RoomRegistry.hear_writing`), if there is a registry."""
    if _registry is not None:
        _registry.hear_writing(sid, said)


def room_registry() -> RoomRegistry:
    """The registry of this process; raises RuntimeError before it is open."""
    if _registry is None:
        raise RuntimeError("the house is not open")
    return _registry


async def check_logins() -> None:
    """Close the tablets whose login has ended, if there is a registry."""
    if _registry is not None:
        await _registry.check_logins()
