"""The built frontend as browsers get it: which page belongs to an address, and how long it is
cached."""

from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.platform.routes import ANY_CODE

# The name of such a file changes with its content.
HASHED = "/assets/"
# Headers that are of no use to a browser if the name says it all, or that only another site would
# need.
OF_NO_USE = ("accept-ranges", "access-control-allow-credentials", "etag", "last-modified")


class Built:
    """ASGI middleware in front of the built files; `folders`: the addresses that a code follows."""

    def __init__(self, app: ASGIApp, folders: Collection[str]) -> None:
        self._app = app
        self._folders = folders

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give every code the one page that was built for all codes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        page = page_for(path, self._folders)
        await self._app({**scope, "path": page}, receive, _with_keeping(path, send))


def with_few_headers(app: ASGIApp) -> ASGIApp:
    """The whole server; in front of it, files of the build lose the headers that Reflex repeats."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        is_hashed = scope["type"] == "http" and scope["path"].startswith(HASHED)
        await app(scope, receive, _sparing(send) if is_hashed else send)

    return serve


def page_for(path: str, folders: Collection[str]) -> str:
    """Where the page for an address is built; an address without a code is left as it is."""
    folder, _, code = path.rstrip("/").rpartition("/")
    return f"{folder}/{ANY_CODE}/" if code and folder in folders else path


def _sparing(send: Send) -> Send:
    async def send_sparingly(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in OF_NO_USE:
                del headers[name]
            if "vary" in headers:
                headers["vary"] = "Accept-Encoding"
        await send(message)

    return send_sparingly


def _with_keeping(path: str, send: Send) -> Send:
    async def send_with_keeping(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if keeping := _keeping(path, headers.get("content-type", "")):
                headers.setdefault("cache-control", keeping)
        await send(message)

    return send_with_keeping


def _keeping(path: str, media_type: str) -> str:
    if path.startswith(HASHED):
        return "max-age=31536000, immutable"
    return "no-cache" if media_type.startswith("text/html") else ""
