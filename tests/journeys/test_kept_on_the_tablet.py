"""What a facilitator types stays in its box until it is stored; then the box is empty."""

import pytest
from playwright.async_api import Locator, Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House
from tests.rehearsal.browsers import Tablet

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TOO_LONG = "Een bankje. " * 30


async def refused(page: Page) -> None:
    """Wait until the tablet says why not, and put that away."""
    await expect(page.locator(".notice-error")).to_be_visible()
    await page.locator(".notice-away").tap()
    await expect(page.locator(".notice-error")).to_be_hidden()


async def paper_box(tablet: Tablet) -> Locator:
    await tablet.open("paper")
    return tablet.page.get_by_label(text("tablet.paper.text"))


async def test_a_note_that_is_too_long_stays_also_after_a_refresh_until_it_is_stored(house: House):
    _code, tablet, _facilitator = await house.with_a_tablet("ideas")
    box = await paper_box(tablet)
    await box.fill(TOO_LONG)
    await box.press("Enter")
    await refused(tablet.page)
    await expect(box).to_have_value(TOO_LONG)
    await tablet.page.reload()
    box = await paper_box(tablet)
    await expect(box).to_have_value(TOO_LONG)
    await box.fill("Een bankje.")
    await box.press("Enter")
    await expect(tablet.page.locator(".paper-note")).to_have_count(1)
    await expect(box).to_have_value("")


async def test_a_note_sent_without_a_connection_and_again_is_stored_once(house: House):
    _code, tablet, facilitator = await house.with_a_tablet("ideas")
    box = await paper_box(tablet)
    await tablet.context.set_offline(True)
    await box.fill("Een bankje.")
    for _ in range(2):
        await box.press("Enter")
    await expect(box).to_have_value("Een bankje.")
    await tablet.context.set_offline(False)
    await expect(tablet.page.locator(".paper-note")).to_have_count(1)
    await expect(box).to_have_value("")
    await facilitator.until(lambda shown: shown["face"]["tables"][0]["ideas"] == 1)


async def test_people_and_owners_are_entered_one_after_the_other_in_an_empty_form(house: House):
    code = await house.evening()
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    await tablet.open("people")
    form = tablet.page.locator("form", has_text=text("tablet.add.title"))
    name, habit = form.get_by_label(text("tablet.add.name")), text("tablet.add.habit.never")
    for who in (SAMIRA, BRAM):
        await name.fill(who.name)
        await form.get_by_text(habit, exact=True).tap()
        await form.get_by_role("button").tap()
        await expect(name).to_have_value("")
        await expect(form.get_by_label(habit)).not_to_be_checked()
    both = [SAMIRA.name, BRAM.name]
    await facilitator.until(lambda shown: [each["name"] for each in shown["roster"]] == both)

    await tablet.open("owners")
    sentence = tablet.page.get_by_label(text("tablet.owners.name.sentence"))
    await tablet.page.locator("select[name=number]").filter(visible=True).select_option("1")
    await sentence.fill("\u200b")
    await tablet.button("tablet.owners.name.send").tap()
    await refused(tablet.page)
    await expect(sentence).to_have_value("\u200b")
    await sentence.fill("Een speelplek")
    await tablet.button("tablet.owners.name.send").tap()
    await expect(sentence).to_have_value("")
    await expect(tablet.page.locator(".challenge")).to_contain_text("Een speelplek")


async def test_a_message_that_is_no_good_stays_in_its_box(house: House):
    code = await house.evening()
    tablet = await house.tablet(code)
    await tablet.button("tablet.bar.message").tap()
    box = tablet.page.get_by_label(text("tablet.message.label"))
    await box.fill("De\u0301" + "\u0301" * 40)
    await tablet.button("tablet.message.send").tap()
    # Putting the refusal away closes the drawer.
    await refused(tablet.page)
    await tablet.button("tablet.bar.message").tap()
    await expect(box).not_to_have_value("")
    await box.fill("De koffie staat klaar")
    await tablet.button("tablet.message.send").tap()
    await expect(box).to_have_value("")
    await expect(tablet.page.locator(".strip-message")).to_contain_text("De koffie staat klaar")
