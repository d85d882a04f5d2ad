"""What applies to every request: its origin, its size, and what browsers may do with the
response."""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.feature import Upload
from plekberaad_app.platform.http.cookies import login_in
from plekberaad_app.platform.http.forms import address_of
from plekberaad_app.platform.http.headers import headers_for
from plekberaad_app.platform.http.phone_keys import KeyGiver
from plekberaad_app.platform.refusals import Refused, asks_from, refused
from plekberaad_app.platform.settings import settings

MAX_FORM = 64 * 1024
NOT_MODIFIED = 304
UNSAFE_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def guarded(app: ASGIApp, uploads: Iterable[Upload] = ()) -> ASGIApp:
    """The whole site, behind its guard; all but the `uploads` take no more than a form."""
    return Guard(KeyGiver(app), uploads)


class Guard:
    """ASGI middleware: refuses what another site sends, caps bodies, adds security headers."""

    def __init__(self, app: ASGIApp, uploads: Iterable[Upload]) -> None:
        self._app = app
        self._uploads = [(compile_path(upload.address)[0], upload) for upload in uploads]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it is allowed; sockets have limits of their own."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asks_from(address_of(HTTPConnection(scope)))
        if scope["method"] in UNSAFE_METHODS and not is_same_origin(Headers(scope=scope)):
            refused(Refused.REQUEST, "other_site")
            await Response(status_code=403)(scope, receive, _with_headers(send, scope["path"]))
        else:
            limited = _capped(receive, *self._limit(scope["path"]))
            await self._app(scope, limited, _with_headers(send, scope["path"]))

    def _limit(self, path: str) -> tuple[int, str]:
        """The longest body that this path takes, in bytes, and the code that refuses a longer."""
        for pattern, upload in self._uploads:
            if pattern.match(path):
                # A file comes in a form, beside other fields.
                return upload.largest + MAX_FORM, upload.refusal
        return MAX_FORM, "form_too_large"


def is_same_origin(headers: Headers) -> bool:
    """Whether one of our pages sent this, or no page at all and without a facilitator's cookie.

    Browsers say so themselves; old ones only name the origin. Cookies are SameSite=Lax as well.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    if origin is None:
        return not login_in(headers.get("cookie", ""))
    return origin in _own_origins(headers.get("host", ""))


def _own_origins(host: str) -> set[str]:
    public_url = settings().public_url
    own = {f"http://{host}", f"https://{host}"}
    return own | ({str(public_url).rstrip("/")} if public_url else set())


def _with_headers(send: Send, path: str) -> Send:
    async def send_with_headers(message: Message) -> None:
        # A browser replaces the headers that it kept with the page by those of a 304.
        if message["type"] == "http.response.start" and message["status"] != NOT_MODIFIED:
            headers = MutableHeaders(scope=message)
            for name, value in headers_for(headers.get("content-type", ""), path).items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers


def _capped(receive: Receive, most: int, refusal: str) -> Receive:
    """Stop reading a body of more than `most` bytes: whoever reads on gets BadInput(refusal)."""
    read = 0

    async def receive_capped() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise BadInput(refusal)
        return message

    return receive_capped
