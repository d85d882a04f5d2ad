"""From the code on the projector to 'je doet mee'."""

import re

import pytest
from playwright.async_api import expect

from plekberaad_app.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_from_the_scan_two_taps_suffice(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    await phone.button("phone.check_in.send").tap()
    await expect(phone.says(text("phone.lobby.title"))).to_be_visible()
    driver = await house.driver(code)
    assert driver.shown["presence"]["total"] == 1


async def test_a_code_may_be_typed_in_lower_case_with_a_space(house: House):
    code = await house.evening()
    screen = await house.visit("/")
    await screen.page.get_by_label(text("start.code")).fill(f"{code[:3]} {code[3:]}".lower())
    await screen.button("start.join").tap()
    await expect(screen.page).to_have_url(re.compile(f"/d/{code}$"))


async def test_a_wrong_code_stays_in_the_box_with_a_friendly_sentence(house: House):
    screen = await house.visit("/")
    box = screen.page.get_by_label(text("start.code"))
    await box.fill("k7m 3xp")
    await screen.button("start.join").tap()
    await expect(screen.says(text("start.error.unknown"))).to_be_visible()
    await expect(box).to_have_value("k7m 3xp")


async def test_three_tabs_and_five_refreshes_are_one_person(house: House):
    code = await house.evening()
    phone = await house.phone(code, SAMIRA)
    tabs = [phone.page, *[await phone.context.new_page() for _ in range(2)]]
    for tab in tabs[1:]:
        await tab.goto(f"/d/{code}")
    for _ in range(5):
        await phone.page.reload()
    for tab in tabs:
        await expect(tab.locator("h1")).to_contain_text("Samira")
    driver = await house.driver(code)
    assert [person["name"] for person in driver.shown["roster"]] == ["Samira"]


async def test_who_checks_in_on_two_tabs_at_once_is_one_person(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    other = await phone.context.new_page()
    await other.goto(f"/d/{code}")
    name = other.get_by_label(text("phone.check_in.name"))
    await name.fill("Sam")
    await phone.check_in(SAMIRA)
    await name.press("Enter")
    await expect(other.locator("h1")).to_contain_text("Sam")
    driver = await house.driver(code)
    assert [person["name"] for person in driver.shown["roster"]] == ["Sam"]
