"""A whole evening on screens that a browser translates: nothing breaks, and nothing is old news."""

import pytest
from playwright.async_api import expect

from plekberaad_app.activities.carousel.demo.said import Resolution
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.journeys.translator import read_the_same, translate, twin_of

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

IDEA = "Zet een bankje bij de school."
STEP = Resolution("Ik bel de school.", "de conciërge", "morgen")


async def test_an_evening_goes_on_on_screens_that_a_browser_translates(house: House):
    code = await house.evening()
    tablet, projector = await house.tablet(code), await house.projector(code)
    phones = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    screens = [tablet, projector, *phones]
    both = [(screen, await twin_of(screen)) for screen in screens]
    for screen in screens:
        await translate(screen.page)
    await phones[0].bring("Een plein van iedereen")
    await phones[1].bring("Een warme bieb")
    facilitator = await house.facilitator(code)
    await facilitator.make_tables(1)
    await read_the_same(both)

    async def go_on(phase: str) -> None:
        await facilitator.steer("next")
        for screen in screens:
            await expect(screen.page.locator("body")).to_contain_text(text(phase))
        await read_the_same(both)

    await tablet.next()
    await facilitator.until(lambda shown: shown["stage"]["kind"] == "welcome")
    await read_the_same(both)
    await go_on("carousel.phase.explain")
    await facilitator.do("send_message", form={"text": "Nog vijf minuten"})
    await expect(phones[0].page.locator("main")).to_contain_text("Nog vijf minuten")
    await go_on("carousel.phase.questions")
    await go_on("carousel.phase.ideas")
    owner, thinker = phones if await phones[1].is_thinker() else phones[::-1]
    for idea in (IDEA, "Een fontein."):
        await thinker.write(idea)
    await read_the_same(both)
    await go_on("carousel.phase.review")
    await owner.mark(2)
    await read_the_same(both)
    await go_on("carousel.phase.next_step")
    await owner.decide(STEP)
    await read_the_same(both)
    await walk_to(facilitator, "next_step", 2)
    await facilitator.act("not_yet", table=1)
    await go_on("voting.title")
    for phone in phones:
        await phone.vote(1)
    await read_the_same(both)
    while facilitator.shown["stage"]["phase"] != "thanks":
        await facilitator.steer("next")
    await tablet.end()
    for phone, who in zip(phones, (SAMIRA, BRAM), strict=True):
        await expect(phone.says(text("phone.closed.title_name", name=who.name))).to_be_visible()
    await read_the_same(both)
