"""A short cut for sockets: from the process's server straight to socket.io, past the whole site.

Each layer that a socket passes keeps a coroutine, and copies of what it was told, for as long as
the socket is open. Of everything that Reflex and the site have around a page, a socket needs two
things: Reflex's contexts, and a response that names the protocol it was opened with.
"""

from typing import Any

import reflex as rx
from engineio.async_drivers.asgi import translate_request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.platform.reflex.socket_limits import SocketGuard

PATH = "/_event"


def with_short_way(site: ASGIApp, app: rx.App) -> ASGIApp:
    """The site, with the sockets of its pages led past it."""
    sockets = SocketGuard(_socket_server(app))

    async def choose(scope: Scope, receive: Receive, send: Send) -> None:
        is_socket = scope["type"] == "websocket" and scope["path"].rstrip("/") == PATH
        await (sockets if is_socket else site)(scope, receive, send)

    return choose


def _socket_server(app: rx.App) -> ASGIApp:
    server: Any = app.sio
    server.eio._async = {**server.eio._async, "translate_request": _translated}

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        # For the task of this socket, and ending with it.
        app.set_contexts()
        await server.handle_request(scope, receive, _naming_protocol(scope, send))

    return serve


async def _translated(scope: Scope, receive: Receive, send: Send) -> dict[str, Any]:
    """What engine.io needs to know of a request, without the class that it makes to read a body."""
    environ = await translate_request(scope, receive, send)
    environ.pop("wsgi.input", None)
    return environ


def _naming_protocol(scope: Scope, send: Send) -> Send:
    async def send_with_protocol(message: Message) -> None:
        if message["type"] == "websocket.accept" and scope.get("subprotocols"):
            message["subprotocol"] = scope["subprotocols"][0]
        await send(message)

    return send_with_protocol
