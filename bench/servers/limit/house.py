"""The people of the limit server."""

import asyncio
import json
import sys
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter_ns

from bench.cases import Case
from bench.house import Room, Sender
from bench.receipts import Ear, delays, idea
from bench.servers.starting import Client, process
from tests.clients.websocket import WebSocket
from tests.setup.program import free_port

AT_ONCE = 64
TIMEOUT_SECONDS = 10
# Far from the numbers that the load counts.
PRESSED = 900_000


class Listener(Client):
    """A client of the limit server."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url
        self._has_wall = asyncio.Event()
        self._socket = WebSocket(self._take)

    @property
    def bytes_received(self) -> int:
        """All bytes that came in so far."""
        return self._socket.received

    async def open(self) -> None:
        """Connect, and wait for the wall."""
        await self._socket.open(self._url, {})
        await self._has_wall.wait()

    def say(self, text: str) -> None:
        """Send an idea."""
        self._socket.send(json.dumps({"id": str(uuid.uuid4()), "text": text}))

    def leave(self) -> None:
        """Be gone."""
        self._socket.abort()

    def _take(self, frame: bytes, at: int) -> None:
        self._has_wall.set()
        self.hear(frame, at)


class LimitHouse:
    """Rooms on the limit server."""

    def __init__(self, pid: int, url: str, case: Case) -> None:
        self.pid = pid
        self._url = url
        self._case = case
        self.clients: list[Listener] = []
        self._rooms: list[Room] = []
        self._presses = PRESSED

    async def gather(self) -> list[Room]:
        """Everybody comes in."""
        await self.rush()
        return self._rooms

    async def prepare(self) -> None:
        """Somebody hangs notes on every wall and leaves."""
        for room in range(self._case.rooms):
            client = Listener(self._address(room))
            await client.open()
            for number in range(self._case.notes_before):
                client.say(idea(number)[1])
            await asyncio.sleep(0.1)
            client.leave()

    async def rush(self) -> None:
        """Connect all, some at a time."""
        turn = asyncio.Semaphore(AT_ONCE)
        self._rooms = [self._room(number) for number in range(self._case.rooms)]

        async def come_in(client: Listener) -> None:
            async with turn:
                await client.open()

        await asyncio.gather(*(come_in(client) for client in self.clients))

    async def press_next(self) -> list[float]:
        """The same message once more: it is stored, and all screens get it."""
        ears = self._rooms[0].ears
        self._presses += 1
        marker, text = idea(self._presses)
        for ear in ears:
            ear.listen()
        pressed = perf_counter_ns()
        self.clients[0].say(text)
        async with asyncio.timeout(TIMEOUT_SECONDS):
            while len(times := delays(ears, marker, pressed)) < len(ears):
                await asyncio.sleep(0.05)
        return times

    def leave(self) -> None:
        """All are gone."""
        for client in self.clients:
            client.leave()

    def _room(self, number: int) -> Room:
        """Phones at their tables, and a projector that hears them all."""
        tables = self._case.tables_a_room
        seats = [index % tables + 1 for index in range(self._case.phones)]
        is_shared = self._case.is_shared
        projector = Listener(self._address(number))
        phones = [Listener(self._address(number, 0 if is_shared else seat)) for seat in seats]
        self.clients += [*phones, projector]
        ears = [Ear(client) for client in (*phones, projector)]
        senders = [
            Sender(phone.say, _others(ears, seats, index, is_shared))
            for index, phone in enumerate(phones)
        ]
        return Room(ears, senders)

    def _address(self, room: int, table: int = 0) -> str:
        return f"{self._url}/r{room:02}" + (f"/t{table}" if table else "")


def _others(ears: list[Ear], seats: list[int], own: int, is_shared: bool) -> list[Ear]:
    """The projector, and the phones of the room or of the sender's table."""
    phones = [
        ears[index]
        for index, seat in enumerate(seats)
        if index != own and (is_shared or seat == seats[own])
    ]
    return [*phones, ears[-1]]


@asynccontextmanager
async def serving(case: Case, folder: Path) -> AsyncIterator[LimitHouse]:
    """The limit server, with a database of its own."""
    port = free_port()
    command = [sys.executable, "-m", "bench.servers.limit.server", str(port), folder / "limit.db"]
    with process(command, port, folder / "limit.log") as pid:
        yield LimitHouse(pid, f"ws://127.0.0.1:{port}", case)
