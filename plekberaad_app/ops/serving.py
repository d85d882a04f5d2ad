"""Serves pages, sockets and routes in one process on one port, on all addresses."""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

import uvicorn

from plekberaad_app.ops import supervision
from plekberaad_app.ops.build.building import PING_SECONDS, PONG_SECONDS
from plekberaad_app.platform import logs
from plekberaad_app.platform.http.built_pages import with_few_headers
from plekberaad_app.platform.reflex.engineio_sockets import use_own_sockets
from plekberaad_app.platform.reflex.frames import SharedFrames
from plekberaad_app.platform.reflex.socket_server import with_short_way
from plekberaad_app.platform.refusals import Refused, refused
from plekberaad_app.platform.settings import settings

GRACE_SECONDS = 5
BACKLOG = 1024
SWITCH_SECONDS = 0.0005
# After how many new objects the collector goes through the young, the middle and all objects. Going
# through all takes a third of a second with twenty rooms, in which nobody is served: that waits for
# a moment without screens (plekberaad_app.py), or for a great deal of garbage.
GARBAGE = (5_000, 10, 1_000)
MAX_MESSAGE = 64 * 1024


class Server(uvicorn.Server):
    """Says when it is ready; being stopped by a signal is a normal end."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._life: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and report it."""
        await super().startup(sockets)
        if self.started:
            self._ready()
            supervision.tell("READY=1")
            self._life = asyncio.create_task(supervision.show_life())


def is_free(port: int) -> bool:
    """Whether nothing is serving on this port yet."""
    try:
        listeners = open_listeners(port)
    except OSError:
        return False
    for listener in listeners:
        listener.close()
    return True


def open_listeners(port: int) -> list[socket.socket]:
    """One socket for IPv4 and one for IPv6, so that addresses look familiar.

    Raises OSError when the port is taken.
    """
    # Phones come from the whole network of the room.
    listeners = [socket.create_server(("0.0.0.0", port), backlog=BACKLOG)]  # nosec B104
    if socket.has_ipv6:
        # A machine with IPv6 switched off serves only IPv4.
        with suppress(OSError):
            listeners.append(
                socket.create_server(("::", port), family=socket.AF_INET6, backlog=BACKLOG)
            )
    return listeners


def server(ready: Callable[[], None], wrapped: Callable[[Any], Any] | None = None) -> Server:
    """The program's server, loaded; `ready` is called once it can answer the first request.

    `wrapped` may put something in front of the application.
    """
    app = application()
    return Server(_config(wrapped(app) if wrapped else app), ready)


def serve(loaded: Server, listeners: list[socket.socket]) -> None:
    """Serve until a signal comes; what is under way gets GRACE_SECONDS to finish."""
    # uvicorn raises the signal again once it has stopped.
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, _stop)
    # What was loaded stays: no collection ever needs to go through it again.
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    gc.enable()
    # So that a use case in its thread does not wait 5 ms for the event loop to let go, nor the
    # reverse.
    sys.setswitchinterval(SWITCH_SECONDS)
    loaded.run(sockets=listeners)


def application() -> Any:
    """The ASGI application including the built frontend, without compiling anything."""
    from reflex_base.environment import environment

    environment.REFLEX_SKIP_COMPILE.set(True)
    environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)
    from plekberaad_app.plekberaad_app import app

    assert app.sio is not None
    app.sio.eio.cors_allowed_origins = is_own_origin
    use_own_sockets(app.sio.eio)
    asgi = with_short_way(with_few_headers(app()), app)
    logs.take_over()
    return asgi


def is_own_origin(origin: str | None, environ: dict[str, Any]) -> bool:
    """Whether a socket was opened by one of our pages: the same host and port, or the public
    ones."""
    host, public = urlsplit(origin or "").netloc, settings().public_url
    if public is not None and origin == str(public).rstrip("/"):
        return True
    is_own = bool(host) and host == environ.get("HTTP_HOST")
    if not is_own:
        refused(Refused.SOCKET, "other_site")
    return is_own


def _config(app: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        ws=SharedFrames,
        loop="asyncio" if sys.platform == "win32" else "uvloop",
        # Messages are small and many: compressing each costs more than it saves.
        ws_per_message_deflate=False,
        # Checked before anything is kept of it; no message of ours comes near.
        ws_max_size=MAX_MESSAGE,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PONG_SECONDS,
        log_config=None,
        access_log=False,
        server_header=False,
        # trusted_proxy_hops decides who is behind a proxy, not a header that anyone can send.
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
