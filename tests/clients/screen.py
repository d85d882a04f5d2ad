"""A page of ours without a browser around it: the protocol of Reflex, spoken by hand.

What `.web/utils/state.js` does: a socket.io connection over WebSocket alone, with the hydrate event
in its CONNECT packet, heartbeats, events up and deltas down. Deltas are merged only when somebody
looks, so that a receipt costs next to nothing.
"""

import asyncio
import json
import uuid
from collections.abc import Callable, Mapping
from time import perf_counter_ns
from typing import Any

from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import in_words
from tests.clients.browser import Browser
from tests.clients.deltas import merge
from tests.clients.websocket import WebSocket

NAMESPACE = "/_event"
ROOT_STATE = "reflex___state____state"
VAR_SUFFIX = "_rx_state_"
# Reflex only warns about another version; a browser names the one it was built with.
REFLEX_VERSION = "0.10.1"
TIMEOUT_SECONDS = 20.0

Shown = Mapping[str, Any]
Condition = Callable[[dict[str, Any]], Any]


def state_name(module: str, name: str) -> str:
    """The full name of a state of ours, such as ('room.phone.state', 'phone_state')."""
    folder = module.replace(".", "___")
    return f"{ROOT_STATE}.plekberaad_app___{folder}____{name}"


class Screen:
    """One tab with one of our pages open.

    `shown` holds the vars of the page's own state; `states` those of all states the server sent.
    `on_frame`, when set, gets every raw frame with the moment of reading in ns. `redirects` are the
    paths the server sent this tab to.
    """

    module = ""
    state = ""
    # Whether to begin as a browser does, with the defaults that were compiled into the page;
    # without them the server sends every var there is.
    has_defaults = False

    def __init__(self, browser: Browser, path: str) -> None:
        self.browser = browser
        self.path = path
        self.token = str(uuid.uuid4())
        self.states: dict[str, dict[str, Any]] = {}
        self.redirects: list[str] = []
        self.on_frame: Callable[[bytes, int], None] | None = None
        self.is_mismatch = False
        self._socket: WebSocket | None = None
        self._unread: list[bytes] = []
        self._news = asyncio.Event()
        self._received_before = 0
        self._heard_at = 0
        self._is_fresh = True

    @property
    def full_state(self) -> str:
        """The full name of the page's own state."""
        return state_name(self.module, self.state)

    @property
    def shown(self) -> dict[str, Any]:
        """What the page shows at this moment."""
        self._read()
        return self.states.setdefault(self.full_state, {})

    @property
    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._socket is not None and not self._socket.closed.is_set()

    @property
    def silent_seconds(self) -> float:
        """How long ago the last frame came in, heartbeats included."""
        return (perf_counter_ns() - self._heard_at) / 1e9

    @property
    def bytes_received(self) -> int:
        """All bytes that ever came in over sockets of this tab."""
        return self._received_before + (self._socket.received if self._socket else 0)

    async def open(self, origin: str | None = None) -> None:
        """Connect, and wait until the page shows something. Raises websocket.Refused."""
        await self.connect(origin)
        await self.until(self.is_ready)

    def be_another_tab(self) -> None:
        """From the next connection on this is a tab that was opened just now."""
        self.token, self._is_fresh = str(uuid.uuid4()), True

    async def connect(self, origin: str | None = None) -> None:
        """Connect with the same tab token; also after a lost connection, or as a refresh."""
        await self.close()
        site = self.browser.site
        self.states.clear()
        headers = {
            "Origin": site.url if origin is None else origin,
            "Cookie": self.browser.cookie_header,
            "Sec-WebSocket-Protocol": REFLEX_VERSION,
            "X-Forwarded-For": site.address,
        }
        url = f"{site.socket_url}?token={self.token}&EIO=4&transport=websocket"
        # Who waits for something looks again when the connection is gone.
        self._socket = site.noted(WebSocket(self._hear, self._news.set))
        await self._socket.open(url, headers, site.tls)
        self._heard_at = perf_counter_ns()

    async def close(self) -> None:
        """Close the tab, if it is open."""
        if self._socket is not None:
            await self._socket.close()
            self._received_before += self._socket.received
            self._socket = None
        self._unread.clear()

    def lose_network(self) -> None:
        """The connection is gone, without a goodbye."""
        if self._socket is not None:
            self._socket.abort()

    async def until_lost(self) -> None:
        """Wait until there is no connection."""
        if self._socket is not None:
            await self._socket.closed.wait()

    def is_ready(self, shown: Shown) -> bool:
        """Whether the page shows something; pages of a room say so in their stage."""
        return bool(shown.get("stage", {}).get("status"))

    def send(self, handler: str, /, **payload: Any) -> None:
        """Call a handler of the page's own state, as a tap does."""
        self.send_raw(f"{self.full_state}.{handler}", payload)

    def send_raw(self, full_name: str, payload: Any) -> None:
        """Call any handler by its full name, with anything."""
        self._emit("event", self._event(full_name, payload))

    def signal(self, name: str, *said: Any) -> None:
        """Send a light message, which is no event (`platform/reflex/signals.py`)."""
        self._emit(name, *said)

    async def until(self, condition: Condition, patience: float = TIMEOUT_SECONDS) -> Any:
        """Wait until the page shows this; answers what the condition answered.

        Raises TimeoutError with what is shown instead.
        """
        try:
            async with asyncio.timeout(patience):
                while not (answer := condition(self.shown)):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise TimeoutError(f"{self.path} shows {self.shown}") from None
        return answer

    def _event(self, full_name: str, payload: Any) -> dict[str, Any]:
        return {
            "name": full_name,
            "payload": payload,
            "router_data": {"pathname": self.path, "asPath": self.path},
        }

    def _emit(self, kind: str, *values: Any) -> None:
        if self._socket is None:
            raise ConnectionError(f"{self.path} is not open")
        self._socket.send(f"42{NAMESPACE},{json.dumps([kind, *values])}")

    def _hear(self, frame: bytes, at: int) -> None:
        self._heard_at = at
        if frame == b"2":
            assert self._socket is not None
            self._socket.send(b"3")
            return
        if self.on_frame is not None:
            self.on_frame(frame, at)
        if frame[:1] == b"0":
            self._say_hello()
            return
        self._unread.append(frame)
        self._news.set()

    def _say_hello(self) -> None:
        """Ask for what the page does not hold yet; after a reconnect a browser asks for all."""
        payload = {"hashes": ["as compiled"]} if self.has_defaults and self._is_fresh else {}
        self._is_fresh = False
        hydrate = self._event(f"{ROOT_STATE}.hydrate_and_load", payload)
        assert self._socket is not None
        self._socket.send(f"40{NAMESPACE},{json.dumps({'event': hydrate})}")

    def _read(self) -> None:
        """Merge all that was heard since somebody last looked."""
        unread, self._unread[:] = list(self._unread), []
        for frame in unread:
            text = frame.decode()
            if text.startswith(f"42{NAMESPACE},"):
                self._take(*json.loads(text.partition(",")[2]))
            elif text.startswith("44"):
                raise ConnectionError(text)

    def _take(self, kind: str, value: Any = None) -> None:
        if kind == "event":
            self._update(value)
        elif kind == "new_token":
            self.token = value
        elif kind == "state_mismatch":
            self.is_mismatch = True

    def _update(self, update: Mapping[str, Any]) -> None:
        for state, values in (update.get("delta") or {}).items():
            known = self.states.setdefault(state, {})
            merge(known, {name.removesuffix(VAR_SUFFIX): each for name, each in values.items()})
        for event in update.get("events") or ():
            if event["name"] == "_redirect":
                self.redirects.append(event["payload"]["path"])


def words_of(said: Mapping[str, Any]) -> str:
    """What a server has a screen say, in Dutch; '' for nothing."""
    return in_words(Say(**said))
