"""Between processes: of the rooms it shows a process hears what changed, whatever else happens."""

import asyncio
import os
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
import redis.asyncio as redis
from redis.exceptions import RedisError

from plekberaad_app.live import bus
from plekberaad_app.live.bus import UNKNOWN, RedisBus
from tests.conftest import missing_service
from tests.setup.own_services import own_redis

pytestmark = pytest.mark.services

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379")
ROOM = "evening-1"


class Process:
    """One process's end of the bus; `heard` is what its rooms were told."""

    def __init__(self, url: str) -> None:
        self.heard: list[tuple[str, int]] = []
        self.projectors: list[tuple[str, str, int]] = []
        self.writers: list[tuple[Any, ...]] = []
        loop = asyncio.get_running_loop()
        self.bus = RedisBus(
            url,
            loop,
            self._hear,
            lambda *said: self.projectors.append(said),
            lambda *said: self.writers.append(said),
        )

    def _hear(self, live_session_id: str, version: int, _news: object) -> None:
        self.heard.append((live_session_id, version))

    async def follow(self, live_session_id: str) -> None:
        """Open a room, and wait until its news comes in."""
        self.bus.follow(live_session_id)
        await until(lambda: (live_session_id, UNKNOWN) in self.heard)
        self.heard.clear()


@pytest.fixture(autouse=True)
def channel(monkeypatch: pytest.MonkeyPatch) -> str:
    """A channel of this test's own."""
    name = f"plekberaad-test:{secrets.token_hex(4)}"
    monkeypatch.setattr(bus, "CHANNEL", name)
    monkeypatch.setattr(bus, "RETRY_SECONDS", 0.01)
    return name


@pytest.fixture
async def client() -> AsyncIterator[redis.Redis]:
    """Somebody who can write on any channel."""
    client = redis.from_url(REDIS)
    try:
        await client.ping()  # pyright: ignore[reportGeneralTypeIssues]
    except RedisError:
        missing_service("Redis")
    yield client
    await client.aclose()


@asynccontextmanager
async def running(*processes: Process) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(process.bus.run()) for process in processes]
    yield
    assert not any(task.done() for task in tasks)
    for task in tasks:
        task.cancel()
    with suppress(asyncio.CancelledError):
        await asyncio.gather(*tasks)


async def until(happened: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not happened():
            await asyncio.sleep(0.01)


NONSENSE = ("[1, 0, null]", '[1, 0, null, "s", 7]', '[1, 0, null, "s", [[1]]]', "[1, 0, {}, []]")


async def test_nonsense_on_the_channel_stops_nothing(client: redis.Redis, channel: str):
    process = Process(REDIS)
    async with running(process):
        await process.follow(ROOM)
        for nonsense in ("", "nonsense", "[1]", "3", "null", "[1, 2, 3]", b"\xff\xfe", *NONSENSE):
            await client.publish(f"{channel}:{ROOM}", nonsense)
        await client.publish(channel, '["somebody", 6]')
        await client.publish(f"{channel}:{ROOM}", '["somebody", 7]')
        await until(lambda: process.heard)
    assert process.heard == [(ROOM, 7)]


async def test_a_process_hears_of_its_own_rooms_only_and_of_its_own_changes_once(
    client: redis.Redis,
):
    one, other = Process(REDIS), Process(REDIS)
    async with running(one, other):
        await one.follow(ROOM)
        await one.follow("evening-2")
        await other.follow(ROOM)
        one.bus.tell(ROOM, 7)
        other.bus.tell("evening-3", 3)
        other.bus.tell("evening-2", 5)
        await until(lambda: ("evening-2", 5) in one.heard and (ROOM, 7) in other.heard)
        one.bus.unfollow("evening-2")
        one.bus.follow("evening-4")
        await until(lambda: ("evening-4", UNKNOWN) in one.heard)
        other.bus.tell("evening-2", 6)
        other.bus.tell(ROOM, 8)
        await until(lambda: (ROOM, 8) in one.heard)
    # What a process changed itself it hears at once, whether it shows the room or not.
    assert one.heard == [(ROOM, 7), ("evening-2", 5), ("evening-4", UNKNOWN), (ROOM, 8)]
    assert other.heard == [
        ("evening-3", 3), ("evening-2", 5), (ROOM, 7), ("evening-2", 6), (ROOM, 8)
    ]  # fmt: skip


async def test_listening_that_failed_begins_again(monkeypatch: pytest.MonkeyPatch):
    one, other = Process(REDIS), Process(REDIS)
    take, broken = one.bus._take, [True]

    def fail_once(message: Mapping[str, object]) -> None:
        if broken and message["type"] == "message":
            broken.pop()
            raise ValueError("nobody thought of this")
        take(message)

    monkeypatch.setattr(one.bus, "_take", fail_once)
    async with running(one, other):
        await one.follow(ROOM)
        other.bus.tell(ROOM, 7)
        # What was not understood may have been missed, so the room looks.
        await until(lambda: (ROOM, UNKNOWN) in one.heard)
        other.bus.tell(ROOM, 8)
        await until(lambda: (ROOM, 8) in one.heard)
    assert not broken


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
async def test_after_a_restart_of_redis_every_room_looks_once_and_news_goes_on(how: signal.Signals):
    with own_redis() as server:
        one, other = Process(server.url), Process(server.url)
        async with running(one, other):
            await one.follow(ROOM)
            await other.follow(ROOM)
            server.stop(how)
            for version in (7, 8, 9):
                one.bus.tell(ROOM, version)
            await until(lambda: len(one.heard) == 3)
            assert other.heard == []
            server.start()
            await until(lambda: (ROOM, UNKNOWN) in other.heard and (ROOM, UNKNOWN) in one.heard)
            one.bus.tell(ROOM, 10)
            await until(lambda: (ROOM, 10) in other.heard)


async def test_a_redis_that_hangs_stops_nothing_here_and_news_goes_on_after_it(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(bus, "TIMEOUT_SECONDS", 0.1)
    with own_redis() as server:
        one, other = Process(server.url), Process(server.url)
        async with running(one, other):
            await other.follow(ROOM)
            server.freeze()
            for version in range(1, 4):
                one.bus.tell(ROOM, version)
                await until(lambda version=version: (ROOM, version) in one.heard)
                await asyncio.sleep(0.2)
            server.thaw()
            one.bus.tell(ROOM, 10)
            await until(lambda: (ROOM, 10) in other.heard)


async def test_between_processes_travels_how_many_write_at_each_table(channel):
    here, there = Process(REDIS), Process(REDIS)
    async with running(here, there):
        await there.follow(ROOM)
        here.bus.tell_writers(ROOM, "step", {1: 2, 3: 1})
        here.bus.tell_projectors(ROOM, 1)
        await until(lambda: there.writers and there.projectors)
        ((room, _sender, step_id, writing),) = there.writers
        assert (room, step_id, writing) == (ROOM, "step", {1: 2, 3: 1})
        assert there.heard == here.writers == []


async def test_while_redis_is_away_only_the_newest_of_who_writes_waits(channel):
    here, there = Process(REDIS), Process(REDIS)
    for count in (1, 2, 3):
        here.bus.tell_writers(ROOM, "step", {1: count})
    async with running(there):
        await there.follow(ROOM)
        async with running(here):
            await until(lambda: there.writers)
    assert [said[3] for said in there.writers] == [{1: 3}]
