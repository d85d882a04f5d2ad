"""A room with screens that watch it, and no sockets between them."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.live.registry import RoomRegistry
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.platform.database import changes, people
from plekberaad_app.platform.database.changes import listen
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Helper, Visitor
from plekberaad_app.room import steering
from plekberaad_app.room.projections.screens import PROJECTIONS
from tests.clients.deltas import TOLD, merge
from tests.rooms import Room


class Screens:
    """Stands in for the wire: every socket is a dictionary of the vars it was sent."""

    def __init__(self) -> None:
        self.shown: dict[str, dict[str, Any]] = defaultdict(dict)
        self.heard: dict[str, list[str]] = defaultdict(list)
        self.topics: dict[str, set[str]] = defaultdict(set)
        self.gone: set[str] = set()

    def send(self, screen: str, values: Mapping[str, Any], topics: Iterable[str]) -> None:
        for sid in {sid for topic in topics for sid in self.topics[topic]}:
            self.send_to(sid, screen, values)

    def send_to(self, sid: str, screen: str, values: Mapping[str, Any]) -> None:
        merge(self.shown[sid], json.loads(json.dumps(values)))
        self.heard[sid].append(repr(values))

    def join(self, sid: str, topic: str) -> None:
        self.topics[topic].add(sid)

    def leave(self, sid: str, topic: str) -> None:
        self.topics[topic].discard(sid)

    def is_connected(self, sid: str) -> bool:
        return sid not in self.gone


class Live:
    """A room with its house, under test."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.screens = Screens()
        self.house = RoomRegistry(
            self.screens,  # pyright: ignore[reportArgumentType]
            PROJECTIONS,
            self._due,
            None,
            whose_phone=self._whose_phone,
        )
        listen(self.house._bus.tell)

    async def _due(self, _live_session_id: str) -> None: ...

    async def _whose_phone(self, live_session_id: str, key: str) -> str:
        return self._person_id(Visitor(live_session_id, key))

    async def open(self, sid: str, screen: str, visitor: Any = None) -> dict[str, Any]:
        """A screen of this kind; of a visitor, or of the helper whose link it was opened with."""
        self.house.enter(self.room.live_session_id, self._viewer(sid, screen, visitor))
        await self.settle()
        return self.screens.shown[sid]

    def _viewer(self, sid: str, screen: Any, visitor: Any) -> Viewer:
        if isinstance(visitor, Helper):
            return Viewer(sid, screen, is_picture=screen == "projector", helper=visitor)
        return Viewer(sid, screen, self._person_id(visitor), visitor.key if visitor else "")

    async def settle(self) -> None:
        """Let the publisher catch up with the truth."""
        room = self.house._rooms[self.room.live_session_id]
        for _ in range(200):
            await asyncio.sleep(0.005)
            seen = room.snapshot and room.snapshot.evening.live_session.version
            placed = all(viewer.audience for viewer in room.viewers.values())
            placed &= room.snapshot is not None and room._told is room.snapshot.evening
            if seen == self.room.live_session.version and placed and not room._wake.is_set():
                break
        await asyncio.sleep(0.02)

    async def look_along(self) -> dict[str, Any]:
        """Open what a facilitator sees of a participant's phone."""
        self.house.enter(self.room.live_session_id, Viewer("onlooker", "phone", is_onlooker=True))
        await self.settle()
        return self.screens.shown["onlooker"]

    async def look_anew(self) -> None:
        """Let the publisher read, as when another process wrote, or at its version check."""
        self.house.changed(self.room.live_session_id, 0, None)
        await self.settle()

    def _person_id(self, visitor: Any) -> str:
        if visitor is None:
            return ""
        with reading() as db:
            person = people.by_key(db, visitor.live_session_id, key_hash(visitor.key))
        return person.id if person else ""


@pytest.fixture(autouse=True)
def only_our_houses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "_listeners", [])


def keep_time(monkeypatch: pytest.MonkeyPatch, room: Room) -> None:
    """For every screen it is as late as in the room: it stands still until the room waits."""
    clock = SimpleNamespace(now=lambda _zone: room.now)
    monkeypatch.setattr("plekberaad_app.live.publisher.datetime", clock)


async def equals_a_reload(
    live: Live,
    screens: Mapping[str, tuple[str, Any]],
    use_cases: Iterable[Callable[[], object]],
) -> None:
    """Open these screens, each of a kind and perhaps of a visitor; after each use case what was
    sent to them equals what a reload shows."""
    for sid, (screen, visitor) in screens.items():
        await live.open(sid, screen, visitor)
    for number, use_case in enumerate(use_cases):
        use_case()
        await live.settle()
        for sid, (screen, visitor) in screens.items():
            # In another house, which was told nothing of what went before.
            fresh = await Live(live.room).open(sid, screen, visitor)
            assert _comparable(live.screens.shown[sid]) == _comparable(fresh), (number, sid)


def _comparable(shown: Mapping[str, Any]) -> dict[str, Any]:
    """What a screen shows of the evening, however it was told.

    How many projectors are connected is of the house; it has tests of its own.
    """
    plain = json.loads(json.dumps(shown))
    return {name: value for name, value in plain.items() if name not in (TOLD, "projectors")}


def by_role(room: Room, table: int):
    """(owner, thinkers) of a table in round 1, as visitors."""
    look = room.look()
    owners = [challenge.owner for challenge in look.challenges if challenge.owner.table == table]
    others = [person for person in look.people if person.table == table and person not in owners]
    return room.visitors[owners[0].number - 1], [room.visitors[p.number - 1] for p in others]


def unlock(room: Room, table: int, *, on: bool) -> None:
    seen = room.live_session.steering
    steering.unlock(room.facilitator, room.live_session_id, table, on, seen, room.now)


def wall(shown: Mapping[str, Any]) -> list[str]:
    return [note["text"] for note in shown.get("notes", ())]
