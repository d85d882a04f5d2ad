"""What an evening hands out, from the desk: seen before it is printed, copied, and followed."""

import re
from urllib.parse import quote

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House
from tests.rehearsal.browsers import Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# Whether every picture of a sheet has come.
ALL_DRAWN = "pictures => pictures.every(picture => picture.complete && picture.naturalWidth > 500)"


async def at_the_sheets(house: House) -> tuple[Screen, str]:
    code = await house.evening("De Vogelbuurt")
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    await desk.page.goto("/voorbereiden")
    card = desk.page.locator("li", has=desk.page.locator(f"a[href='/begeleid/{code}']"))
    await card.get_by_text(text("evenings.other_ways"), exact=True).click()
    await card.get_by_role("link", name=text("desk.to_handouts")).click()
    await expect(desk.page.locator(".sheet")).to_have_count(5)
    return desk, code


async def test_every_sheet_is_seen_and_opens_to_be_printed(house: House):
    desk, _code = await at_the_sheets(house)
    pictures = desk.page.locator(".sheet-picture")
    for picture in await pictures.all():
        await picture.scroll_into_view_if_needed()
        await expect(picture).to_have_js_property("complete", True)
    assert await pictures.evaluate_all(ALL_DRAWN)
    async with desk.context.expect_page() as opening:
        name = text("handouts.print.this", what=text("handouts.sheet.poster.title"))
        await desk.page.get_by_role("link", name=name).click()
    opened = await opening.value
    await opened.wait_for_load_state()
    assert await opened.evaluate("document.contentType") == "application/pdf"
    assert house.violations == []


async def test_a_text_is_mailed_as_it_was_edited(house: House):
    desk, code = await at_the_sheets(house)
    letter = desk.page.locator(".letter").first
    await expect(letter.locator("textarea")).to_have_value(_with(f"/uitnodiging/{code}"))
    await letter.locator("textarea").fill("Kom je ook & neem je buren mee?")
    body = quote("Kom je ook & neem je buren mee?", safe="")
    await expect(letter.locator("a")).to_have_attribute("href", _with(f"body={body}"))
    await letter.get_by_role("button", name=text("desk.hand_on.copy")).click()
    await expect(letter.get_by_role("status")).to_have_text(text("desk.hand_on.copied"))


async def test_what_is_added_comes_in_the_texts_and_on_the_sheets(house: House):
    desk, _code = await at_the_sheets(house)
    await desk.page.locator("[name=where]").fill("Merelstraat 12")
    await desk.page.get_by_role("button", name=text("handouts.add"), exact=True).click()
    await expect(desk.page.locator(".letter textarea").first).to_have_value(_with("Merelstraat 12"))
    poster = desk.page.locator(".sheet-picture").first
    await expect(poster).to_have_attribute("src", _with("waar=Merelstraat"))


async def test_a_poster_leads_to_the_evening_and_on_the_day_into_it(house: House):
    code = await house.evening("De Vogelbuurt")
    phone = await house.visit(f"/uitnodiging/{code}")
    await expect(phone.page.get_by_role("heading", name="De Vogelbuurt")).to_be_visible()
    await phone.page.get_by_role("link", name=text("handouts.page.join")).click()
    await expect(phone.page).to_have_url(_with(f"/d/{code}"))
    assert house.violations == []


def _with(part: str) -> re.Pattern[str]:
    return re.compile(re.escape(part))
