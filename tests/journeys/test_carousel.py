"""A whole short carousel, on tablet, projector and phones in step."""

import pytest
from playwright.async_api import WebSocket, expect

from plekberaad_app.activities.carousel.demo.said import Resolution
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

IDEA = "Zet een bankje bij de school."
STEP = Resolution("Ik bel de school.", "de conciërge", "morgen")


async def test_all_screens_go_through_a_round_together(house: House):
    code = await house.evening()
    tablet, projector = await house.tablet(code), await house.projector(code)
    phones = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    await phones[0].bring("Een plein van iedereen")
    await phones[1].bring("Een warme bieb")
    facilitator = await house.facilitator(code)
    await facilitator.make_tables(1)
    screens = [tablet, projector, *phones]

    async def go_on(phase: str) -> None:
        await tablet.next()
        for screen in screens:
            await expect(screen.page.locator("body")).to_contain_text(text(phase))

    await go_on("welcome.title")
    await go_on("carousel.phase.explain")
    await go_on("carousel.phase.questions")
    await go_on("carousel.phase.ideas")
    owner, thinker = phones if await phones[1].is_thinker() else phones[::-1]
    await thinker.write(IDEA)
    await expect(projector.says(IDEA)).to_be_visible(timeout=1000)
    await go_on("carousel.phase.review")
    assert await owner.mark(1) == 1
    owner_name = SAMIRA.name if owner is phones[0] else BRAM.name
    chosen = text("phone.mine.marked_by", name=owner_name)
    await expect(thinker.page.locator(".moment-chosen")).to_contain_text(chosen)
    await go_on("carousel.phase.next_step")
    await tablet.next()
    way_on = tablet.page.locator(".obstacle").get_by_role("button")
    await expect(way_on.filter(has_text=text("carousel.cure.not_yet"))).to_be_visible()
    await owner.decide(STEP)
    for screen in (projector, tablet):
        await expect(screen.page.locator("body")).to_contain_text(STEP.what)
    await go_on("carousel.phase.explain")
    ends = [await screen.end_of_phase() for screen in screens]
    known = [end for end in ends if end is not None]
    assert len(known) == len(screens)
    assert max(known) - min(known) <= 1.0


async def test_a_typed_question_reaches_its_owner_who_ticks_it_off(house: House):
    code = await house.evening()
    owner, thinker = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    projector = await house.projector(code)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "questions")
    await thinker.page.locator("#question").fill("Hoe groot is het plein?")
    await thinker.button("phone.question_box.send").tap()
    await expect(thinker.says(text("phone.stored"))).to_be_visible()
    await expect(owner.says("Hoe groot is het plein?")).to_be_visible()
    await expect(projector.says(text("projector.questions", n=1))).to_be_visible()
    await owner.page.get_by_role("button", name=text("phone.questions.tick")).tap()
    await expect(thinker.says(text("phone.questions.done"))).to_be_visible()
    await expect(projector.says(text("projector.questions", n=1))).to_be_hidden()
    await thinker.page.locator("#question").fill("En nog iets")
    await facilitator.steer("next")
    await expect(thinker.says(text("phone.question_box.late"))).to_be_visible()
    await expect(thinker.page.locator("#question")).to_have_value("En nog iets")


async def test_people_never_see_who_never_comes(house: House):
    code = await house.evening()
    projector, phone = await house.projector(code), await house.phone(code)
    heard: list[str | bytes] = []

    def listen(socket: WebSocket) -> None:
        # Playwright hangs a mark on its listeners; a built-in function takes none.
        socket.on("framereceived", lambda frame: heard.append(frame))  # noqa: PLW0108

    for screen in (projector, phone):
        screen.page.on("websocket", listen)
        await screen.page.reload()
    await phone.check_in(SAMIRA)
    await expect(phone.page.locator("h1")).to_contain_text("Samira")
    facilitator = await house.facilitator(code)
    assert "newcomers" in facilitator.shown["presence"]
    assert heard
    for word in ("newcomer", '"goal"', '"habit', "unusual"):
        assert not [frame for frame in heard if word in str(frame)]
