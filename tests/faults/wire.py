"""A wire between screens and a server that can be cut, or that swallows what is sent over it."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536
# Closing then sends a reset instead of a goodbye.
RESET = struct.pack("ii", 1, 0)


class Wire:
    """Passes bytes both ways between a port of its own and a server."""

    def __init__(self, server_url: str) -> None:
        where = urlsplit(server_url)
        self._there = (where.hostname or "", where.port or 80)
        self._ends: set[asyncio.StreamWriter] = set()
        self._carriers: set[asyncio.Task[None]] = set()
        self._is_dead = False
        self.url = ""

    def cut_all(self) -> int:
        """Reset every connection at once; how many there were."""
        ends = list(self._ends)
        for end in ends:
            _reset(end)
        return len(ends) // 2

    def die(self) -> None:
        """Swallow all that comes, also of new connections; nobody hears that it is gone."""
        self._is_dead = True

    def live(self) -> None:
        """Carry again: new connections only, since the old ones missed bytes."""
        self._is_dead = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection, both ways."""
        with self._open(writer), suppress(OSError):
            if self._is_dead:
                await self._swallow(reader)
                return
            there_reader, there_writer = await asyncio.open_connection(*self._there)
            with self._open(there_writer):
                both = (self._pass(reader, there_writer), self._pass(there_reader, writer))
                await asyncio.gather(*both, return_exceptions=True)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Part of asyncio.start_server."""
        task = asyncio.create_task(self.carry(reader, writer))
        self._carriers.add(task)
        task.add_done_callback(self._carriers.discard)

    async def hang_up(self) -> None:
        """Carry nothing any more."""
        carriers = list(self._carriers)
        self.cut_all()
        for task in carriers:
            task.cancel()
        await asyncio.gather(*carriers, return_exceptions=True)

    @contextmanager
    def _open(self, end: asyncio.StreamWriter) -> Iterator[None]:
        """An end that can be cut, and is closed however its connection ends."""
        self._ends.add(end)
        try:
            yield
        finally:
            self._ends.discard(end)
            end.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        was_dead = False
        while data := await reader.read(CHUNK):
            was_dead = was_dead or self._is_dead
            if not was_dead:
                writer.write(data)
                await writer.drain()
        if not was_dead:
            writer.close()

    async def _swallow(self, reader: asyncio.StreamReader) -> None:
        with suppress(OSError):
            while await reader.read(CHUNK):
                pass


@asynccontextmanager
async def wired(server_url: str) -> AsyncIterator[Wire]:
    """A wire to this server, such as http://127.0.0.1:8000, on a free port."""
    wire = Wire(server_url)
    listener = await asyncio.start_server(wire.accept, "127.0.0.1", 0)
    wire.url = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    try:
        yield wire
    finally:
        listener.close()
        await wire.hang_up()


def _reset(end: asyncio.StreamWriter) -> None:
    line = end.get_extra_info("socket")
    if line is not None:
        with suppress(OSError):
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    end.transport.abort()
