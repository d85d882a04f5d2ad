"""Every phone that opens a room's page has a key from then on, even before anybody checks in.

So two taps on the same button, or a form sent again after lost wifi, come from one key and are one
person.
"""

import re
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.http.cookies import key_header, key_in
from plekberaad_app.platform.tokens import new_key

_PHONE = re.compile(r"/d/([^/]+)/?")


class KeyGiver:
    """ASGI middleware: the response to a phone's first request for `/d/<code>` brings a key."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; if the phone has no key yet, its response brings one."""
        code = _code_without_key(scope)
        await self._app(scope, receive, _giving(send, code) if code else send)


def _code_without_key(scope: Scope) -> str:
    if scope["type"] != "http" or scope["method"] != "GET":
        return ""
    phone = _PHONE.fullmatch(scope["path"])
    headers = Headers(scope=scope)
    if not phone or "text/html" not in headers.get("accept", ""):
        return ""
    code = _readable(phone[1])
    return "" if code and key_in(headers.get("cookie", ""), code) else code


def _readable(text: str) -> str:
    try:
        return join_codes.normalise(text)
    except BadInput:
        return ""


def _giving(send: Send, code: str) -> Any:
    async def give(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.append("set-cookie", key_header(code, new_key(code)).decode("latin-1"))
            # If a proxy cached a key, two phones would become one person.
            headers["cache-control"] = "private, no-store"
        await send(message)

    return give
