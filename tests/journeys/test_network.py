"""The network of a room is tried before the evening: from the desk, or from the notice about it."""

import re

import pytest
from playwright.async_api import Page, Route, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PANEL = re.compile("/assets/phone_carousel")


async def pass_time(page: Page, seconds: int) -> None:
    """Second after second: each sets the timer for the next."""
    for _ in range(seconds):
        await page.clock.run_for(1000)


async def test_what_the_test_finds_is_told_to_whoever_listens(house: House):
    page = await house.odd_browser()
    await page.goto("/netwerk")
    await page.get_by_role("button", name=text("network.start")).click()
    await expect(page.locator(".announcer")).to_contain_text(text("network.delay"))
    await expect(page.locator("li", has_text=text("network.delay"))).to_contain_text(
        "milliseconden"
    )


@pytest.mark.parametrize("trouble", ["no network", "no such file"])
async def test_a_panel_that_did_not_come_with_the_page_comes_by_itself(house: House, trouble: str):
    async def refuse(route: Route) -> None:
        await (route.abort() if trouble == "no network" else route.fulfill(status=404))

    code = await house.evening()
    page = await house.odd_browser()
    await page.route(PANEL, refuse)
    phone = await house.phone_on(page, code, SAMIRA)
    await house.person(code, BRAM.name)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    await expect(phone.says(text("browser.late.waiting"))).to_be_visible()
    await page.unroute(PANEL)
    await expect(page.locator(".question-card")).to_be_visible(timeout=20_000)


async def test_anyone_who_prepares_an_evening_finds_the_test(house: House):
    desk = await house.visit("/inloggen", "tablet")
    await house.log_in(desk)
    for path in ("/voorbereiden", f"/begeleid/{await house.evening()}"):
        await desk.page.goto(path)
        link = desk.page.get_by_role("link", name=text("network.to"))
        await expect(link.filter(visible=True)).to_have_attribute("href", "/netwerk")


async def test_a_network_that_refuses_sockets_is_named_with_the_way_to_the_test(house: House):
    page = await house.odd_browser()
    await page.clock.install()
    await page.route_web_socket(re.compile("_event"), lambda socket: socket.close(code=1008))
    await page.goto(f"/d/{await house.evening()}")
    await expect(page.locator("h1")).to_be_visible()
    await page.clock.fast_forward(11_000)
    notice = page.locator(".connection", has_text=text("browser.blocked"))
    await notice.get_by_role("link", name=text("network.to")).click()
    await page.get_by_role("button", name=text("network.start")).click()
    await pass_time(page, 12)
    await expect(page.locator(".announcer")).to_contain_text(text("network.blocked"))
