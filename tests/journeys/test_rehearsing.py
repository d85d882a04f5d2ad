"""One tap at the desk begins a rehearsal to which people come; one tap clears it."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_people_come_to_a_rehearsal_and_it_is_cleared(house: House):
    code = await house.evening("Een oefenplein")
    desk = await house.desk("/voorbereiden")
    page = desk.page
    card = page.locator("li.card").filter(has_text="Een oefenplein").first
    await card.get_by_text(text("evenings.other_ways"), exact=True).tap()
    await card.get_by_role("button", name=text("rehearsal.begin")).tap()
    await page.wait_for_url("**/begeleid/*")
    rehearsal = page.url.rpartition("/")[2]
    assert rehearsal != code
    await expect(page.get_by_text(text("tablet.rehearsal"), exact=True)).to_be_visible()
    # The first ones are in.
    await expect(page.locator(".tablet-tab-count").first).to_be_visible(timeout=15_000)
    projector = await house.projector(rehearsal)
    await expect(
        projector.page.get_by_text(text("projector.rehearsal"), exact=True)
    ).to_be_visible()
    await page.get_by_role("button", name=text("tablet.rehearsal.clear")).tap()
    await page.wait_for_url(f"**/voorbereiden/{code}")
    await page.goto("/voorbereiden")
    await expect(page.locator("li.card").filter(has_text="Oefening")).to_have_count(0)
