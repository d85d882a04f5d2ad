"""A WebSocket protocol for uvicorn that encodes the frame of one message once for sixty sockets.

It pings the way engine.io does: browsers expect those pings, so uvicorn's own are not needed.
Server frames are not masked and ours are not compressed, so the bytes are the same for everybody;
uvicorn's own protocol would make them again for each socket.
"""

import logging
import socket
from asyncio import BaseTransport, TimerHandle
from functools import lru_cache
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode

log = logging.getLogger(__name__)

# How long a browser may accept nothing of what is written to it while more is waiting. A phone on
# bad wifi accepts a little; one that lost its network comes back and gets everything again.
STALLED_SECONDS = 2.0

# How many written bytes the system may hold per socket. Left to itself it holds megabytes, and it
# would take long to notice a browser that does not read.
MAX_IN_THE_SYSTEM = 64 * 1024

# Where the application finds the protocol of a socket: in the extensions of its ASGI scope.
EXTENSION = "plekberaad.frames"


@lru_cache(maxsize=8)
def framed(text: str) -> bytes:
    """The frame of a text, as a server writes it."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)


# As engine.io writes them.
PING = framed("2")
PONG = b"3"


class SharedFrames(WebSocketsSansIOProtocol):
    """Sends text itself once the socket is open; leaves everything else to uvicorn."""

    _patience: TimerHandle | None = None

    async def run_asgi(self) -> None:
        """Part of uvicorn: hand the socket to the application."""
        self.scope["extensions"][EXTENSION] = self  # pyright: ignore[reportArgumentType, reportTypedDictNotRequiredAccess]
        try:
            await super().run_asgi()
        finally:
            # Otherwise the two keep each other in memory, along with everything the socket was
            # sent.
            del self.scope["extensions"][EXTENSION]  # pyright: ignore[reportArgumentType, reportTypedDictNotRequiredAccess]

    def connection_made(self, transport: BaseTransport) -> None:
        """Part of asyncio.Protocol."""
        super().connection_made(transport)
        system: socket.socket = transport.get_extra_info("socket")
        system.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MAX_IN_THE_SYSTEM)

    def pause_writing(self) -> None:
        """Part of asyncio.Protocol: writes now wait, for as long as the browser accepts some of
        them."""
        super().pause_writing()
        self._expect_progress()

    def resume_writing(self) -> None:
        """Part of asyncio.Protocol: nearly everything has been accepted."""
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
        """Part of ASGI: a browser that does not read the answers is not listened to, or they would
        pile up."""
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
        """Part of uvicorn: ping the way engine.io does."""
        self.ping_timer = None
        if self._is_plainly_open():
            self.transport.write(PING)
            self.pong_timer = self.loop.call_later(self.ping_timeout or 0, self.keepalive_timeout)

    def handle_text(self, event: Frame) -> None:
        """Part of uvicorn: a reply to a ping ends here, everything else is for the application."""
        if self.pong_timer is not None and event.data == PONG:
            self.pong_timer.cancel()
            self.pong_timer = None
            self.schedule_ping()
        else:
            super().handle_text(event)

    def keepalive_timeout(self) -> None:
        """Part of uvicorn: the other side is gone."""
        self.hang_up()

    def write_at_once(self, frame: bytes) -> bool:
        """Write a frame now, unless the socket is not open or cannot keep up; returns whether it
        did."""
        if not (self.writable.is_set() and self._is_plainly_open()):
            return False
        self.transport.write(frame)
        return True

    def hang_up(self) -> None:
        """Close the connection without waiting for what has not been sent yet."""
        self.transport.abort()

    def _is_plainly_open(self) -> bool:
        is_open = self.handshake_complete and not self.close_sent
        return is_open and not (self.transport.is_closing() or self.conn.extensions)
