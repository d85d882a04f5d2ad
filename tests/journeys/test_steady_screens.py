"""What a screen says stays true while it shows something else, and nothing is covered."""

import pytest
from playwright.async_api import Locator, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.rehearsal.browsers import Phone

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


async def bottom(place: Locator) -> float:
    """Where it ends, in pixels from the top."""
    box = await place.bounding_box()
    assert box
    return box["y"] + box["height"]


async def test_the_clock_goes_on_while_the_projector_shows_something_else(house: House):
    code = await house.evening()
    projector, tablet = await house.projector(code), await house.tablet(code)
    facilitator = await house.facilitator(code)
    await facilitator.do("show", mode="black")
    await expect(projector.page.locator(".black")).to_be_visible()
    await facilitator.steer("next")
    await projector.page.wait_for_timeout(3000)
    await facilitator.do("show", mode="stage")
    await expect(projector.page.locator(".clock")).to_be_visible()
    ends = await projector.end_of_phase(), await tablet.end_of_phase()
    assert ends[0]
    assert ends[1]
    assert abs(ends[0] - ends[1]) <= 1.0


async def test_the_same_refusal_is_told_again_after_it_was_put_away(house: House):
    _code, tablet, _facilitator = await house.with_a_tablet("ideas")
    await tablet.open("paper")
    box = tablet.page.get_by_label(text("tablet.paper.text"))
    await box.fill("Een bankje. " * 30)
    notice = tablet.page.locator(".notice-error")
    for _ in range(2):
        await box.press("Enter")
        await expect(notice).to_be_visible()
        await tablet.page.locator(".notice-away").tap()
        await expect(notice).to_be_hidden()


async def test_one_tap_gives_every_owner_a_round(house: House):
    code = await house.evening()
    for name in ("Samira", "Bram", "Mila"):
        await house.person(code, name)
    facilitator, tablet = await house.facilitator(code), await house.tablet(code)
    await facilitator.until(lambda shown: len(shown["roster"]) == 3)
    await facilitator.make_tables(1)
    for person in facilitator.shown["roster"]:
        await facilitator.name_owner(person["number"], f"De kans van {person['name']}")
    await tablet.open("owners")
    await tablet.button("carousel.plan.set_rounds", rounds=3).tap()
    await expect(tablet.says(text("preparing.done.stored"))).to_be_visible()
    await facilitator.until(lambda shown: shown["plan"]["view"]["rounds"] == 3)
    await expect(tablet.button("carousel.plan.set_rounds", rounds=3)).to_have_count(0)


async def test_a_message_on_the_projector_covers_nothing(house: House):
    code = await house.evening()
    projector, facilitator = await house.projector(code), await house.facilitator(code)
    await facilitator.do("send_message", form={"text": "De koffie staat klaar. " * 6})
    message = projector.page.locator(".message")
    await expect(message).to_be_visible()
    box = await message.bounding_box()
    assert box
    for part in (".join-qr", ".join-code", ".join-no-phone"):
        assert await bottom(projector.page.locator(part)) <= box["y"]
    assert box["y"] + box["height"] <= 1080


async def test_a_facilitator_with_a_wrong_code_hears_that_the_evening_is_not_there(house: House):
    screen = await house.desk("/begeleid/K7M3XP")
    await expect(screen.says(text("tablet.unknown.title"))).to_be_visible()


async def in_sight_together(phone: Phone, field: str, send: str) -> None:
    """On small phones, without scrolling: the box, and below it the button that sends it."""
    box, button = phone.page.locator(f"#{field}"), phone.button(send)
    await expect(box).to_be_visible()
    for width, height in ((320, 568), (360, 640)):
        await phone.page.set_viewport_size({"width": width, "height": height})
        await phone.page.evaluate("scrollTo(0, 0)")
        for place in (box, button):
            await expect(place).to_be_in_viewport(ratio=1)
        place = await button.bounding_box()
        assert place
        assert await bottom(box) <= place["y"]


async def test_a_small_phone_has_all_that_somebody_does_in_sight(house: House):
    code = await house.evening()
    owner, thinker = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    await owner.page.set_viewport_size({"width": 320, "height": 568})
    await owner.page.get_by_text(text("phone.challenge.offer")).tap()
    await expect(owner.page.locator("#sentence")).to_be_focused()
    await expect(owner.button("phone.challenge.send")).to_be_in_viewport(ratio=1)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "questions")
    await in_sight_together(thinker, "question", "phone.question_box.send")
    await walk_to(facilitator, "ideas")
    await in_sight_together(thinker, "idea", "phone.box.send")
    await thinker.write("Zet een bankje bij de school.")
    said = thinker.says(text("phone.box.stored").format(n=1))
    await expect(said).to_be_in_viewport(ratio=1)
    await walk_to(facilitator, "review")
    await owner.mark(1)
    await walk_to(facilitator, "next_step")
    await expect(owner.says(text("carousel.phone.chosen"))).to_be_visible()
    await expect(owner.says("Zet een bankje bij de school.")).to_be_visible()
    await in_sight_together(owner, "what", "carousel.phone.record")
    await in_sight_together(owner, "what", "carousel.phone.not_yet")


async def test_the_room_can_read_that_the_connection_is_away(house: House):
    projector = await house.projector(await house.evening())
    await projector.context.set_offline(True)
    word = projector.page.locator(".connection")
    await expect(word).to_have_text(text("browser.away"))
    assert await word.evaluate("word => parseFloat(getComputedStyle(word).fontSize)") >= 28
    await projector.context.set_offline(False)
    await expect(word).to_be_hidden()


async def test_a_view_of_the_tablet_opens_at_its_top(house: House):
    code = await house.evening()
    for number in range(20):
        await house.person(code, f"Buur {number}")
    tablet = await house.tablet(code)
    await tablet.page.set_viewport_size({"width": 1180, "height": 600})
    await tablet.open("people")
    await expect(tablet.page.locator(".person-name")).to_have_count(20)
    await tablet.page.locator(".person-name").last.scroll_into_view_if_needed()
    await tablet.open("agenda")
    heading = tablet.page.locator(".view-agenda h2").first
    await expect(heading).to_be_in_viewport(ratio=1)
