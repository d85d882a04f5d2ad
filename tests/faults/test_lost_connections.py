"""Connections that break, and connections that die without a word: all come back as they were."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from plekberaad_app.platform import logins
from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import visiting
from tests.clients.phone import Phone as SocketPhone
from tests.faults.conftest import House
from tests.faults.rooms import in_ideas, join_late, stored_ideas
from tests.faults.steady import Steady, Writer, staying, until_all_there
from tests.faults.tally import Goal, Tally
from tests.faults.wire import Wire, wired
from tests.rehearsal.browsers import Phone, Tablet, open_screen

pytestmark = pytest.mark.served

BACK_SECONDS = 15
DEAD_SECONDS = 60
NAMES = ("Fenna", "Joris", "Noor")


@pytest.mark.parametrize(
    ("people", "times"),
    [pytest.param(10, 1, id="short"), pytest.param(60, 5, id="long", marks=pytest.mark.long)],
)
async def test_all_sockets_are_reset_at_once_and_all_are_back_as_they_were(
    sqlite_house: House, people: int, times: int, rng: Random, tally: Tally
):
    evening = await in_ideas(await sqlite_house.facilitator(), people, people // 5)
    before, back, changed = _identities(evening.phones), [], 0
    async with wired(sqlite_house.servers[0].url) as wire, visiting(wire.url) as site:
        phones = [Steady(phone, [site], Random(rng.random())) for phone in evening.phones]
        await asyncio.gather(*(phone.close() for phone in evening.phones))
        async with staying(phones):
            await until_all_there(phones)
            for _ in range(times):
                assert wire.cut_all() == people
                began = time.monotonic()
                await asyncio.gather(*(each.screen.until_lost() for each in phones))
                await asyncio.sleep(0)
                await until_all_there(phones)
                back.append(time.monotonic() - began)
                changed += _differences(before, _identities(evening.phones))
    tally.note(
        f"3 all {people} sockets reset at once",
        tries=times * people,
        lost=changed,
        seconds=back,
        goals=[Goal("back", max(back), BACK_SECONDS)],
        more="lost: phones that came back as somebody else or at another table",
    )
    assert changed == 0
    await evening.close()


@dataclass
class Silence:
    """A room whose every wire is dead for a minute, and what was touched in that minute."""

    house: House
    wire: Wire
    pages: list[Phone]
    tablet: Tablet
    writers: list[Writer]

    async def last(self) -> list[float]:
        """Let it be silent; seconds until each screen was back, with all of its taps done."""
        before = _identities([writer.phone for writer in self.writers])
        self.wire.die()
        died = time.monotonic()
        writing = [asyncio.create_task(each.write("In de stilte")) for each in self.writers]
        await self.tablet.give_more_time()
        await asyncio.gather(*map(_touch, self.pages))
        await asyncio.sleep(died + DEAD_SECONDS - time.monotonic())
        self.wire.live()
        back = await asyncio.gather(
            *(_until_stored(page) for page in self.pages),
            *(_until_written(*each) for each in zip(self.writers, writing, strict=True)),
        )
        after = _identities([writer.phone for writer in self.writers])
        assert _differences(before, after) == 0
        return back

    @property
    def taps(self) -> int:
        """How many there were: per page one idea taken back and two sent."""
        return 3 * len(self.pages) + len(self.writers) + 1

    async def wrong(self) -> int:
        """Taps that did not happen or happened twice, and texts in a box that are gone."""
        texts = [idea.text for idea in stored_ideas(self.house.database_url)]
        once = [f"{page.name}: {part}" for page in self.pages for part in ("een", "twee")]
        wrong = sum(texts.count(each) != 1 for each in once)
        wrong += texts.count("In de stilte") != len(self.writers)
        wrong += sum("weg ermee" in each for each in texts)
        return wrong + sum([await _is_wrong(page) for page in self.pages])


@pytest.mark.long
@pytest.mark.browser
async def test_after_a_minute_of_silence_every_tap_of_it_has_happened_once(
    sqlite_house: House, chromium: Browser, rng: Random, tally: Tally
):
    facilitator = await sqlite_house.facilitator()
    evening = await in_ideas(facilitator, 57, 10)
    thinkers = [phone for phone in evening.phones if phone.shown["me"]["role"] == "thinker"]
    steering = evening.facilitator.shown["controls"]["steering"]
    async with wired(sqlite_house.servers[0].url) as wire, visiting(wire.url) as site:
        writers = [Writer(phone, [site], Random(rng.random()), repeats=0) for phone in thinkers]
        pages = [await _page(chromium, wire.url, evening.code, name) for name in NAMES]
        login = facilitator.cookies[logins.COOKIE]
        tablet = await _tablet(chromium, wire.url, evening.code, login)
        await asyncio.gather(*(phone.close() for phone in thinkers))
        async with staying(writers):
            await until_all_there(writers)
            silence = Silence(sqlite_house, wire, pages, tablet, writers)
            back = await silence.last()
            await evening.facilitator.until(lambda shown: shown["controls"]["steering"] > steering)
            lost = await silence.wrong()
            lost += evening.facilitator.shown["controls"]["steering"] != steering + 1
    tally.note(
        f"3 half-open for {DEAD_SECONDS} s: {len(writers)} sockets, {len(pages) + 1} browsers",
        tries=silence.taps,
        lost=lost,
        seconds=back,
        goals=[Goal("back", max(back), BACK_SECONDS)],
        more="tries: taps of that minute; lost: not happened, happened twice, or a draft gone",
    )
    assert lost == 0
    await evening.close()


def _identities(phones: Sequence[SocketPhone]) -> list[dict[str, Any]]:
    return [dict(phone.shown["me"]) for phone in phones]


def _differences(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> int:
    return sum(one != other for one, other in zip(before, after, strict=True))


async def _page(browser: Browser, url: str, code: str, name: str) -> Phone:
    """A latecomer with a real phone, who wrote one idea."""
    phone = Phone(name, await open_screen(browser, url, "phone"))
    await join_late(phone, code, name)
    await phone.write(f"{name}: weg ermee")
    return phone


async def _tablet(browser: Browser, url: str, code: str, login: str) -> Tablet:
    tablet = Tablet("tablet", await open_screen(browser, url, "tablet"))
    cookie: Any = {"name": logins.COOKIE, "value": login, "url": url}
    await tablet.context.add_cookies([cookie])
    await tablet.page.goto(f"/begeleid/{code}")
    await expect(tablet.page.locator(".tablet-frame")).to_be_visible()
    return tablet


async def _touch(phone: Phone) -> None:
    """Take an idea back and send one before anybody notices, send one after, begin another."""
    await phone.page.get_by_text(text("phone.mine.change"), exact=True).tap()
    # Its name says which idea it is about, too.
    await phone.page.get_by_role("button", name=text("phone.mine.take_back")).tap()
    await phone.type(f"{phone.name}: een")
    await phone.send()
    await expect(phone.says(text("phone.box.sending"))).to_be_visible()
    await expect(phone.says(text("browser.away"))).to_be_visible(timeout=40_000)
    await phone.type(f"{phone.name}: twee")
    await phone.send()
    await phone.type(f"{phone.name}: half")


async def _until_stored(phone: Phone) -> float:
    began = time.monotonic()
    for part in ("een", "twee"):
        await phone.until_stored(f"{phone.name}: {part}", 60)
    return time.monotonic() - began


async def _until_written(writer: Writer, writing: asyncio.Task[None]) -> float:
    began = time.monotonic()
    await writing
    return time.monotonic() - began


async def _is_wrong(phone: Phone) -> bool:
    """Whether the text in the box is gone, or something is still shown that should not be."""
    is_kept = await phone.page.locator("#idea").input_value() == f"{phone.name}: half"
    leftovers = phone.page.get_by_text("weg ermee").or_(
        phone.page.get_by_text(text("phone.box.sending"))
    )
    return not is_kept or await leftovers.filter(visible=True).count() > 0
