"""What people write in private waits for the facilitator, who is told so before looking back."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

IDEA = "Zet een bankje bij de school."
PAPER = "Een plank met kookboeken."


async def test_looking_back_waits_until_the_facilitator_shows_the_private_ideas(house: House):
    code = await house.evening()
    owner, thinker = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    await house.one_table(code, facilitator)
    carousel = next(step for step in facilitator.shown["programme"] if step["kind"] == "carousel")
    form = {"step_id": carousel["id"], "mode": "inside", "rounds": "2", "is_private": "on"}
    await facilitator.do("set_options", form=form)
    await walk_to(facilitator, "ideas")
    await expect(tablet.says(text("tablet.wall.private"))).to_be_visible()
    offer = tablet.page.get_by_role("button", name=text("carousel.cure.reveal")).filter(
        visible=True
    )
    await expect(offer).to_have_count(0)
    await thinker.write(IDEA)
    # Calmly in the view, and above the bar only once it is due: never in both places.
    await expect(offer).to_have_count(1)
    await expect(tablet.page.locator(".obstacle")).to_be_hidden()
    await tablet.open("paper")
    await expect(tablet.says(text("tablet.paper.private"))).to_be_visible()
    box = tablet.page.get_by_label(text("tablet.paper.text"))
    await box.fill(PAPER)
    await box.press("Enter")
    await expect(box).to_have_value("")
    await tablet.open("now")
    await tablet.next()
    await expect(tablet.page.locator(".obstacle")).to_contain_text(
        text("error.carousel.reveal_first")
    )
    await expect(offer).to_have_count(1)
    await expect(tablet.page.locator("h1").filter(visible=True)).to_have_text(
        text("carousel.phase.ideas")
    )
    await tablet.page.locator(".obstacle").get_by_role("button").tap()
    await expect(tablet.page.locator(".obstacle")).to_be_hidden()
    await tablet.next()
    for idea in (IDEA, PAPER):
        await expect(owner.says(idea)).to_be_visible()
