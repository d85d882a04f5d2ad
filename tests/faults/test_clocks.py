"""Clocks that are wrong, and clocks that are set: all screens show the same time left."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.clients.phone import new_phone
from tests.faults.conftest import House, moved_house
from tests.faults.rooms import in_ideas, join_late
from tests.faults.tally import Goal, Tally
from tests.rehearsal.browsers import Phone, open_screen
from tests.rehearsal.crowd import Watch

pytestmark = [pytest.mark.served, pytest.mark.long]

MAX_SECONDS = 1.0
# A screen that went by a clock that is wrong would be off by at least this.
WRONG_SECONDS = 5.0
HOUR = 3600
SETTLE_SECONDS = 4
WRONG_CLOCK = """
  const RightDate = Date;
  window.clockIsOff = 0;
  window.Date = class extends RightDate {
    constructor(...given) { super(...(given.length ? given : [Date.now()])); }
    static now() { return RightDate.now() + window.clockIsOff; }
  };
"""


@pytest.mark.browser
async def test_phones_with_clocks_an_hour_off_show_the_same_time(
    sqlite_house: House, chromium: Browser, tally: Tally
):
    evening = await in_ideas(await sqlite_house.facilitator(), 6, 2)
    url, wide = sqlite_house.sites[0].url, []
    screens = [await _projector(chromium, url, evening.code)]
    screens += [await _phone(chromium, url, evening.code, name) for name in ("Fenna", "Joris")]
    for hours in ((0, 0, 0), (0, 1, -1), (0, -1, 1)):
        for screen, off in zip(screens, hours, strict=True):
            await screen.page.evaluate(f"window.clockIsOff = {off * HOUR * 1000}")
        wide.append(await _spread(screens))
        await evening.facilitator.steer("more_time")
        wide.append(await _spread(screens))
    _note(tally, "phones an hour off, changed during a phase", wide)
    await evening.close()


async def test_when_the_server_s_clock_is_set_all_screens_still_show_the_same_time(
    built: None, tmp_path: Path, tally: Tally
):
    wide = []
    async with moved_house(tmp_path, with_stopwatch=False) as (house, moved):
        evening = await in_ideas(await house.facilitator(), 8, 2)
        watches = [Watch(screen) for screen in evening.screens]
        await asyncio.gather(*(screen.open() for screen in evening.screens))
        for seconds in (5, -5, 0):
            moved.by(seconds)
            latecomer = new_phone(house.sites[0], evening.code)
            evening.phones.append(latecomer)
            watches.append(Watch(latecomer))
            await latecomer.check_in("Laat")
            wide.append(_spread_heard(watches))
            await asyncio.sleep(SETTLE_SECONDS)
            wide.append(_spread_heard(watches))
        await evening.close()
    _note(tally, "the server's clock set by 5 s, forth and back", wide)


async def _screen(browser: Browser, url: str, kind: str) -> Phone:
    screen = Phone(kind, await open_screen(browser, url, kind))
    await screen.context.add_init_script(WRONG_CLOCK)
    return screen


async def _projector(browser: Browser, url: str, code: str) -> Phone:
    projector = await _screen(browser, url, "projector")
    await projector.page.goto(f"/scherm/{code}")
    return projector


async def _phone(browser: Browser, url: str, code: str, name: str) -> Phone:
    phone = await _screen(browser, url, "phone")
    await join_late(phone, code, name)
    return phone


async def _spread(screens: list[Phone]) -> float:
    ends = await asyncio.gather(*(screen.end_of_phase() for screen in screens))
    known = [end for end in ends if end is not None]
    assert len(known) == len(screens)
    return max(known) - min(known)


def _spread_heard(watches: list[Watch]) -> float:
    known = [end for watch in watches if (end := watch.end_of_phase()) is not None]
    assert len(known) == len(watches)
    return max(known) - min(known)


def _note(tally: Tally, name: str, wide: list[float]) -> None:
    lost = sum(each >= WRONG_SECONDS for each in wide)
    goals = [Goal("shown times apart", max(wide), MAX_SECONDS)]
    tally.note(f"6 {name}", tries=len(wide), lost=lost, goals=goals)
    assert lost == 0
