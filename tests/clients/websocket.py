"""A WebSocket as a browser has one, bare enough for sixty of them to share one measuring process.

A frame is handed on as it came, with the moment at which its bytes were read (`perf_counter_ns`).
"""

import asyncio
import base64
import os
import socket
from collections.abc import Callable, Mapping
from ssl import SSLContext
from time import perf_counter_ns
from typing import cast
from urllib.parse import urlsplit

TEXT, CLOSE, PING = 0x81, 0x88, 0x89
PONG = 0x8A
MASKED = 0x80
TIMEOUT_SECONDS = 20

Hear = Callable[[bytes, int], None]


class Refused(ConnectionError):
    """The server answered the handshake with something else than a socket."""


class WebSocket(asyncio.Protocol):
    """One open socket; `received` counts all bytes that came in, `lost` is called at its end."""

    def __init__(self, hear: Hear, lost: Callable[[], None] = lambda: None) -> None:
        self._hear = hear
        self._lost = lost
        self._rest = b""
        self._transport: asyncio.Transport | None = None
        loop = asyncio.get_running_loop()
        self._answer: asyncio.Future[bytes] = loop.create_future()
        self.closed = asyncio.Event()
        self.received = 0

    async def open(
        self, url: str, headers: Mapping[str, str], tls: SSLContext | None = None
    ) -> None:
        """Open ws://…, or wss://… with `tls`.

        Raises Refused when the server wants no socket, OSError when it is away.
        """
        where = urlsplit(url)
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: self, where.hostname or "", where.port or 80, ssl=tls)
        self.write(_handshake(where.netloc, f"{where.path}?{where.query}", headers))
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                await self._answer
        except BaseException:
            self.abort()
            raise

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Part of asyncio.Protocol."""
        # uvloop's transport is one in all but its class.
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Part of asyncio.Protocol."""
        self.closed.set()
        self._lost()
        if not self._answer.done():
            self._answer.set_exception(Refused("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Part of asyncio.Protocol: hand on every whole frame."""
        at = perf_counter_ns()
        self.received += len(data)
        data = self._rest + data if self._rest else data
        if not self._answer.done():
            data = self._take_answer(data)
        self._rest = self._take_frames(data, at)

    def write(self, raw: bytes) -> None:
        """Send bytes as they are."""
        if self._transport is not None and not self.closed.is_set():
            self._transport.write(raw)

    def send(self, text: str | bytes) -> None:
        """Send a text frame."""
        self.write(frame(text.encode() if isinstance(text, str) else text))

    def stop_reading(self) -> None:
        """Take nothing more of what the server sends, and have next to no room for it."""
        if self._transport is not None:
            raw: socket.socket = self._transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self._transport.pause_reading()

    def abort(self) -> None:
        """Be gone at once, as a phone without network."""
        if self._transport is not None:
            self._transport.abort()

    async def until_gone(self) -> None:
        """Be gone, and wait until nothing of it is left on this side."""
        if self._transport is not None:
            self.abort()
            await self.closed.wait()

    async def close(self) -> None:
        """Say goodbye and wait until the server has hung up."""
        self.write(frame(b"\x03\xe8", CLOSE))
        try:
            async with asyncio.timeout(1):
                await self.closed.wait()
        except TimeoutError:
            await self.until_gone()

    def _take_answer(self, data: bytes) -> bytes:
        head, end, rest = data.partition(b"\r\n\r\n")
        if not end:
            return data
        if b" 101 " in head.split(b"\r\n", 1)[0]:
            self._answer.set_result(head)
        else:
            self._answer.set_exception(Refused(head.split(b"\r\n", 1)[0].decode()))
        return rest

    def _take_frames(self, data: bytes, at: int) -> bytes:
        """Hand on the whole frames; answers what is left over."""
        start, there = 0, len(data)
        while there - start >= 2 and self._answer.done():
            begin, size = _payload(data, start)
            if begin < 0 or begin + size > there:
                break
            self._take(data[start], data[begin : begin + size], at)
            start = begin + size
        return data[start:] if start < there else b""

    def _take(self, kind: int, payload: bytes, at: int) -> None:
        if kind == TEXT:
            self._hear(payload, at)
        elif kind == PING:
            self.write(frame(payload, PONG))
        elif kind == CLOSE and self._transport is not None:
            self._transport.close()


def frame(payload: bytes, kind: int = TEXT) -> bytes:
    """A frame as a client sends it; the mask is zero, so that the payload stays readable."""
    size = len(payload)
    if size < 126:
        head = bytes((kind, MASKED | size))
    elif size < 65536:
        head = bytes((kind, MASKED | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((kind, MASKED | 127)) + size.to_bytes(8, "big")
    return head + bytes(4) + payload


def _handshake(host: str, target: str, headers: Mapping[str, str]) -> bytes:
    lines = [
        f"GET {target} HTTP/1.1",
        f"Host: {host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _payload(data: bytes, start: int) -> tuple[int, int]:
    """Begin and size of the payload of the frame at `start`; (-1, 0) when not all is there."""
    size = data[start + 1] & 0x7F
    if size < 126:
        return start + 2, size
    width = 2 if size == 126 else 8
    if len(data) < start + 2 + width:
        return -1, 0
    return start + 2 + width, int.from_bytes(data[start + 2 : start + 2 + width], "big")
