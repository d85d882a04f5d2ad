"""Screens without a browser that do what a page does: connect again, send until it is stored."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import count
from random import Random

from tests.clients.browser import Site
from tests.clients.phone import Phone
from tests.clients.screen import Screen

# As in the browser: heartbeats come every 10 seconds, and one may be 10 seconds late.
SILENCE_SECONDS = 20.0
CONNECT_SECONDS = 10.0
# As the outbox: how long it waits for 'bewaard' before it sends again.
TIMEOUT_SECONDS = 4.0
AWAY = (OSError, KeyError)


class Steady:
    """A screen that comes back by itself, at one of `sites`, as behind a reverse proxy."""

    def __init__(self, screen: Screen, sites: Sequence[Site], rng: Random) -> None:
        self.screen = screen
        self.is_there = asyncio.Event()
        self._sites = sites
        self._rng = rng

    async def keep_open(self) -> None:
        """Connect, and again whenever the connection is gone, until cancelled."""
        while True:
            if not self.screen.is_open:
                await self._connect()
            self.is_there.set()
            await self._until_gone()
            self.is_there.clear()

    async def _connect(self) -> None:
        for tries in count(1):
            self.screen.browser.site = self._rng.choice(self._sites)
            try:
                async with asyncio.timeout(CONNECT_SECONDS):
                    await self._open()
            except AWAY:
                self.screen.lose_network()
                await asyncio.sleep(min(0.2 * tries, 2) * self._rng.uniform(0.5, 1))
            else:
                break

    async def _open(self) -> None:
        """Connect and wait for the view; a browser whose connection breaks meanwhile goes on."""
        screen = self.screen
        await screen.connect()
        await screen.until(lambda shown: screen.is_ready(shown) or not screen.is_open)
        if not screen.is_open:
            raise ConnectionError(screen.path)

    async def _until_gone(self) -> None:
        while self.screen.is_open:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.screen.until_lost(), timeout=1)
            if self.screen.silent_seconds > SILENCE_SECONDS:
                self.screen.lose_network()


class Writer(Steady):
    """A phone that writes one idea after the other; `stored` are those answered with 'bewaard'."""

    def __init__(
        self, phone: Phone, sites: Sequence[Site], rng: Random, repeats: float = 0.1
    ) -> None:
        super().__init__(phone, sites, rng)
        self.phone = phone
        self.stored: list[str] = []
        self._stage = dict(phone.shown["stage"])
        self._repeats = repeats

    async def write(self, text: str) -> None:
        """Send an idea until it is stored, some of them twice."""
        idea_id = str(uuid.uuid4())
        while not self._is_stored(idea_id):
            await self.is_there.wait()
            with suppress(*AWAY):
                self._offer(idea_id, text)
                if self._rng.random() < self._repeats:
                    self._offer(idea_id, text)
                await self.phone.until(
                    lambda _: self._is_stored(idea_id) or not self.phone.is_open, TIMEOUT_SECONDS
                )
            await asyncio.sleep(0)
        self.stored.append(idea_id)

    def _offer(self, idea_id: str, text: str) -> None:
        number = self._stage["round"]
        about = {"step_id": self._stage["step_id"], "round_number": number, "round": number}
        self.phone.offer_idea(text, idea_id, **about)

    def _is_stored(self, idea_id: str) -> bool:
        return idea_id in self.phone.shown.get("stored", ())


@asynccontextmanager
async def staying(screens: Iterable[Steady]) -> AsyncIterator[None]:
    """All of them come back by themselves until the block ends; then they close."""
    kept = list(screens)
    tasks = [asyncio.create_task(each.keep_open()) for each in kept]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(each.screen.close() for each in kept))


async def until_all_there(screens: Iterable[Steady]) -> None:
    """Wait until every one of them has its view."""
    await asyncio.gather(*(each.is_there.wait() for each in screens))
