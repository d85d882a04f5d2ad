"""One program for all journeys, one browser, and a house to walk around in."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from plekberaad_app.platform import logins
from tests.casting import PASSWORD
from tests.chromium import a_browser
from tests.clients.browser import visiting
from tests.journeys.house import House
from tests.rehearsal.server import Server


@pytest.fixture(scope="session")
def server(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The program, at the pace of a real evening: no phase ends while a test looks."""
    started = Server(tmp_path_factory.mktemp("journeys"), time_scale=1)
    started.start()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def login(server: Server) -> str:
    """The cookie of Anna, the first facilitator."""
    return log_in(server)


def log_in(server: Server) -> str:
    """Use the first link of a server; the value of the login cookie."""
    form = {"library_name": "De Linde", "name": "Anna", "password": PASSWORD}
    asking = HTTPConnection(urlsplit(server.url).netloc)
    sent_as = {"content-type": "application/x-www-form-urlencoded"}
    asking.request("POST", server.first_link(), urlencode(form), sent_as)
    with asking.getresponse() as answer:
        given = SimpleCookie(answer.headers["set-cookie"])
    asking.close()
    return given[logins.COOKIE].value


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium; every screen gets a context of its own in it."""
    async with a_browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def house(server: Server, login: str, browser: Browser) -> AsyncIterator[House]:
    """Screens for one test; all are closed at its end."""
    async with _opened(browser, server, login) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def large_house(server: Server, login: str) -> AsyncIterator[House]:
    """Screens of somebody who wants all text twice as large."""
    async with a_browser(text_px=32) as browser, _opened(browser, server, login) as opened:
        yield opened


@pytest.fixture
def mortal(built: None, tmp_path: Path) -> Iterator[Server]:
    """A server of one test's own, which it may stop or kill."""
    started = Server(tmp_path, time_scale=1)
    started.start()
    yield started
    started.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def mortal_house(mortal: Server, browser: Browser) -> AsyncIterator[House]:
    """Screens of the server that may be stopped."""
    async with _opened(browser, mortal, log_in(mortal)) as opened:
        yield opened


@asynccontextmanager
async def _opened(browser: Browser, server: Server, login: str) -> AsyncIterator[House]:
    async with visiting(server.url) as site:
        opened = House(browser, site, login)
        yield opened
        await opened.close()
        assert opened.violations == []
