"""The end of an evening: for good, so nobody gets there by accident."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


async def test_the_big_button_asks_before_it_closes_the_evening(house: House):
    code = await house.evening()
    facilitator, tablet = await house.facilitator(code), await house.tablet(code)
    await facilitator.steer("next")
    while not facilitator.shown["controls"]["is_last"]:
        await facilitator.steer("skip")
    await expect(tablet.page.locator(".bar-next-title")).to_have_text(text("live.button.close"))
    await tablet.next()
    await expect(tablet.says(text("tablet.end.title"))).to_be_visible()
    await tablet.button("tablet.end.stay").tap()
    await expect(tablet.says(text("tablet.end.title"))).to_be_hidden()
    assert facilitator.shown["stage"]["status"] == "running"
    await tablet.end()
