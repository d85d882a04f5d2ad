"""The load on the limit server."""

import asyncio
import json
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Sender, Tally, pour
from bench.rounds import BURST, IDEAS_A_ROUND, IDEAS_A_SECOND, NOTES_BEFORE, Plan, Result
from tests.clients.websocket import WebSocket
from tests.setup.program import free_port

PATIENCE_SECONDS = 20


class Listener:
    """A client of the limit server."""

    def __init__(self) -> None:
        self.on_frame: Callable[[bytes, int], None] | None = None
        self._socket = WebSocket(self._hear)

    @property
    def bytes_received(self) -> int:
        """All bytes that came in so far."""
        return self._socket.received

    async def open(self, port: int) -> None:
        """Connect; the server may need a moment to start."""
        deadline = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        while True:
            try:
                return await self._socket.open(f"ws://127.0.0.1:{port}/", {})
            except OSError:
                if asyncio.get_running_loop().time() > deadline:
                    raise
                await asyncio.sleep(0.1)

    def send(self, text: str) -> None:
        """Send an idea."""
        self._socket.send(json.dumps({"id": str(uuid.uuid4()), "text": text}))

    async def close(self) -> None:
        """Hang up."""
        await self._socket.close()

    def _hear(self, frame: bytes, at: int) -> None:
        if self.on_frame is not None:
            self.on_frame(frame, at)


async def run_limit(plan: Plan, folder: Path) -> Result:
    """One repetition, with a server and a database of its own."""
    port = free_port()
    with _serving(port, folder / "limit.db") as pid:
        listeners = [Listener() for _ in range(plan.people + 1)]
        for listener in listeners:
            await listener.open(port)
        senders = [Sender(index, each.send) for index, each in enumerate(listeners[:-1])]
        steady, burst = Tally(), Tally()
        for _ in range(plan.rounds):
            await pour(Tally(), pid, listeners, senders, NOTES_BEFORE, NOTES_BEFORE)
            await pour(steady, pid, listeners, senders, IDEAS_A_ROUND, IDEAS_A_SECOND)
        await pour(burst, pid, listeners, senders, BURST, BURST)
        await asyncio.gather(*(listener.close() for listener in listeners))
    return Result(steady.figures(), burst.figures())


@contextmanager
def _serving(port: int, database: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "bench.limit", str(port), str(database)]
    process = subprocess.Popen(command, cwd=Path(__file__).parent.parent)
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()
