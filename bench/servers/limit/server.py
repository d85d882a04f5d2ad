"""`python -m bench.servers.limit.server PORT FILE`: a bare WebSocket server on uvloop.

One commit to SQLite per idea, then one message of 226 bytes (with its frame), made once, to
everybody in the room. Who comes in gets the wall. `/<room>` hears a whole room, `/<room>/<table>`
one table of it.
"""

import asyncio
import json
import sys
from collections import defaultdict
from urllib.parse import urlsplit

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

from bench.store import Store

Everybody = set[ServerConnection]


class LimitServer:
    """Rooms in which everybody hears every idea of the room, or of their table."""

    def __init__(self, path: str) -> None:
        self._store = Store(path)
        self._hearers: defaultdict[str, Everybody] = defaultdict(set)

    async def talk(self, socket: ServerConnection) -> None:
        """Store what comes in, then tell everybody."""
        assert socket.request is not None
        path = urlsplit(socket.request.path).path.strip("/")
        room, table = path.split("/")[0], path.partition("/")[2] or "t1"
        hearers = self._hearers[path]
        hearers.add(socket)
        await socket.send(json.dumps(self._store.wall(room)))
        try:
            async for message in socket:
                idea = json.loads(message)
                self._store.add(room, idea["id"], idea["text"])
                news = {"type": "idea", "room": room, "table": table, "phase": "ideas", **idea}
                broadcast(self._who_hears(room, table), json.dumps(news))
        finally:
            hearers.discard(socket)

    def _who_hears(self, room: str, table: str) -> Everybody:
        at_table = self._hearers.get(f"{room}/{table}")
        return self._hearers[room] | at_table if at_table else self._hearers[room]


async def main(port: int, path: str) -> None:
    """Serve until killed."""
    talk = LimitServer(path).talk
    async with serve(talk, "127.0.0.1", port, compression=None, backlog=1024) as server:
        await server.serve_forever()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(int(sys.argv[1]), sys.argv[2]))
