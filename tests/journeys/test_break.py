"""A break on its screens: the bell is heard by who is there, and told when time is nearly over."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Facilitator, Programme
from tests.journeys.house import SAMIRA, House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

BELL = ".intermission-bell"


async def in_a_break(house: House, minutes: int) -> tuple[str, Facilitator]:
    """An evening in a break of so many minutes."""
    code = await house.evening()
    programme = Programme(house.logged_in(), code)
    await programme.open()
    await programme.add_step("intermission", f"pauze-{code}")
    await programme.set_options("intermission", title="Pauze", minutes=str(minutes), offer="Soep")
    await programme.close()
    facilitator = await house.facilitator(code)
    await facilitator.steer("next")
    while facilitator.shown["stage"]["kind"] != "intermission":
        await facilitator.steer("skip")
    return code, facilitator


async def test_who_is_there_hears_the_bell_and_a_screen_that_comes_later_does_not(house: House):
    code, _facilitator = await in_a_break(house, 15)
    projector, tablet = await house.projector(code), await house.tablet(code)
    await expect(projector.page.locator(".intermission-time")).to_be_visible()
    await expect(projector.page.locator(BELL)).to_have_count(0)
    await tablet.button("intermission.tablet.ring").tap()
    await expect(projector.page.locator(BELL)).to_have_text(text("intermission.bell.soon"))
    await expect(tablet.says(text("intermission.tablet.rung"))).to_be_visible()
    later = await house.projector(code)
    await expect(later.page.locator(".intermission-time")).to_be_visible()
    await expect(later.page.locator(BELL)).to_have_count(0)


async def test_with_two_minutes_left_the_room_reads_that_it_goes_on_soon(house: House):
    code, facilitator = await in_a_break(house, 5)
    projector = await house.projector(code)
    await expect(projector.page.locator(".intermission-time")).to_be_visible()
    for _minute in range(3):
        await facilitator.steer("less_time")
    await expect(projector.page.locator(BELL)).to_have_text(text("intermission.bell.minutes"))
    await facilitator.steer("less_time")
    await expect(projector.page.locator(BELL)).to_have_text(text("intermission.bell.minute"))
    await facilitator.steer("more_time")
    await facilitator.steer("more_time")
    await expect(projector.page.locator(BELL)).to_have_count(0)


async def test_a_phone_of_somebody_who_comes_late_is_calm_and_knows_what_there_is(house: House):
    code, _facilitator = await in_a_break(house, 15)
    phone = await house.phone(code)
    await phone.answer(SAMIRA.habit, SAMIRA.kind)
    await phone.name_yourself(SAMIRA.name)
    await expect(phone.says("Soep")).to_be_visible()
    await expect(phone.page.locator(".clock-time").filter(visible=True)).to_have_count(0)
