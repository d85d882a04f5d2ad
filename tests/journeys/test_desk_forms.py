"""A form at the desk is stored by one button, says so beside it, and asks before it is left."""

import pytest
from playwright.async_api import Dialog, Locator, expect

from plekberaad_app.i18n.catalogue import text
from tests.journeys.house import House
from tests.rehearsal.browsers import Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def at_the_programme(house: House) -> tuple[Screen, Locator]:
    """A desk with the form of a carousel open, and that form."""
    code = await house.evening()
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    await desk.page.goto(f"/voorbereiden/{code}")
    step = desk.page.locator(".desk-step").nth(1)
    await step.locator("summary").first.click()
    return desk, step.locator("form").first


async def test_one_button_stores_name_minutes_and_rounds_and_says_so_beside_it(house: House):
    desk, form = await at_the_programme(house)
    state = form.locator(".form-state")
    await expect(state).to_have_text("")
    await form.locator("[name=title]").fill("Rondes")
    await form.locator("[name=rounds]").fill("4")
    await expect(state).to_have_text(text("desk.unsaved"))
    await form.locator("[type=submit]").click()
    await expect(state).to_have_text(text("preparing.done.stored"))
    await desk.page.reload()
    step = desk.page.locator(".desk-step").nth(1)
    await expect(step.locator("h2")).to_have_text("Rondes")
    assert await step.locator("[name=rounds]").input_value() == "4"


async def test_who_leaves_with_something_unsaved_is_asked_first_and_with_nothing_is_not(
    house: House,
):
    desk, form = await at_the_programme(house)
    asked: list[str] = []

    async def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        await dialog.dismiss()

    desk.page.on("dialog", stay)
    home = desk.page.get_by_role("link", name=text("desk.to_evenings"))
    await form.locator("[name=title]").fill("Rondes")
    await home.click()
    assert asked == [text("desk.unsaved.leave")]
    await expect(form.locator("[name=title]")).to_have_value("Rondes")
    await form.locator("[type=submit]").click()
    await expect(form.locator(".form-state")).to_have_text(text("preparing.done.stored"))
    await home.click()
    await expect(desk.page.locator("h1")).to_have_text(text("desk.evenings.title"))
    assert len(asked) == 1
