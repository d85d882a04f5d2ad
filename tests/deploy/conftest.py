"""Evenings at the public address of three programs behind the nginx of `deploy/`."""

from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.clients.browser import Browser, FormRefused, Site, visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token, log_in
from tests.clients.phone import Phone
from tests.clients.screen import Screen
from tests.setup.hosting import Hosting, hosted


@pytest.fixture(scope="session")
def hosting(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosting]:
    """For tests that leave every program alive."""
    with hosted(tmp_path_factory.mktemp("hosting")) as running_all:
        yield running_all


@pytest.fixture
def mortal(built: None, tmp_path: Path) -> Iterator[Hosting]:
    """For tests that kill programs."""
    with hosted(tmp_path) as running_all:
        yield running_all


@pytest.fixture
async def site(hosting: Hosting) -> AsyncIterator[Site]:
    """The public address."""
    async with visiting(hosting.proxy.url, tls=hosting.proxy.tls) as visited:
        yield visited


@pytest.fixture
def rng() -> Random:
    """The same random moments in every run."""
    return Random(2026)


async def an_evening(hosting: Hosting, site: Site) -> Evening:
    """An evening in its lobby, made at the public address."""
    try:
        browser = await begin(site, await begin_token(hosting.programs[0].log))
    except FormRefused:
        browser = await log_in(site)
    return await new_evening(browser, {"rounds": "1", "is_wall_shared": "on"})


def thinkers(evening: Evening) -> list[Phone]:
    """Who may write."""
    return [phone for phone in evening.phones if phone.shown["me"]["role"] == "thinker"]


async def spread(hosting: Hosting, screens: Sequence[Screen]) -> None:
    """Open them anew without the proxy's cookie, until every process has some."""
    while 0 in await screens_at(hosting, screens[0].browser.site):
        for screen in screens:
            screen.browser.cookies.pop("room_affinity", None)
            await screen.open()


async def screens_at(hosting: Hosting, site: Site) -> list[int]:
    """How many screens each process that lives has."""
    found = []
    for program in hosting.programs:
        if program.process.poll() is None:
            figures = await Browser(Site(program.url, site.http)).look("/metrics")
            lines = [line.split() for line in figures.splitlines() if not line.startswith("#")]
            found.append(int(float(dict(lines)["plekberaad_screens"])))
    return found
