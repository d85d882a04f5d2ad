"""Between processes: what changed is heard everywhere, whatever else passes by on the channel."""

import asyncio
import os
import secrets
from contextlib import suppress

import pytest
import redis.asyncio as redis
from redis.exceptions import RedisError

from plekberaad_app.live import bus
from plekberaad_app.live.bus import RedisBus
from tests.conftest import missing_service

pytestmark = pytest.mark.services

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379")


@pytest.fixture
async def channel(monkeypatch):
    """A channel of this test's own, and somebody who can write in it."""
    name = f"plekberaad-test:{secrets.token_hex(4)}"
    monkeypatch.setattr(bus, "CHANNEL", name)
    monkeypatch.setattr(bus, "RETRY_SECONDS", 0.01)
    client = redis.from_url(REDIS)
    try:
        await client.ping()  # pyright: ignore[reportGeneralTypeIssues]
    except RedisError:
        missing_service("Redis")
    yield lambda message: client.publish(name, message)
    await client.aclose()


async def until(happened) -> None:
    async with asyncio.timeout(10):
        while not happened():
            await asyncio.sleep(0.01)


async def test_nonsense_on_the_channel_stops_nothing(channel):
    heard: list[tuple[str, int]] = []
    carrier = RedisBus(REDIS, asyncio.get_running_loop(), lambda *change: heard.append(change))
    running = asyncio.create_task(carrier.run())
    while not await channel("[]"):
        await asyncio.sleep(0.01)
    for nonsense in ("", "nonsense", "[1]", "3", "null", "[1, 2, 3]", b"\xff\xfe"):
        await channel(nonsense)
    await channel('["evening-1", 7]')
    await until(lambda: heard)
    assert heard == [("evening-1", 7)]
    assert not running.done()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
