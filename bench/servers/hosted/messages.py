"""What one 'changed' costs: the process that hears it, and Redis, who passes it on."""

import asyncio
import json
from contextlib import suppress
from time import process_time

import redis.asyncio as redis

from bench.figures import Figures
from bench.meter import processor_seconds
from plekberaad_app.live.bus import CHANNEL, UNKNOWN, RedisBus
from tests.setup.own_services import OwnRedis

ROOM = "a-room"
MESSAGES = 5_000
A_BATCH = 200
LISTENERS = 10


async def heard(server: OwnRedis) -> Figures:
    """Microseconds per message: sending it, and hearing it on top of that; and for Redis."""
    alone, _ = await _cost(server, listeners=0)
    one, few = await _cost(server, listeners=1)
    _, many = await _cost(server, listeners=LISTENERS)
    return {
        "hear_us": (one - alone) * 1e6 / MESSAGES,
        "redis_us": few * 1e6 / MESSAGES,
        "redis_per_listener_us": (many - few) * 1e6 / MESSAGES / (LISTENERS - 1),
    }


class _Listener:
    """A process's end of the bus, that shows the room."""

    def __init__(self, server: OwnRedis) -> None:
        self.heard = 0
        self._is_subscribed = asyncio.Event()
        self._bus = RedisBus(server.url, asyncio.get_running_loop(), self._hear)
        self._task = asyncio.create_task(self._bus.run())

    async def follow(self) -> None:
        self._bus.follow(ROOM)
        await self._is_subscribed.wait()

    async def stop(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    def _hear(self, _room: str, version: int, _news: object) -> None:
        if version == UNKNOWN:
            self._is_subscribed.set()
        else:
            self.heard += 1


async def _cost(server: OwnRedis, listeners: int) -> tuple[float, float]:
    """Processor seconds of this process and of Redis for all messages."""
    following = [_Listener(server) for _ in range(listeners)]
    for listener in following:
        await listener.follow()
    own, others = process_time(), processor_seconds(server.pid)
    await _send(server)
    while any(listener.heard < MESSAGES for listener in following):
        await asyncio.sleep(0.01)
    spent = process_time() - own, processor_seconds(server.pid) - others
    for listener in following:
        await listener.stop()
    return spent


async def _send(server: OwnRedis) -> None:
    client = redis.from_url(server.url)
    for begin in range(1, MESSAGES + 1, A_BATCH):
        async with client.pipeline(False) as pipe:
            for version in range(begin, begin + A_BATCH):
                pipe.publish(f"{CHANNEL}:{ROOM}", json.dumps(["somebody", version]))
            await pipe.execute()
    await client.aclose()
