"""An English browser begins in English where people take part; facilitators work in Dutch."""

import re

import pytest
from playwright.async_api import Browser, Page, expect

from plekberaad_app import routes
from plekberaad_app.i18n.catalogue import phrase, text
from plekberaad_app.settings import ROOT
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LANGUAGES = (ROOT / "assets" / "browser" / "language.jsx").read_text("utf-8")


async def english(house: House, browser: Browser, path: str) -> Page:
    """This page, in a browser that was set to English."""
    context = await browser.new_context(base_url=house.site.url, locale="en-GB")
    page = await context.new_page()
    await page.goto(path)
    await expect(page.locator("h1").filter(visible=True).first).to_be_visible()
    return page


@pytest.mark.parametrize("path", ["/", "/privacy", "/bestaat-niet", "/netwerk"])
async def test_an_english_browser_begins_in_english(path: str, house: House, browser: Browser):
    page = await english(house, browser, path)
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    switch = page.get_by_role("button", name=text("browser.language", "nl"))
    await switch.click()
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.context.close()


async def test_what_facilitators_use_stays_dutch(house: House, browser: Browser):
    page = await english(house, browser, "/inloggen")
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.context.close()


def test_every_page_has_one_language_or_a_switch():
    found = re.search(r"DUTCH_ALONE = /\^\\/\(([^)]+)\)", LANGUAGES)
    assert found
    pages = {value.split("/")[1] for name, value in vars(routes).items() if name in PAGES}
    assert set(found[1].split("|")) == pages - {"", "d", "mijn-gegevens", "privacy", "netwerk"}


PAGES = {name for name in vars(routes) if name.isupper()} - {"ANY_CODE", "WITH_A_CODE"}


async def test_our_titles_are_english_on_an_english_phone_and_peoples_words_in_no_language(
    house: House, browser: Browser
):
    code = await house.evening()
    page = await english(house, browser, f"/m/{code}")
    for answer in ("never", "resident"):
        await page.get_by_role("button", name=phrase(f"phone.check_in.{answer}").en).click()
    await page.get_by_role("button", name=phrase("phone.check_in.send_nameless").en).click()
    for who in (SAMIRA, BRAM):
        await house.person(code, who.name)
    driver = await house.driver(code)
    await house.one_table(code, driver)
    await driver.steer("next")
    title = page.get_by_text(phrase("preparing.step.welcome").en, exact=True)
    await expect(title.first).to_be_visible()
    await walk_to(driver, "ideas")
    if not await page.locator("#idea").is_visible():
        await walk_to(driver, "ideas", 2)
    await page.locator("#idea").fill("Zet een bankje bij de school.")
    await page.get_by_role("button", name=phrase("phone.box.send").en).click()
    note = page.locator(".own-note:has(.stored) p").first
    await expect(note).to_have_text("Zet een bankje bij de school.")
    await expect(note).to_have_attribute("lang", "")
    await page.context.close()
