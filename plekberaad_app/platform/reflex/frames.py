"""A WebSocket protocol for uvicorn that makes the frame of one message for sixty sockets once.

It pings as engine.io does: browsers wait for those pings, and none of uvicorn's is needed beside.
Frames of a server carry no mask and ours are not compressed, so that the bytes are the same for
everybody; uvicorn's own protocol makes them anew for each socket.
"""

import logging
import socket
from asyncio import BaseTransport, TimerHandle
from functools import lru_cache
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode

log = logging.getLogger(__name__)

# So long a browser may take nothing at all of what is written to it, while more waits. A phone
# behind bad wifi takes a little; one that lost its network comes back and gets everything anew.
STALLED_SECONDS = 2.0

# What the system may hold of what was written to one socket, in bytes. By itself it takes
# megabytes: it would be long before anybody knew of a browser that does not read.
MAX_IN_THE_SYSTEM = 64 * 1024

# Where the application finds the protocol of a socket: among the extensions of its ASGI scope.
EXTENSION = "plekberaad.frames"


@lru_cache(maxsize=8)
def framed(text: str) -> bytes:
    """The frame of a text as a server writes it."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


# As engine.io writes them.
PING = framed("2")
PONG = b"3"


class SharedFrames(WebSocketsSansIOProtocol):
    """Sends text by itself once the socket is open; leaves all else to uvicorn."""

    _patience: TimerHandle | None = None

    async def run_asgi(self) -> None:
        """Part of uvicorn: hand the socket to the application."""
        self.scope["extensions"][EXTENSION] = self  # pyright: ignore[reportArgumentType, reportTypedDictNotRequiredAccess]
        try:
            await super().run_asgi()
        finally:
            # Otherwise the two keep each other in memory, and all that the socket was sent.
            del self.scope["extensions"][EXTENSION]  # pyright: ignore[reportArgumentType, reportTypedDictNotRequiredAccess]

    def connection_made(self, transport: BaseTransport) -> None:
        """Part of asyncio.Protocol."""
        super().connection_made(transport)
        system: socket.socket = transport.get_extra_info("socket")
        system.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MAX_IN_THE_SYSTEM)

    def pause_writing(self) -> None:
        """Part of asyncio.Protocol: what is written waits, for as long as somebody takes of it."""
        super().pause_writing()
        self._expect_progress()

    def resume_writing(self) -> None:
        """Part of asyncio.Protocol: nearly all was taken."""
        super().resume_writing()
        if self._patience:
            self._patience.cancel()

    def _expect_progress(self) -> None:
        waiting = self.transport.get_write_buffer_size()
        self._patience = self.loop.call_later(STALLED_SECONDS, self._judge_progress, waiting)

    def _judge_progress(self, waited: int) -> None:
        if self.writable.is_set():
            return
        if self.transport.get_write_buffer_size() < waited:
            self._expect_progress()
        else:
            log.warning("a socket that read nothing was cut")
            self.hang_up()

    async def receive(self) -> Any:
        """Part of ASGI: who does not read the answers is not heard, or they would pile up."""
        await self.writable.wait()
        return await super().receive()

    async def send(self, message: Any) -> None:
        """Part of ASGI."""
        text = message.get("text")
        await self.writable.wait()
        if text is not None and self._is_plainly_open():
            self.transport.write(framed(text))
        else:
            await super().send(message)

    def send_keepalive_ping(self) -> None:
        """Part of uvicorn: ping in the words of engine.io."""
        self.ping_timer = None
        if self._is_plainly_open():
            self.transport.write(PING)
            self.pong_timer = self.loop.call_later(self.ping_timeout or 0, self.keepalive_timeout)

    def handle_text(self, event: Frame) -> None:
        """Part of uvicorn: an answer to a ping ends here, all else is for the application."""
        if self.pong_timer is not None and event.data == PONG:
            self.pong_timer.cancel()
            self.pong_timer = None
            self.schedule_ping()
        else:
            super().handle_text(event)

    def keepalive_timeout(self) -> None:
        """Part of uvicorn: nobody is there any more."""
        self.hang_up()

    def write_at_once(self, frame: bytes) -> bool:
        """Write a frame now, unless the socket is not open or cannot keep up; whether it was."""
        if not (self.writable.is_set() and self._is_plainly_open()):
            return False
        self.transport.write(frame)
        return True

    def hang_up(self) -> None:
        """End the connection without waiting for what was not sent yet."""
        self.transport.abort()

    def _is_plainly_open(self) -> bool:
        is_open = self.handshake_complete and not self.close_sent
        return is_open and not (self.transport.is_closing() or self.conn.extensions)
