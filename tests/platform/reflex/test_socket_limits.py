"""The guard of sockets: a library full of phones passes, who floods is cut."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message

from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.reflex.frames import EXTENSION
from plekberaad_app.platform.reflex.socket_limits import (
    MAX_PER_ADDRESS,
    POLICY_VIOLATION,
    SocketGuard,
)
from tests.settings import overridden

pytestmark = pytest.mark.usefixtures("own_settings")
CUT: Message = {"type": "websocket.close", "code": POLICY_VIOLATION}


class Door:
    """A guard with sockets in front of it; what comes through is noted."""

    def __init__(self, **limits: Any) -> None:
        self.heard: list[Message] = []
        self.answers: list[Message] = []
        self.is_over = asyncio.Event()
        self._guard = SocketGuard(self._listen, **limits)

    async def _listen(self, _scope: Any, receive: Any, _send: Any) -> None:
        while True:
            message = await receive()
            self.heard.append(message)
            if message["type"] == "websocket.disconnect":
                return
            if message.get("text") == "wait":
                await self.is_over.wait()

    async def knock(
        self, *texts: str, address: str = "10.0.0.1", forwarded: str = "", **scope_more: Any
    ) -> None:
        """One socket that says this and goes."""
        said = [{"type": "websocket.receive", "text": text} for text in texts]
        messages = iter([*said, {"type": "websocket.disconnect", "code": 1000}])
        headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
        scope = {"type": "websocket", "headers": headers, "client": (address, 1), **scope_more}

        async def receive() -> Message:
            return next(messages)

        async def send(message: Message) -> None:
            self.answers.append(message)

        await self._guard(scope, receive, send)


async def test_a_library_full_of_phones_comes_in_through_one_address():
    door = Door()
    waiting = [asyncio.create_task(door.knock("wait")) for _ in range(150)]
    await asyncio.sleep(0)
    door.is_over.set()
    await asyncio.gather(*waiting)
    assert not door.answers
    assert MAX_PER_ADDRESS > 150


async def test_one_address_opens_no_more_than_so_many_and_others_still_do():
    door = Door(most=2)
    waiting = [asyncio.create_task(door.knock("wait")) for _ in range(2)]
    await asyncio.sleep(0)
    await door.knock("third")
    assert door.answers == [CUT]
    await door.knock("other", address="10.0.0.2")
    door.is_over.set()
    await asyncio.gather(*waiting)
    await door.knock("again")
    assert [message.get("text") for message in door.heard if "text" in message] == [
        "wait",
        "wait",
        "other",
        "again",
    ]


async def test_one_address_that_keeps_knocking_is_refused():
    door = Door(handshakes=Pace(burst=2, per_second=0))
    for text in ("one", "two", "three"):
        await door.knock(text)
    assert door.answers == [CUT]


async def test_a_socket_that_says_too_much_is_cut():
    door = Door(new_pace=lambda: Pace(burst=2, per_second=0))
    await door.knock("a", "b", "c", "d")
    assert [message.get("text") for message in door.heard] == ["a", "b", None]
    assert door.answers == [CUT]


async def test_anyone_who_is_cut_is_not_waited_for_until_they_hang_up_themselves():
    line = Line()
    door = Door(new_pace=lambda: Pace(burst=1, per_second=0))
    await door.knock("a", extensions={EXTENSION: line})
    assert not line.is_cut
    await door.knock("a", "b", extensions={EXTENSION: line})
    assert line.is_cut


class Line:
    """The protocol behind a socket."""

    is_cut = False

    def hang_up(self) -> None:
        self.is_cut = True


async def test_behind_a_proxy_of_ours_each_visitor_has_an_address_of_their_own(tmp_path):
    door = Door(handshakes=Pace(burst=1, per_second=0))
    with overridden(data=tmp_path, secret="s" * 32, trusted_proxy_hops=1):
        await door.knock("a", forwarded="203.0.113.1")
        await door.knock("b", forwarded="203.0.113.2")
    assert not door.answers


async def test_what_is_refused_to_a_socket_is_kept_under_its_address(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr("plekberaad_app.platform.reflex.socket_limits.asks_from", asked.append)
    door = Door(most=0)
    await door.knock("a", address="10.0.0.7")
    assert (asked, door.answers) == (["10.0.0.7"], [CUT])
