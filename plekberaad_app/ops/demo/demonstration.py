"""One run of the demonstration: opens the evening, says where it is, and lets people in."""

import asyncio
import random
import secrets
from datetime import UTC, datetime
from typing import Any

from rich.console import Console
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from plekberaad_app.features.rehearsal import cast
from plekberaad_app.features.rehearsal.crowd import Crowd
from plekberaad_app.ops.announcing import qr
from plekberaad_app.ops.demo.evening import Opened, open_evening
from plekberaad_app.platform.addresses import public_url
from plekberaad_app.platform.http.cookies import keep_login
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings


class Demonstration:
    """Begins when the server is ready; until it stops, whoever has its link is logged in."""

    def __init__(self, used: Settings, console: Console) -> None:
        self._url = public_url(used)
        self._console = console
        self._path = f"/demo/{secrets.token_urlsafe(12)}"
        self._opened: Opened | None = None
        self._crowd: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Open the evening and let people in; called in the server's event loop."""
        self._opened = open_evening(datetime.now(UTC))
        self._announce(self._opened.stage.code)
        crowd = Crowd(self._opened.stage, random.Random())  # nosec B311
        self._crowd = asyncio.get_running_loop().create_task(crowd.play())

    def with_door(self, app: ASGIApp) -> ASGIApp:
        """The application with the link in front of it."""

        async def asgi(scope: Scope, receive: Receive, send: Send) -> None:
            is_door = scope["type"] == "http" and scope["path"] == self._path
            await (self._log_in if is_door and self._opened else app)(scope, receive, send)

        return asgi

    async def _log_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self._opened is not None
        response = RedirectResponse(f"/begeleid/{self._opened.stage.code}", status_code=303)
        keep_login(response, self._opened.login)
        await response(scope, receive, send)

    def _announce(self, code: str) -> None:
        self._console.out(qr(f"{self._url}/m/{code}"), highlight=False)
        self._say("demo.announce.what", style="bold", n=len(cast.characters()))
        self._say("demo.announce.tablet", style="bold", url=self._url + self._path)
        self._say("demo.announce.projector", url=f"{self._url}/scherm/{code}")
        self._say("demo.announce.phones", url=f"{self._url}/d/{code}")
        self._say("demo.announce.next")
        self._say("cli.announce.stop", style="dim")

    def _say(self, key: str, style: str = "", **values: Any) -> None:
        self._console.print(text(key, **values), style=style, highlight=False, soft_wrap=True)
