"""A tab with the NiceGUI wall open: its page by HTTP, then Socket.IO over a WebSocket."""

import asyncio
import json
import re
import uuid
from typing import Any
from urllib.parse import urlencode

import aiohttp

from bench.servers.starting import Client
from tests.clients.websocket import WebSocket

ELEMENTS = re.compile(r"parseElements\(String\.raw`(.*?)`\)", re.DOTALL)
CLIENT_ID = re.compile(r"'client_id': '([\w-]+)'")


class Tab(Client):
    """What NiceGUI's own JavaScript does, without drawing anything."""

    def __init__(self, url: str, room: int, http: aiohttp.ClientSession) -> None:
        super().__init__()
        self._url = url
        self._room = room
        self._http = http
        self._socket = WebSocket(self._take)
        self._is_connected = asyncio.Event()
        self._id = ""
        self._input: dict[str, Any] = {}
        self._button: dict[str, Any] = {}

    @property
    def bytes_received(self) -> int:
        """All bytes that came in over the socket so far."""
        return self._socket.received

    async def open(self) -> None:
        """Load the page, with the wall in it, and connect."""
        async with self._http.get(f"{self._url}/wall/{self._room}") as answer:
            self._read(await answer.text())
        query = {
            "EIO": "4",
            "transport": "websocket",
            "implicit_handshake": "true",
            "next_message_id": "0",
            "client_id": self._id,
            "tab_id": str(uuid.uuid4()),
            "document_id": str(uuid.uuid4()),
        }
        path = f"/_nicegui_ws/socket.io/?{urlencode(query)}"
        await self._socket.open(self._url.replace("http:", "ws:") + path, {"Origin": self._url})
        await self._is_connected.wait()

    def say(self, text: str) -> None:
        """Type a text and press the button."""
        self._emit(self._input, [json.dumps(text)])
        self._emit(self._button, [])

    def leave(self) -> None:
        """Be gone."""
        self._socket.abort()

    def _read(self, page: str) -> None:
        client_id, elements = CLIENT_ID.search(page), ELEMENTS.search(page)
        assert client_id, page
        assert elements, page
        self._id = client_id[1]
        for number, element in json.loads(elements[1]).items():
            if element["tag"] in ("nicegui-input", "q-btn"):
                listener = {"id": int(number), "listener_id": element["events"][0]["listener_id"]}
                is_input = element["tag"] == "nicegui-input"
                (self._input if is_input else self._button).update(listener)

    def _emit(self, listener: dict[str, Any], args: list[str]) -> None:
        event = {**listener, "client_id": self._id, "args": args}
        self._socket.send(f"42{json.dumps(['event', event])}")

    def _take(self, frame: bytes, at: int) -> None:
        if frame == b"2":
            self._socket.send("3")
        elif frame[:1] == b"0":
            self._socket.send("40")
        elif frame[:2] == b"40":
            self._is_connected.set()
        else:
            self.hear(frame, at)
