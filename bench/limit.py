"""The limit: the least a Python server can do that stores an idea before others see it.

A bare WebSocket server on uvloop: one commit to SQLite per idea with the PRAGMAs that Plekberaad
uses, then one message of about 200 bytes, made once, to everybody (`bench.limit PORT FILE`).
"""

import asyncio
import json
import sqlite3
import sys

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


class LimitServer:
    """One room in which everybody hears every idea."""

    def __init__(self, path: str) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute("CREATE TABLE idea (number INTEGER PRIMARY KEY, id TEXT, text TEXT)")
        self._everybody: set[ServerConnection] = set()

    async def talk(self, socket: ServerConnection) -> None:
        """Store what comes in, then tell everybody."""
        self._everybody.add(socket)
        try:
            async for message in socket:
                idea = json.loads(message)
                insert = "INSERT INTO idea (id, text) VALUES (?, ?)"
                self._db.execute(insert, (idea["id"], idea["text"]))
                broadcast(self._everybody, json.dumps({"type": "idea", "table": 1, **idea}))
        finally:
            self._everybody.discard(socket)


async def main(port: int, path: str) -> None:
    """Serve until killed."""
    async with serve(LimitServer(path).talk, "127.0.0.1", port, compression=None) as server:
        await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1]), sys.argv[2]))
