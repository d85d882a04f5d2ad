"""Hosted, behind nginx, with real phones: a process dies, PostgreSQL goes, Redis goes."""

import asyncio
import json
import signal
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import Browser, Site, visiting
from tests.clients.evening import Evening
from tests.clients.phone import wall
from tests.deploy.conftest import an_evening, screens_at, thinkers
from tests.faults.conftest import House
from tests.faults.rooms import in_ideas, join_late, stored_ideas
from tests.faults.tally import Goal, Tally
from tests.rehearsal.browsers import Phone, open_screen
from tests.setup.hosting import Hosting, hosted

pytestmark = [pytest.mark.served, pytest.mark.services, pytest.mark.long]

NAMES = ("Fenna", "Joris", "Noor")
BACK_SECONDS = 5
AWAY_SECONDS = 5
TRIES = 5


@pytest.fixture
def hosting(built: None, tmp_path: Path) -> Iterator[Hosting]:
    """Three processes behind nginx."""
    with hosted(tmp_path) as running_all:
        yield running_all


@pytest.fixture
async def site(hosting: Hosting) -> AsyncIterator[Site]:
    """The public address."""
    async with visiting(hosting.proxy.url, tls=hosting.proxy.tls) as visited:
        yield visited


@pytest.mark.browser
async def test_phones_of_a_killed_process_go_on_at_another_with_what_was_in_their_box(
    hosting: Hosting, site: Site, chromium: Chromium, tally: Tally
):
    evening = await _room(hosting, site)
    pages = [await _page(chromium, hosting, evening, name) for name in NAMES]
    # The proxy keeps the screens of a room at one process.
    while sorted(screens := await screens_at(hosting, site)) != [0, 0, len(NAMES)]:
        await asyncio.sleep(0.05)
    await pages[0].send()
    hosting.programs[screens.index(len(NAMES))].stop(signal.SIGKILL)
    killed = time.monotonic()
    while sum(await screens_at(hosting, site)) < len(NAMES):
        await asyncio.sleep(0.05)
    back = time.monotonic() - killed
    for page in pages[1:]:
        await expect(page.page.locator("#idea")).to_have_value(f"{page.name}: half")
        await expect(page.says(text("carousel.phase.ideas"))).to_be_visible()
        await page.send()
    lost = await _lost(hosting, pages)
    tally.note(
        f"8 killed behind nginx: {len(NAMES)} browsers",
        tries=len(NAMES),
        lost=lost,
        seconds=[back],
        goals=[Goal("back at another process", back, BACK_SECONDS)],
    )
    assert lost == 0


@pytest.mark.browser
async def test_phones_say_that_it_is_not_stored_yet_while_postgresql_is_away(
    hosting: Hosting, site: Site, chromium: Chromium, tally: Tally
):
    evening = await _room(hosting, site)
    pages = [await _page(chromium, hosting, evening, name) for name in NAMES]
    hosting.postgresql.stop(signal.SIGQUIT)
    for page in pages:
        await page.send()
    for page in pages:
        await expect(page.says(text("error.not_stored_yet"))).to_be_visible()
        await page.type("En nog een")
    await asyncio.sleep(AWAY_SECONDS)
    hosting.postgresql.start()
    began = time.monotonic()
    lost = await _lost(hosting, pages)
    back = time.monotonic() - began
    for page in pages:
        await expect(page.page.locator("#idea")).to_have_value("En nog een")
        await expect(page.says(text("error.not_stored_yet"))).to_be_hidden()
    tally.note(
        f"8 PostgreSQL away behind nginx: {len(NAMES)} browsers",
        tries=len(NAMES),
        lost=lost,
        seconds=[back],
        more="all told that it is not stored yet, drafts kept",
    )
    assert lost == 0


async def test_without_redis_the_screens_of_another_process_follow_by_looking(
    postgresql_house: House, tally: Tally
):
    house = postgresql_house
    assert house.redis is not None
    evening = await in_ideas(await house.facilitator(), 6, 2)
    far = evening.projector
    far.browser.site = house.sites[1]
    await far.open()
    writer = thinkers(evening)[0]
    house.redis.stop(signal.SIGKILL)
    seconds = []
    for number in range(TRIES):
        await writer.write(f"Zonder Redis {number}")
        began = time.monotonic()
        await far.until(lambda shown, number=number: f"Zonder Redis {number}" in wall(shown))
        seconds.append(time.monotonic() - began)
    told = [json.loads(await Browser(there).look("/gezond")) for there in house.sites]
    house.redis.start()
    tally.note(
        "8 Redis away: the other process follows",
        tries=TRIES,
        lost=0,
        seconds=seconds,
        goals=[Goal("followed", max(seconds), BACK_SECONDS)],
        more=f"health: {told[0]['status']}, {told[0]['reasons']['redis']}",
    )
    assert {found["status"] for found in told} == {"degraded"}
    await evening.close()


async def _room(hosting: Hosting, site: Site) -> Evening:
    """A room in the ideas phase; what its simulated screens do is over."""
    evening = await an_evening(hosting, site)
    await evening.go_to_ideas(4, 2)
    await evening.facilitator.steer("auto_off")
    await evening.close()
    return evening


async def _page(browser: Chromium, hosting: Hosting, evening: Evening, name: str) -> Phone:
    """A latecomer with a real phone and half an idea."""
    phone = Phone(name, await open_screen(browser, hosting.proxy.url, "phone"))
    await join_late(phone, evening.code, name)
    await phone.type(f"{name}: half")
    return phone


async def _lost(hosting: Hosting, pages: list[Phone]) -> int:
    """Ideas that are not there once, although their phones all say 'bewaard'."""
    for page in pages:
        await page.until_stored(f"{page.name}: half")
    texts = [idea.text for idea in stored_ideas(hosting.postgresql.url)]
    return sum(texts.count(f"{page.name}: half") != 1 for page in pages)
