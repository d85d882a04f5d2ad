"""Engine.io's socket, without the work that it does for every packet and every ping.

The original creates two tasks and a timeout for each incoming packet, a task for each outgoing one
and one for each ping, and walks past all sockets to find those that fell silent. Here the protocol
underneath pings, and hangs up on silent browsers (frames.py), so no timeouts are needed.
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
        """Whether nothing is waiting to be sent, or being sent."""
        return self._has_sent_all and self.queue.empty()

    def schedule_ping(self) -> None:
        """Part of engine.io: do nothing, since the protocol sends the pings."""
        self.last_ping = None

    async def poll(self) -> list[Packet]:
        """Part of engine.io: wait for packets to send; [] means the end."""
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
        """Part of engine.io: talk with a browser until either side ends it."""
        self.connected = self.upgraded = True
        writing = asyncio.create_task(self._write(ws))
        try:
            await self._hear(ws)
        except (OSError, ValueError, LookupError, EngineIOError):
            pass  # The browser left, or what it sent is not a packet.
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
    """Make this server, and any other in its process, open sockets of this class; safe to
    repeat."""
    engineio.async_socket.AsyncSocket = Socket
    # This would look for silent sockets.
    server.start_service_task = False
