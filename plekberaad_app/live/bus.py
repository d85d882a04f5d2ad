"""Who is told that a live session changed: the rooms of this process, and of the others.

Between processes only 'live session X is at version n' is sent, how many projectors each has of it,
and how many people write at its tables; each process reads the database itself. A process listens
only for rooms it has screens of. If a message is lost, the rooms notice by checking the version
themselves.
"""

import asyncio
import json
import logging
import secrets
import socket
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

import redis.asyncio as redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from plekberaad_app.live.writers import PerTable
from plekberaad_app.platform.database.changes import CommittedChange

log = logging.getLogger(__name__)

CHANNEL = "plekberaad:changed"
RETRY_SECONDS = 1.0
TIMEOUT_SECONDS = 2.0
# If Redis's machine vanishes, this is noticed in about ten seconds, on systems that support these.
KEEPALIVE = {"TCP_KEEPIDLE": 4, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3}
# The version of a room for which something may have been missed.
UNKNOWN = 0

Hear = Callable[[str, int, CommittedChange | None], None]
# The room, the process that reports it, and how many projectors that process has.
HearProjectors = Callable[[str, str, int], None]
# The room, the process that reports it, the step, and how many write there at each table.
HearWriters = Callable[[str, str, str, PerTable], None]


class Bus(Protocol):
    """Carries 'changed' from the writer's thread to every process that shows the room."""

    def tell(self, live_session_id: str, version: int, news: CommittedChange | None = None) -> None:
        """Report a commit; callable from any thread, never blocks."""
        ...

    def follow(self, live_session_id: str) -> None:
        """Listen for this live session from now on."""
        ...

    def unfollow(self, live_session_id: str) -> None:
        """Stop listening for it."""
        ...

    def tell_projectors(self, live_session_id: str, count: int) -> None:
        """Tell the other processes how many projectors of a room are here."""
        ...

    def tell_writers(self, live_session_id: str, step_id: str, writing: PerTable) -> None:
        """Tell the other processes how many write here at each table, in this step."""
        ...

    async def run(self) -> None:
        """Carry messages until cancelled."""
        ...


