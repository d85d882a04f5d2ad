"""A room full of people opens the same page within a minute: it is read from disk once for all."""

from time import monotonic

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from plekberaad_app.platform.routes import ANY_CODE

# So short that a new build need not tell anybody.
KEPT_SECONDS = 10.0
# There are fewer pages, but anybody may name any number of encodings.
MAX_KEPT = 64
# The response to these is not the whole page, or not the same for everybody.
CONDITIONS = ("range", "if-none-match", "if-modified-since")

OK = 200

Key = tuple[str, str]
Answer = list[Message]


class KeptPages:
    """ASGI middleware behind `Built`: keeps pages that are the same for every code in memory."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[Key, tuple[float, Answer]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory if possible; pass everything else on."""
        key = _key(scope)
        until, answer = self._kept.get(key, (0.0, [])) if key else (0.0, [])
        if monotonic() < until:
            for message in answer:
                await send(_copied(message))
        else:
            await self._app(scope, receive, self._keeping(key, send) if key else send)

    def _keeping(self, key: Key, send: Send) -> Send:
        answer: Answer = []

        async def send_and_keep(message: Message) -> None:
            answer.append(_copied(message))
            is_end = message["type"] == "http.response.body" and not message.get("more_body")
            if is_end and answer[0]["status"] == OK:
                self._keep(key, answer)
            await send(message)

        return send_and_keep

    def _keep(self, key: Key, answer: Answer) -> None:
        self._kept.pop(key, None)
        while len(self._kept) >= MAX_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = (monotonic() + KEPT_SECONDS, answer)


def _copied(message: Message) -> Message:
    """The message, copied so that headers can be added to it."""
    return {**message, "headers": [*message.get("headers", ())]}


def _key(scope: Scope) -> Key | None:
    """What the response depends on; None if it must not be kept."""
    is_page = scope["type"] == "http" and scope["path"].endswith(f"/{ANY_CODE}/")
    if not is_page or scope["method"] != "GET":
        return None
    headers = Headers(scope=scope)
    if any(name in headers for name in CONDITIONS):
        return None
    return scope["path"], headers.get("accept-encoding", "")
