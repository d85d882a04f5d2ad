"""Somebody asks to hear more on their phone; the library reads it at the desk and nobody else."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Programme
from tests.journeys.house import SAMIRA, House
from tests.rehearsal.browsers import Phone

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

QUESTION = "Wat mag er op het plein?"


async def phone_at_the_wall(house: House) -> tuple[str, Phone]:
    """A phone in an evening whose first step is a wall about which one may hear more."""
    code = await house.evening("Het plein")
    programme = Programme(house.logged_in(), code)
    await programme.open()
    await programme.add_step("wall", "de-muur-van-nu")
    await programme.set_options("wall", question=QUESTION, offers_contact="on")
    for step in list(programme.shown["steps"]):
        if step["kind"] != "wall":
            await programme.remove_step(step["id"])
    await programme.close()
    phone = await house.phone(code)
    await phone.answer(SAMIRA.habit, SAMIRA.kind)
    await phone.name_yourself(SAMIRA.name)
    facilitator = await house.facilitator(code)
    await facilitator.steer("next")
    return code, phone


async def test_a_phone_asks_to_hear_more_and_takes_it_back(house: House):
    code, phone = await phone_at_the_wall(house)
    page = phone.page
    await page.get_by_role("link", name=text("contacts.phone.link")).tap()
    form = page.locator("form")
    await expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    await form.locator("[name=reach]").fill("bel me maar")
    await form.locator("[name=agreed]").check()
    await form.get_by_role("button", name=text("contacts.send")).tap()
    await expect(page.get_by_text(text("error.contacts.unreachable"))).to_be_visible()
    await expect(form.locator("[name=reach]")).to_have_value("bel me maar")
    await form.locator("[name=reach]").fill("samira@voorbeeld.nl")
    await form.get_by_role("button", name=text("contacts.send")).tap()
    await expect(page.get_by_text("samira@voorbeeld.nl")).to_be_visible()
    desk = await house.desk(f"/contacten/{code}")
    await expect(desk.page.get_by_role("link", name="samira@voorbeeld.nl")).to_be_visible()
    await page.reload()
    await page.get_by_role("button", name=text("contacts.take_back")).tap()
    await expect(form.locator("[name=reach]")).to_be_visible()
    await page.get_by_role("link", name=text("contacts.back")).tap()
    await expect(page.get_by_text(QUESTION).first).to_be_visible()
