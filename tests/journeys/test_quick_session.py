"""From the desk to a room that answers one question: a tap, the question, a tap."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House
from tests.rehearsal.browsers import Phone, Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

QUESTION = "Wat mis je hier?"


async def at_the_desk(house: House) -> Screen:
    return await house.desk("/voorbereiden")


async def phone_of_samira(house: House, code: str) -> Phone:
    phone = await house.phone(code)
    await phone.answer(SAMIRA.habit, SAMIRA.kind)
    await phone.name_yourself(SAMIRA.name)
    return phone


async def begin(desk: Screen, kind: str, **fields: str) -> str:
    """Begin a session of this kind; its code."""
    card = desk.page.locator(".quick-session")
    await card.locator("summary").get_by_text(text(f"{kind}.title"), exact=True).tap()
    form = card.locator("details[open] form")
    for name, said in fields.items():
        await form.locator(f"[name={name}]").fill(said)
    await form.get_by_role("button", name=text("quick_session.begin")).tap()
    await desk.page.wait_for_url("**/begeleid/*")
    return desk.page.url.rpartition("/")[2]


async def test_a_wall_runs_and_what_a_phone_writes_hangs_on_the_projector(house: House):
    desk = await at_the_desk(house)
    code = await begin(desk, "wall", question=QUESTION)
    await expect(desk.page.locator(".tablet-frame")).to_contain_text(QUESTION)
    projector, phone = await house.projector(code), await phone_of_samira(house, code)
    await expect(projector.page.locator(".join-qr")).to_be_visible()
    await expect(projector.page.get_by_text(QUESTION).first).to_be_visible()
    await expect(phone.page.locator("main")).to_contain_text(QUESTION)
    await phone.page.locator("textarea").fill("Een bankje in de zon")
    await phone.page.get_by_role("button", name=text("wall.box.send")).tap()
    facilitator = await house.facilitator(code)
    facilitator.send("show", mode="stage")
    await expect(projector.page.get_by_text("Een bankje in de zon").first).to_be_visible()


async def test_a_poll_runs_and_is_answered_and_its_result_is_shown(house: House):
    desk = await at_the_desk(house)
    code = await begin(desk, "poll", question="Wat komt er?", choices="Een bank\nEen boom")
    projector, phone = await house.projector(code), await phone_of_samira(house, code)
    await phone.page.get_by_role("radio", name="Een boom").tap()
    await expect(phone.page.locator(".poll-stored")).to_be_visible()
    facilitator = await house.facilitator(code)
    await facilitator.steer("next")
    await expect(projector.page.get_by_text("Een boom").first).to_be_visible()


async def test_a_poll_with_nothing_to_choose_says_why_it_does_not_begin(house: House):
    desk = await at_the_desk(house)
    card = desk.page.locator(".quick-session")
    for kind in ("wall", "poll"):
        await card.locator("summary").get_by_text(text(f"{kind}.title"), exact=True).tap()
    form = card.locator("details[open] form")
    await expect(form).to_have_count(1)
    await form.locator("[name=question]").fill("Wat komt er?")
    await form.get_by_role("button", name=text("quick_session.begin")).tap()
    await expect(form.locator(".form-state")).to_have_text(text("error.poll.no_choices"))
    assert await form.locator("[name=question]").input_value() == "Wat komt er?"
