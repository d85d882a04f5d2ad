"""The people of the NiceGUI wall."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bench.cases import Case
from bench.house import Room, Sender
from bench.receipts import Ear, idea
from bench.servers.nicegui_wall.client import Tab
from bench.servers.starting import process
from plekberaad_app.platform.settings import ROOT
from tests.setup.program import free_port

# NiceGUI has an environment of its own: what it brings must not change what else is measured.
PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"
AT_ONCE = 16


class NiceguiHouse:
    """Rooms on the NiceGUI wall; every tab sees all of its room."""

    def __init__(self, pid: int, url: str, case: Case, http: aiohttp.ClientSession) -> None:
        self.pid = pid
        self._url = url
        self._case = case
        self._http = http
        self._tabs: list[Tab] = []

    async def gather(self) -> list[Room]:
        """Everybody comes in."""
        await self.rush()
        seats = self._case.phones + 1
        starts = range(0, len(self._tabs), seats)
        return [_room(self._tabs[start : start + seats]) for start in starts]

    async def prepare(self) -> None:
        """Somebody hangs notes on every wall and leaves."""
        for room in range(self._case.rooms):
            tab = Tab(self._url, room, self._http)
            await tab.open()
            for number in range(self._case.notes_before):
                tab.say(idea(number)[1])
            await asyncio.sleep(0.1)
            tab.leave()

    async def rush(self) -> None:
        """Open all tabs, some at a time."""
        turn = asyncio.Semaphore(AT_ONCE)
        rooms = range(self._case.rooms)
        seats = range(self._case.phones + 1)
        self._tabs = [Tab(self._url, room, self._http) for room in rooms for _ in seats]

        async def come_in(tab: Tab) -> None:
            async with turn:
                await tab.open()

        await asyncio.gather(*(come_in(tab) for tab in self._tabs))

    async def press_next(self) -> list[float]:
        """The wall has no phases."""
        raise NotImplementedError

    def leave(self) -> None:
        """All are gone."""
        for tab in self._tabs:
            tab.leave()


def _room(tabs: list[Tab]) -> Room:
    """The last one is the projector, which only listens."""
    ears = [Ear(tab) for tab in tabs]
    return Room(
        ears,
        [Sender(tab.say, [ear for ear in ears if ear.socket is not tab]) for tab in tabs[:-1]],
    )


@asynccontextmanager
async def serving(case: Case, folder: Path) -> AsyncIterator[NiceguiHouse]:
    """The NiceGUI wall, with a database of its own."""
    port = free_port()
    command = [PYTHON, "-m", "bench.servers.nicegui_wall.server", str(port), folder / "nicegui.db"]
    with process(command, port, folder / "nicegui.log") as pid:
        # Devices share neither connections nor cookies.
        connector, jar = aiohttp.TCPConnector(force_close=True), aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as http:
            yield NiceguiHouse(pid, f"http://127.0.0.1:{port}", case, http)
