"""What a phone says of itself: a question, a chosen idea, a clock; and where the focus goes."""

import pytest
from playwright.async_api import Locator, Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.rehearsal.browsers import Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

# Keeps how often the phone was asked to vibrate.
_FEEL = "() => { window.felt = 0; Navigator.prototype.vibrate = () => { window.felt += 1; }; }"


async def test_anyone_who_is_asked_about_their_idea_feels_it_hears_it_and_sees_it_under_the_task(
    house: House,
):
    code = await house.evening()
    phones = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    for phone in phones:
        await expect(phone.page.locator(".task")).to_contain_text(text("carousel.phase.ideas"))
    owner, thinker = phones if await phones[1].is_thinker() else phones[::-1]
    for number in range(4):
        await thinker.write(f"Idee nummer {number}")
        await expect(spoken(thinker)).to_contain_text(text("phone.box.stored", n=number + 1))
    await facilitator.steer("next")
    await expect(owner.page.locator(".note")).to_have_count(4)
    await thinker.page.evaluate(_FEEL)
    await thinker.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    await named(owner.page, "carousel.phone.ask", "Idee nummer 2").tap()
    card = thinker.page.locator(".moment-asked")
    await expect(card).to_be_in_viewport(ratio=0.5)
    await expect(spoken(thinker)).to_contain_text("Idee nummer 2")
    assert await thinker.page.evaluate("window.felt") == 1
    await card.locator("textarea").fill("Voor oud en jong")
    await card.locator("textarea").press("Tab")
    await thinker.page.keyboard.press("Enter")
    stored = thinker.page.locator(".own-note", has_text="Voor oud en jong")
    await expect(stored).to_be_focused()
    await named(owner.page, "carousel.phone.mark", "Idee nummer 1").tap()
    await expect(thinker.page.locator(".moment-chosen")).to_contain_text("Idee nummer 1")
    assert await thinker.page.evaluate("window.felt") == 2


async def test_every_screen_tells_what_happens_to_the_clock(house: House):
    scene = await house.with_two_phones("ideas")
    screens = (scene.thinker, scene.projector, await house.tablet(scene.code))
    for command, key in (("pause", "stopped"), ("resume", "resumed"), ("more_time", "longer")):
        await scene.facilitator.steer(command)
        said = text(f"browser.clock.{key}").split("{")[0].strip()
        for screen in screens:
            await expect(spoken(screen)).to_contain_text(said)


async def test_a_form_in_an_english_browser_says_in_our_words_what_it_lacks(house: House):
    code = await house.evening()
    await house.person(code, "Mila")
    facilitator = await house.facilitator(code)
    await facilitator.make_tables(1)
    phone = await house.phone(code)
    await phone.check_in(SAMIRA)
    await phone.page.get_by_text(text("phone.challenge.offer")).tap()
    await phone.button("phone.challenge.send").tap()
    box = phone.page.get_by_label(text("phone.challenge.label"))
    await expect(box).to_be_focused()
    await expect(box).to_have_attribute("aria-invalid", "true")
    await expect(phone.says(text("phone.challenge.missing"))).to_be_visible()
    assert await phone.page.evaluate("[...document.forms].every((form) => form.noValidate)")
    await box.fill("Een bankje")
    await expect(phone.says(text("phone.challenge.missing"))).to_be_hidden()
    await phone.button("phone.challenge.send").tap()
    await expect(phone.page.locator("[data-card=challenge]:not([hidden])")).to_be_focused()


async def test_a_phone_without_a_voice_says_so_when_it_is_asked_to_read(house: House):
    code = await house.evening()
    await house.person(code, "Mila")
    phone = await house.visit(f"/d/{code}")
    # The page that is loading has such a button too, and goes.
    await expect(phone.says(text("phone.check_in.habit"))).to_be_visible()
    await phone.button("browser.read_aloud").tap()
    await expect(phone.page.locator(".read-mute")).to_have_text(text("browser.no_voice"))


def spoken(screen: Screen) -> Locator:
    """The one region in which a page says what is worth hearing."""
    return screen.page.locator(".announcer")


def named(page: Page, key: str, about: str) -> Locator:
    """The button that does this with that note."""
    return page.get_by_role("button", name=f"{text(key)}: {about}", exact=True)
