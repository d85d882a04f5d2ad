"""What a browser does before its page is live: asks for pages, sends forms, keeps cookies."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ssl import SSLContext
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit

import aiohttp

from tests.clients.websocket import WebSocket

Socket = TypeVar("Socket", bound=WebSocket)

# So many people are at the door at once.
MAX_CONNECTIONS = 16


class FormRefused(AssertionError):
    """The site sent a form back with this reason (`fout=<code>`)."""


class Site:
    """One running program, as seen from outside."""

    def __init__(
        self,
        url: str,
        http: aiohttp.ClientSession,
        tls: SSLContext | None = None,
        address: str = "",
        sockets: set[WebSocket] | None = None,
    ) -> None:
        self.address = address
        self._sockets = set[WebSocket]() if sockets is None else sockets
        self.url = url
        self.http = http
        self.tls = tls

    @property
    def socket_url(self) -> str:
        """Where its sockets are."""
        kind = "wss" if self.tls else "ws"
        return f"{kind}://{urlsplit(self.url).netloc}/_event/"

    def from_address(self, address: str) -> "Site":
        """The same program, visited from another address."""
        return Site(self.url, self.http, self.tls, address, self._sockets)

    def noted(self, socket: Socket) -> Socket:
        """This socket, which closes at the end of the visit if nobody closed it before."""
        self._sockets.add(socket)
        return socket

    async def leave(self) -> None:
        """Close every socket that is open still, also one to a program that was frozen."""
        await asyncio.gather(*(socket.until_gone() for socket in self._sockets))
        self._sockets.clear()


@asynccontextmanager
async def visiting(
    url: str, address: str = "", tls: SSLContext | None = None
) -> AsyncIterator[Site]:
    """The program that serves at this URL, such as http://127.0.0.1:8000.

    `address` is where a proxy would say that we come from; `tls` trusts the certificate of https.
    """
    # Every request has a connection of its own: devices do not share any.
    connector = aiohttp.TCPConnector(limit=MAX_CONNECTIONS, ssl=tls or True, force_close=True)
    # Every browser keeps its own cookies, see below.
    jar = aiohttp.DummyCookieJar()
    headers = {"X-Forwarded-For": address} if address else None
    async with aiohttp.ClientSession(connector=connector, cookie_jar=jar, headers=headers) as http:
        site = Site(url.rstrip("/"), http, tls, address)
        try:
            yield site
        finally:
            await site.leave()


class Browser:
    """One device: its cookies, and plain requests with them."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.cookies: dict[str, str] = {}

    @property
    def cookie_header(self) -> str:
        """All cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    async def look(self, path: str) -> str:
        """Open a page; what its HTML is."""
        return (await self._ask("GET", path))[1]

    async def submit(self, path: str, **fields: str) -> str:
        """Send a form; where the answer leads to. Raises FormRefused."""
        there, _ = await self._ask("POST", path, fields)
        if reason := parse_qs(urlsplit(there).query).get("fout"):
            raise FormRefused(reason[0])
        return there

    async def _ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[str, str]:
        headers = {"Accept": "text/html", "Origin": self.site.url, "Cookie": self.cookie_header}
        async with self.site.http.request(
            method, self.site.url + path, data=fields, headers=headers, allow_redirects=False
        ) as answer:
            self.cookies |= {name: cookie.value for name, cookie in answer.cookies.items()}
            return answer.headers.get("Location", ""), await answer.text()
