"""Engine.io's socket without what it does for every packet and every ping.

Its own makes two tasks and a time limit for each packet that comes in, a task for each that goes
out, and one for each ping; and it walks past all sockets to find who fell silent. Here the protocol
below pings and hangs up on the silent (frames.py), so that nothing here needs a limit.
"""

import asyncio
from contextlib import suppress

import engineio.async_socket
from engineio import AsyncServer
from engineio.async_drivers.asgi import WebSocket
from engineio.exceptions import EngineIOError
from engineio.packet import Packet


class Socket(engineio.async_socket.AsyncSocket):
    """The way to one browser, over a websocket from the start."""

    _has_sent_all = False

    def is_idle(self) -> bool:
        """Whether nothing waits to be sent, nor is being sent."""
        return self._has_sent_all and self.queue.empty()

    def schedule_ping(self) -> None:
        """Part of engine.io: no ping is under way; somebody else sends them."""
        self.last_ping = None

    async def poll(self) -> list[Packet]:
        """Part of engine.io: wait for packets to send; [] means goodbye."""
        self._has_sent_all = True
        packets = [await self.queue.get()]
        self._has_sent_all = False
        self.queue.task_done()
        while packets[-1] is not None and not self.queue.empty():
            packets.append(self.queue.get_nowait())
            self.queue.task_done()
        if packets[-1] is None and len(packets) > 1:
            self.queue.put_nowait(packets[-1])
        return [packet for packet in packets if packet is not None]

    async def _websocket_handler(self, ws: WebSocket) -> None:
        """Part of engine.io: talk with a browser until one of both ends it."""
        self.connected = self.upgraded = True
        writing = asyncio.create_task(self._write(ws))
        try:
            await self._hear(ws)
        except (OSError, ValueError, LookupError, EngineIOError):
            pass  # The browser went, or what it says is no packet.
        finally:
            self.queue.put_nowait(None)
            await writing
            await self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)

    async def _hear(self, ws: WebSocket) -> None:
        while not self.closed:
            await self.receive(Packet(encoded_packet=await ws.wait()))

    async def _write(self, ws: WebSocket) -> None:
        with suppress(OSError):
            while packets := await self.poll():
                for packet in packets:
                    await ws.send(packet.encode())
        await ws.close()


def use_own_sockets(server: AsyncServer) -> None:
    """Let this server, and others of its process, open sockets as above; safe to repeat."""
    engineio.async_socket.AsyncSocket = Socket
    # What looks for silent sockets.
    server.start_service_task = False
