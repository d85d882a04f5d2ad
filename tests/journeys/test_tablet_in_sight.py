"""What a facilitator sees whatever view of the tablet is open: the time, and a message to all."""

import pytest
from playwright.async_api import expect

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.tablet.frame import VIEWS
from tests.journeys.house import House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

COFFEE = "Over tien minuten is er koffie."


async def test_the_phase_and_its_clock_are_in_sight_in_every_view(house: House):
    _code, tablet, driver = await house.with_a_tablet("explain")
    for name in VIEWS:
        await tablet.open(name)
        clock = tablet.page.locator(".clock-time").filter(visible=True)
        await expect(clock).to_have_count(1)
        await expect(clock).to_be_in_viewport()
        await expect(tablet.says(driver.shown["stage"]["phase_title"])).to_be_in_viewport()


async def test_a_message_stands_on_every_tablet_until_one_of_them_takes_it_away(house: House):
    code, tablet, driver = await house.with_a_tablet()
    colleague = await house.tablet(code)
    await colleague.open("people")
    await driver.do("send_message", form={"text": COFFEE})
    for seen in (tablet, colleague):
        await expect(seen.says(COFFEE)).to_be_in_viewport()
    await colleague.button("tablet.message.clear").tap()
    for seen in (tablet, colleague):
        await expect(seen.page.get_by_text(COFFEE)).to_have_count(0)
    assert text("tablet.message.now") not in await tablet.page.locator("body").inner_text()
