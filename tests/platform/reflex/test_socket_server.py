"""Sockets of pages go straight to socket.io; whatever else comes goes through the site."""

from types import SimpleNamespace
from typing import Any

import pytest
from starlette.types import Message

from plekberaad_app.platform.reflex.socket_server import with_short_way

pytestmark = pytest.mark.usefixtures("own_settings")


class Program:
    """A site and a socket server that note what reaches them."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self.told: list[Message] = []
        self.sio: Any = SimpleNamespace(
            eio=SimpleNamespace(_async={}), handle_request=self._sockets
        )
        self._door = with_short_way(self._site, self)  # pyright: ignore[reportArgumentType]

    def set_contexts(self) -> None:
        self.came.append("contexts")

    async def _site(self, *_given: Any) -> None:
        self.came.append("site")

    async def _sockets(self, _scope: Any, _receive: Any, send: Any) -> None:
        self.came.append("sockets")
        await send({"type": "websocket.accept"})

    async def knock(self, kind: str, path: str, protocols: tuple[str, ...] = ()) -> None:
        scope = {"type": kind, "path": path, "headers": [], "subprotocols": list(protocols)}
        scope["client"] = ("10.0.0.1", 1)

        async def receive() -> Message:
            return {"type": "websocket.connect"}

        async def send(message: Message) -> None:
            self.told.append(message)

        await self._door(scope, receive, send)


@pytest.mark.parametrize("path", ["/_event", "/_event/"])
async def test_a_socket_of_a_page_finds_the_contexts_of_reflex_and_not_the_site(path):
    program = Program()
    await program.knock("websocket", path)
    assert program.came == ["contexts", "sockets"]


@pytest.mark.parametrize(
    ("kind", "path"), [("websocket", "/_event/more"), ("websocket", "/"), ("http", "/_event/")]
)
async def test_anything_else_goes_through_the_site(kind, path):
    program = Program()
    await program.knock(kind, path)
    assert program.came == ["site"]


async def test_the_answer_names_the_protocol_that_a_browser_asked_for_first():
    program = Program()
    await program.knock("websocket", "/_event/", ("0.10.1", "other"))
    await program.knock("websocket", "/_event/")
    assert program.told == [
        {"type": "websocket.accept", "subprotocol": "0.10.1"},
        {"type": "websocket.accept"},
    ]
