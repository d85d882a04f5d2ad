"""What the faults share: the tally, and programs that may be killed."""

import asyncio
import functools
import inspect
import os
import subprocess
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.async_api import Browser as Chromium

from tests.chromium import a_browser
from tests.clients.browser import Browser, Site, visiting
from tests.clients.facilitator import begin
from tests.faults.moved_time import MovedTime
from tests.faults.tally import Tally
from tests.faults.watched import NOTED_SECONDS, Standstill, standstill
from tests.rehearsal.server import Server
from tests.setup.own_services import OwnPostgresql, OwnRedis, own_postgresql, own_redis

SECRET = "s" * 32
# Longer than any takes on a crowded machine: what hangs fails, and the others go on.
LONGEST_SECONDS = 900
DISK = "32m"


class WatchedServer(Server):
    """The program, which notes how long its event loop stands still."""

    module = "tests.faults.watched"

    async def standstill(self) -> Standstill:
        """What it saw since it started."""
        await asyncio.sleep(NOTED_SECONDS)
        return standstill(self.folder, self.pid)


@dataclass
class House:
    """Programs on one database, the sites they serve, and the services of their own."""

    servers: list[WatchedServer]
    sites: list[Site]
    database_url: str
    postgresql: OwnPostgresql | None = None
    redis: OwnRedis | None = None

    async def facilitator(self) -> Browser:
        """The first facilitator, logged in."""
        token = self.servers[0].first_link().rsplit("/", 1)[1]
        return await begin(self.sites[0], token)

    async def kill(self, number: int) -> None:
        """End one program as a power cut does."""
        await asyncio.to_thread(self.servers[number].kill)

    async def start(self, number: int) -> None:
        """Start one program again."""
        await asyncio.to_thread(self.servers[number].start)


_TALLY = Tally()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test of this folder hang."""
    for item in items:
        if isinstance(item, pytest.Function) and Path(__file__).parent in item.path.parents:
            item.obj = _ended_in_time(item.obj)


def _ended_in_time(test: Any) -> Any:
    if not inspect.iscoroutinefunction(test):
        return test

    @functools.wraps(test)
    async def limited(*args: Any, **options: Any) -> None:
        async with asyncio.timeout(LONGEST_SECONDS):
            await test(*args, **options)

    return limited


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note which tests gave no figures; of several processes the first notes it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    if report.skipped and isinstance(report.longrepr, tuple):
        _TALLY.trouble(report.nodeid, report.longrepr[2].removesuffix("\n"))
    elif report.failed:
        _TALLY.trouble(report.nodeid, f"failed ({report.when})")


def pytest_runtest_logfinish() -> None:
    """Keep what `make test-faults` found so far: it may be stopped half-way."""
    if os.environ.get("FAULT_REPORT"):
        _TALLY.write()


# The first of several processes is the last to end, and knows what was not done.
pytest_sessionfinish = pytest_runtest_logfinish


@pytest.fixture(scope="session")
def tally() -> Tally:
    """Where every fault notes what it cost; `make test-faults` keeps it."""
    return _TALLY


@pytest.fixture
def rng() -> Random:
    """The same random moments in every run."""
    return Random(2026)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def house(request: pytest.FixtureRequest) -> House:
    """One program on SQLite, and two on PostgreSQL; every test that asks for it runs on both."""
    return request.getfixturevalue(f"{request.param}_house")


@pytest.fixture
async def sqlite_house(built: None, tmp_path: Path) -> AsyncIterator[House]:
    """One program on a SQLite file."""
    server = WatchedServer(tmp_path, time_scale=1)
    async for house in open_house([server], f"sqlite:///{tmp_path}/plekberaad.db"):
        yield house


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own for the data of the test."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user cannot mount a disk")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


@pytest.fixture
async def postgresql_house(built: None, tmp_path: Path) -> AsyncIterator[House]:
    """Two programs that share a PostgreSQL and a Redis of this test's own."""
    with own_postgresql() as postgresql, own_redis() as redis:
        shared = {"database_url": postgresql.url, "redis_url": redis.url, "secret": SECRET}
        servers = [_server(tmp_path / name, **shared) for name in ("first", "second")]
        async for house in open_house(servers, postgresql.url):
            house.postgresql, house.redis = postgresql, redis
            yield house


def _server(folder: Path, **settings: str) -> WatchedServer:
    folder.mkdir()
    return WatchedServer(folder, None, 1, **settings)


@asynccontextmanager
async def moved_house(
    folder: Path, *, with_stopwatch: bool
) -> AsyncIterator[tuple[House, MovedTime]]:
    """One program on a SQLite file, whose time can be moved."""
    moved = MovedTime(folder, with_stopwatch=with_stopwatch)
    houses = open_house([WatchedServer(folder, time_scale=1)], f"sqlite:///{folder}/plekberaad.db")
    with moved.for_new_programs():
        house = await anext(houses)
    try:
        yield house, moved
    finally:
        await houses.aclose()


async def open_house(servers: list[WatchedServer], database_url: str) -> AsyncGenerator[House]:
    """These programs, started; stopped after the one house there is."""
    with ExitStack() as started:
        for server in servers:
            started.callback(server.stop)
            await asyncio.to_thread(server.start)
        async with AsyncExitStack() as visits:
            sites = [await visits.enter_async_context(visiting(each.url)) for each in servers]
            yield House(servers, sites, database_url)


@pytest.fixture
async def chromium() -> AsyncIterator[Chromium]:
    """A real browser, on a machine that may be busy."""
    async with a_browser() as opened:
        yield opened
