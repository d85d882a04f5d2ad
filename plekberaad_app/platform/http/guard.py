"""What applies to every request: its origin, its size, and what browsers may do with the
response."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.http.cookies import login_in
from plekberaad_app.platform.http.forms import address_of
from plekberaad_app.platform.http.headers import headers_for
from plekberaad_app.platform.http.phone_keys import KeyGiver
from plekberaad_app.platform.refusals import Refused, asks_from, refused
from plekberaad_app.platform.settings import settings

MAX_FORM = 64 * 1024
MAX_PICTURE = 5_000_000
IMAGE_PATH = "/beeld"
NOT_MODIFIED = 304
UNSAFE_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def guarded(app: ASGIApp) -> ASGIApp:
    """The whole site, behind its guard."""
    return Guard(KeyGiver(app))


class Guard:
    """ASGI middleware: refuses what another site sends, caps bodies, adds security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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
            await self._app(scope, _capped(scope, receive), _with_headers(send, scope["path"]))


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


def _capped(scope: Scope, receive: Receive) -> Receive:
    """Stop reading a body that is too long: whoever reads on gets a refusal."""
    is_image = scope["path"] == IMAGE_PATH
    most = MAX_PICTURE + MAX_FORM if is_image else MAX_FORM
    refusal = "image_too_large" if is_image else "form_too_large"
    read = 0

    async def receive_capped() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most:
            raise BadInput(refusal)
        return message

    return receive_capped
