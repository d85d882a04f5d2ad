"""Pings in the words of engine.io: who answers stays, who does not is hung up on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import engineio
import pytest
import uvicorn
from engineio import async_socket

from plekberaad_app.ops import serving
from plekberaad_app.ops.build.building import PING_SECONDS, PONG_SECONDS
from plekberaad_app.platform.reflex.engineio_sockets import Socket, use_own_sockets
from plekberaad_app.platform.reflex.frames import SharedFrames
from tests.clients.websocket import WebSocket

PING, PONG = b"2", b"3"
SHORT_SECONDS = 0.02
LONG_SECONDS = 60


class Echo:
    """Engine.io on a port of its own, which sends back what it hears."""

    def __init__(self) -> None:
        self.server = engineio.AsyncServer(async_mode="asgi", transports=["websocket"])
        self.heard: list[str] = []
        self.gone = asyncio.Event()
        self.port = 0
        self.server.on("message", self._hear)
        self.server.on("disconnect", self._leave)

    async def _hear(self, sid: str, text: str) -> None:
        self.heard.append(text)
        await self.server.send(sid, text)

    async def _leave(self, _sid: str, _reason: str) -> None:
        self.gone.set()


class Client:
    """A browser that answers pings, or not."""

    def __init__(self, answers: bool) -> None:
        self._answers = answers
        self.frames: asyncio.Queue[bytes] = asyncio.Queue()
        self.socket = WebSocket(self._hear)

    def _hear(self, frame: bytes, _at: int) -> None:
        self.frames.put_nowait(frame)
        if frame == PING and self._answers:
            self.socket.send(PONG)

    async def until(self, wanted: bytes) -> None:
        async with asyncio.timeout(LONG_SECONDS):
            while await self.frames.get() != wanted:
                pass


@asynccontextmanager
async def echoing(monkeypatch: pytest.MonkeyPatch, ping: float, pong: float) -> AsyncIterator[Echo]:
    monkeypatch.setattr(async_socket, "AsyncSocket", async_socket.AsyncSocket)
    echo = Echo()
    use_own_sockets(echo.server)
    app: Any = engineio.ASGIApp(echo.server)
    config = uvicorn.Config(
        app, ws=SharedFrames, ws_ping_interval=ping, ws_ping_timeout=pong, log_config=None, port=0
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    echo.port = server.servers[0].sockets[0].getsockname()[1]
    yield echo
    server.should_exit = server.force_exit = True
    await running


async def opened(echo: Echo, *, answers: bool = True) -> Client:
    client = Client(answers)
    url = f"ws://127.0.0.1:{echo.port}/engine.io/?EIO=4&transport=websocket"
    await client.socket.open(url, {})
    return client


async def test_anyone_who_answers_stays_and_the_application_hears_none_of_it(monkeypatch):
    async with echoing(monkeypatch, SHORT_SECONDS, LONG_SECONDS) as echo:
        client = await opened(echo)
        for _ in range(3):
            await client.until(PING)
        # Nor does engine.io wait for answers to pings of its own, however short its patience.
        echo.server.ping_timeout = 0
        client.socket.send("4hallo")
        await client.until(b"4hallo")
        assert echo.heard == ["hallo"]
        assert [type(each) for each in echo.server.sockets.values()] == [Socket]
        client.socket.abort()


async def test_anyone_who_does_not_answer_is_hung_up_on(monkeypatch):
    async with echoing(monkeypatch, SHORT_SECONDS, SHORT_SECONDS) as echo:
        client = await opened(echo, answers=False)
        async with asyncio.timeout(LONG_SECONDS):
            await client.socket.closed.wait()
            await echo.gone.wait()
        assert not echo.server.sockets


async def test_an_answer_that_nobody_asked_for_keeps_nobody_from_the_limit(monkeypatch):
    """It goes the way of all messages, past the guard that counts them."""
    async with echoing(monkeypatch, LONG_SECONDS, LONG_SECONDS) as echo:
        passed = []
        receive = Socket.receive

        async def note(self, packet):
            passed.append(packet.encode())
            await receive(self, packet)

        monkeypatch.setattr(Socket, "receive", note)
        client = await opened(echo)
        client.socket.send(PONG)
        client.socket.send("4hallo")
        await client.until(b"4hallo")
        assert passed == ["3", "4hallo"]
        client.socket.abort()


@pytest.mark.parametrize("said", ["x", "", "9"])
async def test_anyone_who_says_what_is_no_packet_is_heard_no_more(monkeypatch, said):
    async with echoing(monkeypatch, LONG_SECONDS, LONG_SECONDS) as echo:
        client = await opened(echo)
        client.socket.send(said)
        client.socket.send("4hallo")
        async with asyncio.timeout(LONG_SECONDS):
            await client.socket.closed.wait()
            await echo.gone.wait()
        assert echo.heard == []


def test_the_program_pings_as_often_as_it_tells_the_browsers():
    config = serving._config(None)
    assert (config.ws_ping_interval, config.ws_ping_timeout) == (PING_SECONDS, PONG_SECONDS)
