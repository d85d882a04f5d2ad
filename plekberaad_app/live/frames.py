"""A WebSocket protocol for uvicorn that makes the frame of one message for sixty sockets once.

Frames of a server carry no mask and ours are not compressed, so that the bytes are the same for
everybody; uvicorn's own protocol makes them anew for each socket.
"""

from functools import lru_cache
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State


class SharedFrames(WebSocketsSansIOProtocol):
    """Sends text by itself once the socket is open; leaves all else to uvicorn."""

    async def send(self, message: Any) -> None:
        """Part of ASGI."""
        text = message.get("text")
        await self.writable.wait()
        if text is not None and self._is_plainly_open():
            self.transport.write(_framed(text))
        else:
            await super().send(message)

    def _is_plainly_open(self) -> bool:
        is_open = self.handshake_complete and not (self.close_sent or self.disconnected)
        return is_open and self.conn.state is State.OPEN and not self.conn.extensions


@lru_cache(maxsize=8)
def _framed(text: str) -> bytes:
    return Frame(Opcode.TEXT, text.encode()).serialize(mask=False)