class LocalBus:
    """Everything in one process: the message goes straight to the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, hear: Hear) -> None:
        self._loop = loop
        self._hear = hear

    def tell(self, live_session_id: str, version: int, news: CommittedChange | None = None) -> None:
        """Report a commit."""
        self._loop.call_soon_threadsafe(self._hear, live_session_id, version, news)

    def follow(self, live_session_id: str) -> None:
        """Everything is heard anyway."""

    def unfollow(self, live_session_id: str) -> None:
        """Everything is heard anyway."""

    def tell_projectors(self, live_session_id: str, count: int) -> None:
        """There is nobody else to tell."""

    def tell_writers(self, live_session_id: str, step_id: str, writing: PerTable) -> None:
        """There is nobody else to tell."""

    async def run(self) -> None:
        """Nothing to carry."""


class RedisBus:
    """Several processes: messages also go through Redis, but never wait for it."""

    def __init__(
        self,
        url: str,
        loop: asyncio.AbstractEventLoop,
        hear: Hear,
        hear_projectors: HearProjectors = lambda *_: None,
        hear_writers: HearWriters = lambda *_: None,
    ) -> None:
        self._hear_projectors, self._hear_writers = hear_projectors, hear_writers
        self._local = LocalBus(loop, hear)
        self._loop = loop
        self._hear = hear
        self._redis = _client(url)
        # Our own messages come back too; our rooms knew before they were sent.
        self._me = secrets.token_hex(8)
        self._untold: dict[str, int] = {}
        # By room and by what they are about.
        self._reports: dict[tuple[str, str], tuple[Any, ...]] = {}
        self._is_untold = asyncio.Event()
        self._followed: set[str] = set()
        self._is_moved = asyncio.Event()

    def tell(self, live_session_id: str, version: int, news: CommittedChange | None = None) -> None:
        """Report a commit, here at once and elsewhere soon."""
        self._local.tell(live_session_id, version, news)
        self._loop.call_soon_threadsafe(self._post, live_session_id, version)

    def follow(self, live_session_id: str) -> None:
        """Start listening for this live session soon, and then catch up once on what was missed
        until then."""
        self._followed.add(live_session_id)
        self._is_moved.set()

    def unfollow(self, live_session_id: str) -> None:
        """Stop listening for it."""
        self._followed.discard(live_session_id)
        self._is_moved.set()

    def tell_projectors(self, live_session_id: str, count: int) -> None:
        """Tell the other processes how many projectors of a room are here."""
        self._report(live_session_id, "projectors", count)

    def tell_writers(self, live_session_id: str, step_id: str, writing: PerTable) -> None:
        """Tell the other processes how many write here at each table, in this step."""
        self._report(live_session_id, "writers", None, step_id, list(writing.items()))

    async def run(self) -> None:
        """Publish and listen until cancelled; Redis may come and go."""
        try:
            await asyncio.gather(self._keep(self._publish), self._keep(self._listen))
        finally:
            await self._redis.aclose()

    def _post(self, live_session_id: str, version: int) -> None:
        """If messages of a room are waiting, as while Redis is away, only the newest matters."""
        self._untold[live_session_id] = version
        self._is_untold.set()

    def _report(self, live_session_id: str, about: str, *told: Any) -> None:
        """What this process alone knows of a room; only the newest matters."""
        self._reports[live_session_id, about] = told
        self._is_untold.set()

    async def _keep(self, carry: Callable[[], Any]) -> None:
        while True:
            try:
                await carry()
            except* (RedisError, OSError) as errors:
                log.warning("redis is away: %s", type(errors.exceptions[0]).__name__)
            except* Exception as errors:
                log.error("the bus failed: %s", type(errors.exceptions[0]).__name__)
            await asyncio.sleep(RETRY_SECONDS)

    async def _publish(self) -> None:
        while True:
            await self._is_untold.wait()
            self._is_untold.clear()
            news, self._untold = self._untold, {}
            reports, self._reports = self._reports, {}
            async with asyncio.timeout(TIMEOUT_SECONDS), self._redis.pipeline(False) as pipe:
                for live_session_id, version in news.items():
                    pipe.publish(_channel(live_session_id), json.dumps([self._me, version]))
                for (live_session_id, _), told in reports.items():
                    word = json.dumps([self._me, UNKNOWN, *told])
                    pipe.publish(_channel(live_session_id), word)
                await pipe.execute()

    async def _listen(self) -> None:
        async with self._redis.pubsub() as subscription, asyncio.TaskGroup() as together:
            # Never without a channel: listening would end.
            await subscription.subscribe(CHANNEL)
            together.create_task(self._move(subscription))
            async for message in subscription.listen():
                self._take(message)

    async def _move(self, subscription: PubSub) -> None:
        """Keep the subscriptions equal to the rooms that are followed."""
        heard: set[str] = set()
        while True:
            self._is_moved.clear()
            wanted = set(self._followed)
            if opened := wanted - heard:
                await subscription.subscribe(*map(_channel, opened))
            if closed := heard - wanted:
                await subscription.unsubscribe(*map(_channel, closed))
            heard = wanted
            await self._is_moved.wait()

    def _take(self, message: Mapping[str, Any]) -> None:
        _, _, live_session_id = message["channel"].decode().partition(f"{CHANNEL}:")
        if not live_session_id:
            return
        if message["type"] == "subscribe":
            self._hear(live_session_id, UNKNOWN, None)
        elif message["type"] == "message" and (news := _read(message["data"])):
            sender, version, report = news
            if sender != self._me:
                self._pass_on(live_session_id, sender, version, report)

    def _pass_on(self, room: str, sender: str, version: int, report: Sequence[Any]) -> None:
        """What a later version may report besides is ignored."""
        match report:
            case []:
                self._hear(room, version, None)
            case [int(count)]:
                self._hear_projectors(room, sender, count)
            case [None, str(step_id), dict(writing)]:
                self._hear_writers(room, sender, step_id, writing)


def _client(url: str) -> redis.Redis:
    """A client that gives up at once, since `_keep` tries again."""
    options = {
        getattr(socket, name): value for name, value in KEEPALIVE.items() if hasattr(socket, name)
    }
    return redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_connect_timeout=TIMEOUT_SECONDS,
        socket_keepalive=True,
        socket_keepalive_options=options,
    )


def _channel(live_session_id: str) -> str:
    return f"{CHANNEL}:{live_session_id}"


def _read(data: bytes) -> tuple[str, int, Sequence[Any]] | None:
    """Who sent it, the version, and what else it reports, if anything; None if it is not ours.

    A process of an earlier version ignores a report on projectors, and takes one on who writes for
    a change that it missed.
    """
    try:
        sender, version, *report = json.loads(data)
        return sender, version, [*report[:2], *map(_read_counts, report[2:])]
    except (ValueError, TypeError):
        return None


def _read_counts(pairs: Any) -> PerTable:
    """JSON knows no numbers as keys."""
    return {int(table): int(count) for table, count in pairs}
