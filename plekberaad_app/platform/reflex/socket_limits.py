"""How many sockets an address may open, and how much a socket may send."""

from collections import Counter
from collections.abc import Callable

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.platform.http.forms import address_of
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.reflex.frames import EXTENSION
from plekberaad_app.platform.refusals import Refused, asks_from, refused

# A whole library shares one address: 150 phones, some with two tabs, and the screens.
MAX_PER_ADDRESS = 400
# They all come back at once when the wifi does, and try again if that fails.
HANDSHAKES_AT_ONCE = 400
HANDSHAKES_PER_SECOND = 10
# Far more than a hand can tap, far less than a script can send.
MESSAGES_AT_ONCE = 200
MESSAGES_PER_SECOND = 30

POLICY_VIOLATION = 1008


def message_pace() -> Pace:
    """The pace at which one socket may send."""
    return Pace(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND)


class SocketGuard:
    """ASGI middleware: refuses an address that opens too many, closes a socket that sends too
    much."""

    def __init__(
        self,
        app: ASGIApp,
        handshakes: Pace | None = None,
        most: int = MAX_PER_ADDRESS,
        new_pace: Callable[[], Pace] = message_pace,
    ) -> None:
        self._app = app
        self._handshakes = handshakes or Pace(HANDSHAKES_AT_ONCE, HANDSHAKES_PER_SECOND)
        self._most = most
        self._new_pace = new_pace
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the socket on if there is room for it; let other requests through."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        address = address_of(HTTPConnection(scope))
        asks_from(address)
        if self._open[address] >= self._most or not self._handshakes.allows(address):
            refused(Refused.SOCKET, "too_many_sockets")
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        self._open[address] += 1
        try:
            await self._app(scope, _paced(scope, receive, send, self._new_pace()), send)
        finally:
            self._leave(address)

    def _leave(self, address: str) -> None:
        self._open[address] -= 1
        if not self._open[address]:
            del self._open[address]


def _paced(scope: Scope, receive: Receive, send: Send, pace: Pace) -> Receive:
    """Messages as they come, until there are too many: then the socket ends."""

    async def receive_paced() -> Message:
        message = await receive()
        if message["type"] != "websocket.receive" or pace.allows(""):
            return message
        refused(Refused.SOCKET, "said_too_much")
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        # A flooder need not take the hint; until it hangs up, everything it sends would be read.
        if protocol := scope.get("extensions", {}).get(EXTENSION):
            protocol.hang_up()
        return {"type": "websocket.disconnect", "code": POLICY_VIOLATION}

    return receive_paced
