"""Who hears that a live session changed: the rooms of this process, and of the others.

Between processes only 'live session X is at version n' travels; each reads the truth itself. A
message that got lost is healed by the rooms' own version check.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Protocol

import redis.asyncio as redis
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

CHANNEL = "plekberaad:changed"
RETRY_SECONDS = 1.0

Hear = Callable[[str, int], None]


class Bus(Protocol):
    """Carries 'changed' from the writer's thread to every process."""

    def tell(self, live_session_id: str, version: int) -> None:
        """Say that a commit was made; callable from any thread, never blocks."""
        ...

    async def run(self) -> None:
        """Carry messages until cancelled."""
        ...


class LocalBus:
    """All in one process: the message goes straight to the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, hear: Hear) -> None:
        self._loop = loop
        self._hear = hear

    def tell(self, live_session_id: str, version: int) -> None:
        """Say that a commit was made."""
        self._loop.call_soon_threadsafe(self._hear, live_session_id, version)

    async def run(self) -> None:
        """Nothing to carry."""


class RedisBus:
    """Several processes: the message also goes round by Redis, but never waits for it."""

    def __init__(self, url: str, loop: asyncio.AbstractEventLoop, hear: Hear) -> None:
        self._local = LocalBus(loop, hear)
        self._loop = loop
        self._hear = hear
        self._redis = redis.from_url(url)
        self._outgoing: asyncio.Queue[tuple[str, int]] = asyncio.Queue(maxsize=10_000)

    def tell(self, live_session_id: str, version: int) -> None:
        """Say that a commit was made, here at once and elsewhere soon."""
        self._local.tell(live_session_id, version)
        self._loop.call_soon_threadsafe(self._post, live_session_id, version)

    async def run(self) -> None:
        """Publish and listen until cancelled; Redis may come and go."""
        try:
            await asyncio.gather(self._keep(self._publish), self._keep(self._listen))
        finally:
            await self._redis.aclose()

    def _post(self, live_session_id: str, version: int) -> None:
        if not self._outgoing.full():
            self._outgoing.put_nowait((live_session_id, version))

    async def _keep(self, carry: Callable[[], object]) -> None:
        while True:
            try:
                await carry()  # pyright: ignore[reportGeneralTypeIssues]
            except (RedisError, OSError) as error:
                log.warning("redis is away: %s", type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)

    async def _publish(self) -> None:
        while True:
            live_session_id, version = await self._outgoing.get()
            await self._redis.publish(CHANNEL, json.dumps([live_session_id, version]))

    async def _listen(self) -> None:
        async with self._redis.pubsub() as subscription:
            await subscription.subscribe(CHANNEL)
            async for message in subscription.listen():
                if message["type"] == "message" and (change := _read(message["data"])):
                    self._hear(*change)


def _read(data: bytes) -> tuple[str, int] | None:
    """What another process told; None for what is not ours."""
    try:
        live_session_id, version = json.loads(data)
    except (ValueError, TypeError):
        return None
    return live_session_id, version
