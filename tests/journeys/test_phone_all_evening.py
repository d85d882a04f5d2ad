"""What a phone shows besides its task: a message, one's own ideas; and to who looks along."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

COFFEE = "De koffie staat klaar"


async def test_a_message_to_all_is_read_at_the_entrance_in_the_lobby_and_after_closing(
    house: House,
):
    code = await house.evening()
    facilitator = await house.facilitator(code)
    waiting, guest = await house.phone(code, SAMIRA), await house.phone(code)
    await facilitator.do("send_message", form={"text": COFFEE})
    for phone in (waiting, guest):
        await expect(phone.page.get_by_text(COFFEE, exact=True)).to_be_visible()
    await facilitator.steer("next")
    await facilitator.steer("close")
    thanks = text("phone.closed.title_name", name=SAMIRA.name)
    await expect(waiting.says(thanks)).to_be_visible()
    await expect(waiting.page.get_by_text(COFFEE, exact=True)).to_be_visible()


async def test_own_ideas_are_taken_back_in_a_later_step_and_read_back_after_closing(house: House):
    code = await house.evening()
    await house.person(code, BRAM.name)
    phone, facilitator = await house.phone(code, SAMIRA), await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    # Bram, who came first, is the first owner.
    for idea in ("Een bankje.", "Een speelplek."):
        await phone.write(idea)
    await facilitator.steer("skip")
    await phone.page.get_by_text(text("phone.mine.earlier")).tap()
    await expect(phone.says("Een bankje.")).to_be_visible()
    note = phone.page.locator(".own-note", has_text="Een speelplek.")
    await note.get_by_role("button", name=text("phone.mine.take_back")).tap()
    await expect(note).to_have_count(0)
    await facilitator.steer("close")
    await phone.page.locator("summary", has_text=text("phone.mine.at_home.one", n=1)).tap()
    await expect(phone.says("Een bankje.")).to_be_visible()
    await expect(phone.page.get_by_role("button", name=text("phone.mine.take_back"))).to_have_count(
        0
    )


async def test_a_facilitator_looks_along_and_is_not_counted(house: House):
    code, tablet, facilitator = await house.with_a_tablet()
    async with tablet.context.expect_page() as opening:
        await tablet.page.get_by_role("link", name=text("tablet.as_participant")).tap()
    look = await opening.value
    await expect(look.get_by_text(text("phone.look_along.title"))).to_be_visible()
    await expect(look.get_by_label(text("phone.check_in.name"))).to_have_count(0)
    await walk_to(facilitator, "ideas")
    box = look.locator("#idea")
    await expect(box).to_be_visible()
    await box.evaluate("box => box.focus()")
    assert await box.evaluate("box => document.activeElement !== box")
    assert len(facilitator.shown["roster"]) == 2
    names = {cookie.get("name") for cookie in await tablet.context.cookies()}
    assert participant_cookie(code) not in names


async def test_anyone_who_is_no_facilitator_looks_along_nowhere(house: House):
    code = await house.evening()
    stranger = await house.visit(f"/meekijken/{code}")
    await stranger.page.wait_for_url(f"**/inloggen?naar={code}")
