"""Browsers that keep nothing, and browsers that are old."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from tests.chromium import launch_options
from tests.journeys.house import SAMIRA, House, walk_to
from tests.rehearsal.browsers import Phone

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

IDEA = "Zet een bankje bij de school."

REFUSING = "Object.defineProperty(window, '%s', { get() { throw new Error('refused'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
WITHOUT = {
    "any storage": REFUSING % "localStorage" + REFUSING % "sessionStorage",
    "storage of the tab": REFUSING % "sessionStorage",
    "room to store": FULL,
}
# What Safari 13 and Firefox 67 lack of all that our code and the framework's call.
OF_2019 = """
for (const [owner, names] of [
  [Object, ['hasOwn', 'groupBy']], [Array.prototype, ['at', 'findLast', 'toSorted']],
  [String.prototype, ['at', 'replaceAll']], [Promise, ['allSettled', 'any']],
  [MediaQueryList.prototype, ['addEventListener', 'removeEventListener']],
  [ReadableStream.prototype, ['pipeThrough', 'pipeTo', 'tee']], [Intl, ['Segmenter']],
  [window, ['TransformStream', 'TextEncoderStream', 'TextDecoderStream', 'ResizeObserver',
            'structuredClone', 'queueMicrotask', 'WritableStream', 'WeakRef']],
]) for (const name of names) delete owner[name];
Object.setPrototypeOf(MediaQueryList.prototype, Object.prototype);
"""


async def take_part(house: House, page: Page, code: str) -> None:
    """From the code on the screen to an idea that is stored."""
    phone = await house.phone_on(page, code, SAMIRA)
    await house.person(code, "Bram")
    await house.person(code, "Mila")
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    if not await phone.is_thinker():
        await walk_to(facilitator, "ideas", 2)
    await phone.write(IDEA)


@pytest.mark.parametrize("lacking", WITHOUT)
async def test_anyone_who_has_no_storage_takes_part_and_is_told(lacking: str, house: House):
    code = await house.evening()
    page = await house.odd_browser(WITHOUT[lacking])
    await take_part(house, page, code)
    await expect(page.get_by_text(text("browser.keeps_nothing"))).to_be_visible()


async def test_a_phone_of_2019_takes_part(house: House):
    code = await house.evening()
    page = await house.odd_browser(OF_2019)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    await take_part(house, page, code)
    await expect(page.get_by_text(text("browser.keeps_nothing"))).to_be_hidden()
    assert errors == []


async def test_a_browser_that_is_too_old_hears_so_in_two_languages(house: House):
    page = await house.odd_browser("delete String.prototype.matchAll;")
    await page.goto(f"/d/{await house.evening()}")
    await page.wait_for_url("**/oude-browser.html")
    await expect(page.locator("h1")).to_have_text(
        [text("browser.too_old.title", language) for language in LANGUAGES]
    )
    assert await page.locator("script").count() == 0


async def test_a_browser_that_keeps_no_cookies_hears_so_and_is_one_person(
    house: House, tmp_path: Path
):
    code = await house.evening()
    async with a_profile_without_cookies(house, tmp_path) as page:
        await page.goto(f"/d/{code}")
        await expect(page.get_by_text(text("phone.check_in.no_cookies"))).to_be_visible()
        phone = Phone("phone", page)
        await phone.answer("never", "resident")
        for _ in range(3):
            await expect(page.get_by_label(text("phone.check_in.name"))).to_be_visible()
            async with page.expect_navigation():
                await phone.name_yourself("Fatima")
            await expect(page.get_by_text(text("error.no_cookies"))).to_be_visible()
    facilitator = await house.facilitator(code)
    assert [person["name"] for person in facilitator.shown["roster"]] == ["Fatima"]


@asynccontextmanager
async def a_profile_without_cookies(house: House, folder: Path) -> AsyncIterator[Page]:
    """A browser whose owner forbids every site to keep anything."""
    preferences = folder / "Default" / "Preferences"
    preferences.parent.mkdir()
    forbidden = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    preferences.write_text(json.dumps(forbidden))
    context = await house.browser.browser_type.launch_persistent_context(
        folder, base_url=house.site.url, has_touch=True, locale="nl-NL", **launch_options()
    )
    yield context.pages[0]
    await context.close()
