"""N processes on one PostgreSQL and one Redis; the case says which screens are at which process."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from bench.cases import Case
from bench.figures import Figures
from bench.house import Room
from bench.meter import memory_kilobytes, processor_seconds
from bench.servers.plekberaad.house import PlekberaadHouse, logged_in
from tests.clients.browser import Browser, Site, visiting
from tests.faults.steady import Steady, staying, until_all_there
from tests.setup.hosting import Hosting, hosted

SEED = 2026
TIMEOUT_SECONDS = 10


class HostedHouse(PlekberaadHouse):
    """Every room's screens at one process or, when the case says so, at all of them in turn.

    `pid` is the first process alone; `spent` tells of all parts.
    """

    def __init__(
        self, hosting: Hosting, sites: list[Site], facilitators: list[Browser], case: Case
    ) -> None:
        super().__init__(hosting.programs[0].process.pid, facilitators, case)
        self.hosting = hosting
        self._sites = sites

    async def gather(self) -> list[Room]:
        """Everybody comes in; in a spread room everybody then moves to a process of their own."""
        rooms = await super().gather()
        if self._case.is_spread:
            for screen, site in zip(self.screens, cycle(self._sites), strict=False):
                screen.browser.site = site
                await screen.open()
        return rooms

    def spent(self) -> Figures:
        """Processor seconds of each part until now."""
        return {
            "programs": sum(processor_seconds(each.process.pid) for each in self.hosting.programs),
            "postgresql": processor_seconds(self.hosting.postgresql.pid),
            "redis": processor_seconds(self.hosting.redis.pid),
        }

    def memory(self) -> float:
        """Kilobytes of all processes of the program."""
        return sum(memory_kilobytes(each.process.pid) for each in self.hosting.programs)

    async def lose_a_process(self) -> list[float]:
        """All screens go to the public address, anywhere; then one process is killed.

        Seconds until each screen that was there has its view again, from another process.
        """
        proxy = self.hosting.proxy
        async with visiting(proxy.url, tls=proxy.tls) as public:
            steady = [Steady(screen, [public], Random(SEED)) for screen in self.screens]
            for each in steady:
                each.screen.browser.site = public
                await each.screen.open()
            async with staying(steady):
                await until_all_there(steady)
                returns = [asyncio.create_task(_return(each)) for each in steady]
                await asyncio.sleep(0)
                self.hosting.programs[0].process.send_signal(signal.SIGKILL)
                back, stayed = await asyncio.wait(returns, timeout=TIMEOUT_SECONDS)
                await asyncio.wait_for(until_all_there(steady), TIMEOUT_SECONDS)
        for task in stayed:
            task.cancel()
        return [task.result() for task in back]


async def _return(steady: Steady) -> float:
    """Seconds from now until a screen that will lose its connection has its view again."""
    began = perf_counter()
    await steady.screen.until_lost()
    while steady.is_there.is_set():
        await asyncio.sleep(0.001)
    await steady.is_there.wait()
    return perf_counter() - began


@asynccontextmanager
async def serving(case: Case, folder: Path) -> AsyncIterator[HostedHouse]:
    """All of it, started for this case; a room is at the process whose turn it is.

    Raises RuntimeError where PostgreSQL, Redis or nginx is missing.
    """
    with ExitStack() as parts:
        try:
            hosting = parts.enter_context(hosted(folder, case.processes))
        except (pytest.skip.Exception, pytest.fail.Exception) as missing:
            raise RuntimeError(str(missing)) from None
        urls = [program.url for program in hosting.programs]
        async with AsyncExitStack() as stack:
            sites = [
                await stack.enter_async_context(visiting(url, f"10.0.0.{room + 1}"))
                for room, url in zip(range(max(case.rooms, len(urls))), cycle(urls), strict=False)
            ]
            facilitators = await logged_in(hosting.programs[0], sites[: case.rooms])
            yield HostedHouse(hosting, sites[: len(urls)], facilitators, case)
