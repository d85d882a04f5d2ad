"""Whether sockets get through where pages do: proxies and networks may block them."""

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.typing import Origin

TIMEOUT_SECONDS = 5
# What engine.io says first.
_HELLO = "0"


def opens_a_socket(url: str) -> bool:
    """Whether the Plekberaad at this address answers over a socket, as it does to a phone."""
    there = f"{url.replace('http', 'ws', 1)}/_event/?EIO=4&transport=websocket&token=doctor"
    try:
        with connect(there, origin=Origin(url), open_timeout=TIMEOUT_SECONDS) as socket:
            return str(socket.recv(timeout=TIMEOUT_SECONDS)).startswith(_HELLO)
    except (OSError, WebSocketException):
        return False
