"""What a facilitator sees whatever view of the tablet is open: the time, and a message to all."""

import pytest
from playwright.async_api import expect

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.tablet.frame import VIEWS
from tests.journeys.house import House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SMALL_TABLETS = ((1024, 768), (744, 1133))
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


async def test_the_button_for_a_paper_note_is_in_sight_on_a_small_tablet_with_seven_tables(
    house: House,
):
    code = await house.evening()
    for number in range(7):
        await house.person(code, f"Persoon {number}")
    driver = await house.driver(code)
    await driver.until(lambda shown: len(shown["roster"]) == 7)
    await driver.make_tables(7)
    for person in driver.shown["roster"]:
        await driver.name_owner(person["number"], f"De wens van {person['name']}")
    await driver.do("set_rounds", step_id=driver.shown["plan"]["step_id"], rounds=1)
    await walk_to(driver, "explain")
    tablet = await house.tablet(code)
    await tablet.open("paper")
    for width, height in SMALL_TABLETS:
        await tablet.page.set_viewport_size({"width": width, "height": height})
        await expect(tablet.button("tablet.paper.send")).to_be_in_viewport(ratio=1)


async def test_a_keyboard_scrolls_the_view_that_is_open(house: House):
    _code, tablet, _driver = await house.with_a_tablet("explain")
    for name in ("now", "outcomes"):
        await tablet.open(name)
        view = tablet.page.locator(f".view-{name}")
        await view.focus()
        await expect(view).to_be_focused()
        assert await view.get_attribute("aria-label")


async def test_the_tablet_says_whether_a_projector_is_connected_and_shows_what_stands_on_it(
    house: House,
):
    code, tablet, driver = await house.with_a_tablet("explain")
    await tablet.page.locator(".bar-tool[popovertarget=drawer-screen]").tap()
    await expect(tablet.says(text("tablet.projector.away"))).to_be_visible()
    await house.projector(code)
    await expect(tablet.says(text("tablet.projector.is_on"))).to_be_visible()
    picture = tablet.page.frame_locator(".projector-picture iframe")
    await expect(picture.locator("h1")).to_contain_text(driver.shown["stage"]["phase_title"])
