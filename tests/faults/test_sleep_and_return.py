"""Phones that slept, were refreshed, opened twice or got a new version: still the same person."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.evening import Evening
from tests.faults.conftest import House, moved_house
from tests.faults.moved_time import MovedTime
from tests.faults.new_version import NewVersion
from tests.faults.rooms import in_ideas, join_late
from tests.faults.tally import Tally
from tests.rehearsal.browsers import Phone, open_screen
from tests.setup.program import running

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.long]

NAME = "Fenna"
HALF = "Een half idee"
PEOPLE = 6
MINUTE = 60
BEFORE, PHASES = ("questions", "explain"), ("ideas", "review", "next_step")


@pytest.fixture
async def evening(sqlite_house: House) -> Evening:
    """A room in the ideas phase."""
    return await in_ideas(await sqlite_house.facilitator(), PEOPLE, 2)


@pytest.fixture
async def movable(built: None, tmp_path: Path) -> AsyncIterator[tuple[House, MovedTime]]:
    """A program whose time can be moved."""
    async with moved_house(tmp_path, with_stopwatch=True) as found:
        yield found


async def test_anyone_who_slept_for_minutes_or_an_hour_goes_on_where_they_were(
    movable: tuple[House, MovedTime], chromium: Browser, tally: Tally
):
    house, moved = movable
    evening = await in_ideas(await house.facilitator(), PEOPLE, 2)
    await evening.facilitator.steer("auto_off")
    phone = await _phone(chromium, house, evening, has_fake_time=True)
    seat, asleep, lost = await _seat(phone), 0, 0
    for minutes in (5, 30, 70):
        await phone.type(f"{HALF} {minutes}")
        await phone.context.set_offline(True)
        asleep += minutes
        moved.by(asleep * MINUTE)
        await phone.page.clock.fast_forward(f"{minutes // 60:02}:{minutes % 60:02}:00")
        await phone.context.set_offline(False)
        await expect(phone.page.locator("#idea")).to_have_value(f"{HALF} {minutes}")
        await phone.send()
        await phone.until_stored(f"{HALF} {minutes}", 60)
        lost += await _is_changed(phone, evening, seat)
    _note(tally, "asleep for 5, 30 and 70 minutes", 3, lost)


async def test_a_refresh_in_every_phase_changes_nothing(
    sqlite_house: House, evening: Evening, chromium: Browser, tally: Tally
):
    phone = await _phone(chromium, sqlite_house, evening)
    seat, lost = await _seat(phone), 0
    await phone.type(HALF)
    for phase in BEFORE:
        await evening.facilitator.steer("back")
        await _until_in(phone, phase)
        await phone.page.reload()
        await _until_in(phone, phase)
        lost += await _is_changed(phone, evening, seat)
    for phase in PHASES:
        await evening.go_to("carousel", phase)
        await _until_in(phone, phase)
        await phone.page.reload()
        await expect(phone.page.locator("#idea")).to_have_value(HALF)
        lost += await _is_changed(phone, evening, seat)
    _note(tally, "refreshed in every phase with half an idea", len(BEFORE + PHASES), lost)


async def test_a_second_tab_is_the_same_person_with_the_same_text(
    sqlite_house: House, evening: Evening, chromium: Browser, tally: Tally
):
    phone = await _phone(chromium, sqlite_house, evening)
    seat = await _seat(phone)
    await phone.type(HALF)
    tab = Phone("tab", await phone.context.new_page())
    await tab.page.goto(f"/d/{evening.code}")
    await expect(tab.page.locator("#idea")).to_have_value(HALF)
    await tab.send()
    for each in (tab, phone):
        await each.until_stored(HALF)
    lost = await _is_changed(tab, evening, seat) + await _is_changed(phone, evening, seat)
    _note(tally, "a second tab", 1, lost)


async def test_a_new_version_in_the_middle_of_an_idea_leaves_it_in_its_box(
    sqlite_house: House, evening: Evening, chromium: Browser, tmp_path: Path, tally: Tally
):
    newer = NewVersion(tmp_path / "newer")
    phone = await _phone(chromium, sqlite_house, evening)
    seat = await _seat(phone)
    await phone.type(HALF)
    await phone.page.evaluate("window.isOldVersion = true")
    server = sqlite_house.servers[0]
    server.stop()
    began = time.monotonic()
    with running(tmp_path, server.port, newer.folder):
        await _until_replaced(phone.page)
        await expect(phone.page.locator("#idea")).to_have_value(HALF)
        back = time.monotonic() - began
        await phone.send()
        await phone.until_stored(HALF)
        lost = int(await _is_changed(phone, evening, seat))
    _note(tally, "a new version in the middle of an idea", 1, lost, [back])


async def _until_replaced(page: Page) -> None:
    """Until the page is a new one; the own waiting of Playwright is words as code: forbidden."""
    async with asyncio.timeout(60):
        is_old = True
        while is_old:
            await asyncio.sleep(0.1)
            # While one page makes room for the next nobody answers.
            with suppress(Error):
                is_old = await page.evaluate("window.isOldVersion === true")


async def _phone(
    browser: Browser, house: House, evening: Evening, *, has_fake_time: bool = False
) -> Phone:
    """A latecomer with a real phone."""
    phone = Phone("phone", await open_screen(browser, house.sites[0].url, "phone"))
    if has_fake_time:
        await phone.page.clock.install()
    await join_late(phone, evening.code, NAME)
    return phone


async def _until_in(phone: Phone, phase: str) -> None:
    await expect(phone.says(text(f"carousel.phase.{phase}"))).to_be_visible()


async def _seat(phone: Phone) -> str:
    """The table as it stands above the task."""
    return await phone.page.locator(".phone-bar .table-label").inner_text()


async def _is_changed(phone: Phone, evening: Evening, seat: str) -> bool:
    """Whether this is somebody else now, sits elsewhere, or counts twice."""
    await evening.facilitator.open()
    names = [card["name"] for card in evening.facilitator.shown["roster"]]
    is_counted_once = names.count(NAME) == 1 and len(names) == PEOPLE + 1
    return not is_counted_once or await _seat(phone) != seat


def _note(tally: Tally, name: str, tries: int, lost: int, seconds: Sequence[float] = ()) -> None:
    more = "lost: another person, table or text"
    tally.note(f"4 {name}", tries=tries, lost=lost, seconds=seconds, more=more)
    assert lost == 0
