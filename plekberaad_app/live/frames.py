"""A WebSocket protocol for uvicorn that makes the frame of one message for sixty sockets once.

Frames of a server carry no mask and ours are not compressed, so that the bytes are the same for
everybody; uvicorn's own protocol makes them anew for each socket.
"""

from functools import lru_cache
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State

# Where the application finds the protocol of a socket: among the extensions of its ASGI scope.
EXTENSION = "plekberaad.frames"


class SharedFrames(WebSocketsSansIOProtocol):
    """Sends text by itself once the socket is open; leaves all else to uvicorn."""

    async def run_asgi(self) -> None:
        """Part of uvicorn: hand the socket to the application."""
        self.scope["extensions"][EXTENSION] = self  # pyright: ignore[reportArgumentType, reportTypedDictNotRequiredAccess]
        await super().run_asgi()

    async def send(self, message: Any) -> None:
        """Part of ASGI."""
        text = message.get("text")
        await self.writable.wait()
        if text is not None and self._is_plainly_open():
            self.transport.write(framed(text))
        else:
            await super().send(message)

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
        is_open = self.handshake_complete and not (self.close_sent or self.disconnected)
        return is_open and self.conn.state is State.OPEN and not self.conn.extensions


@lru_cache(maxsize=8)
def framed(text: str) -> bytes:
    """The frame of a text as a server writes it."""
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)
