"""The people of Plekberaad: evenings as they are, over the real routes and sockets."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bench.cases import Case
from bench.house import Room
from bench.servers.plekberaad import evenings
from tests.clients.browser import Browser, Site, visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import Facilitator, begin, begin_token
from tests.clients.phone import Phone, new_phone
from tests.clients.projector import Projector
from tests.clients.screen import Screen
from tests.setup.program import Program, running

EVENINGS_AT_ONCE = 4
NEWCOMERS_AT_ONCE = 32
# The ideas phase must not end by itself.
LONG = {"ideas": "60"}


class PlekberaadHouse:
    """Evenings of libraries, each behind an address of its own."""

    def __init__(self, pid: int, facilitators: list[Browser], case: Case) -> None:
        self.pid = pid
        self._facilitators = facilitators
        self._case = case
        self._evenings: list[Evening] = []
        self._newcomers: list[Phone | Projector] = []

    async def gather(self) -> list[Room]:
        """Everybody checks in in the lobby; then the evenings go to the ideas phase."""
        case = self._case
        await self._open_evenings()
        await self._all(lambda evening: evenings.begin_with(evening, case))
        return [evenings.room_of(evening, case.is_shared) for evening in self._evenings]

    @property
    def screens(self) -> list[Phone | Facilitator | Projector]:
        """All screens of all evenings."""
        return [screen for evening in self._evenings for screen in evening.screens]

    async def prepare(self) -> None:
        """Evenings in the ideas phase: people without a phone are in, and wrote on paper."""
        tables, notes = self._case.tables_a_room, self._case.notes_before
        await self._open_evenings()
        await self._all(lambda evening: evenings.begin_on_paper(evening, tables, notes))

    async def rush(self) -> None:
        """All phones scan the code, check in and connect; every room's projector opens."""
        turn = asyncio.Semaphore(NEWCOMERS_AT_ONCE)

        async def come_in(screen: Phone | Projector) -> None:
            async with turn:
                await evenings.come_in(screen)

        for _ in range(self._case.phones):
            self._newcomers += [new_phone(each.site, each.code) for each in self._evenings]
        self._newcomers += [Projector(each.site, each.code) for each in self._evenings]
        await asyncio.gather(*(come_in(screen) for screen in self._newcomers))

    async def press_next(self) -> list[float]:
        """From the tap until every phone and the projector show the next phase."""
        return await evenings.press_next(self._evenings[0])

    def leave(self) -> None:
        """All are gone."""
        for screen in (*self.screens, *self._newcomers):
            screen.lose_network()

    async def _open_evenings(self) -> None:
        is_shared = "on" if self._case.is_shared else ""
        options = LONG | {"rounds": str(self._case.rounds), "is_wall_shared": is_shared}
        turn = asyncio.Semaphore(EVENINGS_AT_ONCE)

        async def one(facilitator: Browser) -> Evening:
            async with turn:
                return await new_evening(facilitator, options)

        self._evenings = await asyncio.gather(
            *(one(facilitator) for facilitator in self._facilitators)
        )

    async def _all(self, do: Callable[[Evening], Awaitable[None]]) -> None:
        turn = asyncio.Semaphore(EVENINGS_AT_ONCE)

        async def one(evening: Evening) -> None:
            async with turn:
                await do(evening)

        await asyncio.gather(*(one(evening) for evening in self._evenings))


@asynccontextmanager
async def serving(case: Case, folder: Path) -> AsyncIterator[PlekberaadHouse]:
    """The program as `make run` starts it, with a database of its own, as if behind a proxy."""
    Screen.has_defaults = True
    with running(folder, trusted_proxy_hops="1") as program:
        async with AsyncExitStack() as stack:
            sites = [
                await stack.enter_async_context(visiting(program.url, f"10.0.0.{room + 1}"))
                for room in range(case.rooms)
            ]
            facilitators = await logged_in(program, sites)
            yield PlekberaadHouse(program.process.pid, facilitators, case)


async def logged_in(program: Program, sites: list[Site]) -> list[Browser]:
    """At a program with an empty database: one facilitator, with a tablet in every library."""
    first = await begin(sites[0], await begin_token(program.log))
    facilitators = [Browser(site) for site in sites]
    for facilitator in facilitators:
        facilitator.cookies |= first.cookies
    return facilitators
