"""The noticeboard: an evening is found, copied, taken off and put back; screens are sent away."""

import pytest
from playwright.async_api import Locator, Page, expect

from plekberaad_app.core.join_codes import display
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House
from tests.journeys.test_every_screen import faults_of, thumb_faults_of

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_evening_is_found_taken_off_and_put_back(house: House):
    code = await house.evening("De kade")
    await house.evening("De tuin van morgen")
    phone, projector = await house.phone(code, SAMIRA), await house.projector(code)
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    page = desk.page
    await page.goto("/voorbereiden")
    await search(page, "linde " + display(code))
    card = page.locator("li.card")
    await expect(card).to_have_count(1)
    await expect(card.locator("h3")).to_have_text("De kade")
    await open_other_ways(card)
    await card.get_by_text(text("desk.delete"), exact=True).click()
    await card.get_by_role("button", name=text("desk.delete.yes")).click()
    await expect(page.get_by_text(text("preparing.done.deleted"))).to_be_visible()
    for screen in (phone, projector):
        await expect(screen.page.get_by_text("De kade")).to_have_count(0)
    deleted = page.locator(".board-deleted li").filter(has_text="De kade")
    assert await faults_of(page) == []
    assert await thumb_faults_of(desk) == []
    await deleted.get_by_role("button").click()
    await expect(card.locator("h3")).to_have_text("De kade")


async def test_when_nothing_is_found_one_tap_shows_all_and_the_field_is_ready(house: House):
    await house.evening("De kade")
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    page = desk.page
    await page.goto("/voorbereiden")
    await search(page, "bestaat niet")
    await expect(page.locator("li.card")).to_have_count(0)
    await page.get_by_role("button", name=text("evenings.search.clear")).press("Enter")
    await expect(page.locator("li.card").first).to_be_visible()
    field = page.get_by_label(text("evenings.search"))
    await expect(field).to_have_value("")
    await expect(field).to_be_focused()


async def test_a_copy_opens_with_the_same_programme_and_no_date(house: House):
    code = await house.evening("De kade om te kopiëren")
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    page = desk.page
    await page.goto("/voorbereiden")
    card = page.locator("li.card").filter(has_text="De kade om te kopiëren")
    await open_other_ways(card)
    await card.get_by_role("button", name=text("evenings.copy")).click()
    await page.wait_for_url(lambda url: "/voorbereiden/" in url and code not in url)
    await expect(page.locator(".desk-step")).to_have_count(4)
    await expect(page.locator("[name=starts_at]")).to_have_value("")


async def search(page: Page, sought: str) -> None:
    await page.get_by_label(text("evenings.search")).fill(sought)


async def open_other_ways(card: Locator) -> None:
    await card.get_by_text(text("evenings.other_ways"), exact=True).click()
