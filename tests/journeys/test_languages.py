"""An English browser begins in English where people take part; facilitators work in Dutch."""

import pytest
from playwright.async_api import Browser, Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from tests.clients.phone import Phone as SocketPhone
from tests.clients.phone import wall
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


IDEA = "Zet een bankje bij de school."
OTHER_IDEA = "Hang een schommel op."
STEP = "Ik bel de school."

# The texts of people under an element that says they are English; what is read aloud to who listens
# is one text, ours and theirs.
TAKEN_FOR_ENGLISH = """(said) => {
  const [texts, found] = [document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), []];
  while (texts.nextNode()) {
    const { data, parentElement: holder } = texts.currentNode;
    if (holder.closest('script, [role=status], [role=alert]')) continue;
    if (said.some((each) => data.includes(each)) && holder.closest('[lang]').lang) found.push(data);
  }
  return found;
}"""


async def english(house: House, browser: Browser, path: str) -> Page:
    """This page, in a browser that was set to English."""
    context = await browser.new_context(base_url=house.site.url, locale="en-GB")
    page = await context.new_page()
    await page.goto(path)
    await expect(page.locator("h1").filter(visible=True).first).to_be_visible()
    return page


@pytest.mark.parametrize("path", ["/", "/privacy", "/bestaat-niet", "/netwerk"])
async def test_an_english_browser_begins_in_english(path: str, house: House, browser: Browser):
    page = await english(house, browser, path)
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    switch = page.get_by_role("button", name=LANGUAGES["nl"].name)
    await switch.click()
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.context.close()


async def test_what_facilitators_use_stays_dutch(house: House, browser: Browser):
    page = await english(house, browser, "/inloggen")
    await expect(page.locator("html")).to_have_attribute("lang", "nl")
    await page.context.close()


async def test_our_titles_are_english_on_an_english_phone_and_peoples_words_in_no_language(
    house: House, browser: Browser
):
    code = await house.evening()
    page = await english(house, browser, f"/m/{code}")
    await expect(page.get_by_text("Het plein")).to_be_visible()
    await in_no_language(page)
    for answer in ("never", "resident"):
        await page.get_by_role("button", name=text(f"phone.check_in.{answer}", "en")).click()
    await page.get_by_role("button", name=text("phone.check_in.send_nameless", "en")).click()
    people = [await house.person(code, who.name) for who in (SAMIRA, BRAM)]
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await in_no_language(page)
    upcoming = page.locator(".lobby-next")
    await expect(upcoming).to_have_text(text("templates.step.welcome", "en"))
    await facilitator.steer("next")
    title = page.get_by_text(text("templates.step.welcome", "en"), exact=True)
    await expect(title.first).to_be_visible()
    await walk_to(facilitator, "ideas")
    if not await page.locator("#idea").is_visible():
        await walk_to(facilitator, "ideas", 2)
    await page.locator("#idea").fill(IDEA)
    await page.get_by_role("button", name=text("phone.box.send", "en")).click()
    await expect(page.locator(".own-note:has(.stored) p").first).to_have_text(IDEA)
    # A vote takes two.
    await page.locator("#idea").fill(OTHER_IDEA)
    await page.get_by_role("button", name=text("phone.box.send", "en")).click()
    await expect(page.locator(".own-note:has(.stored)")).to_have_count(2)
    await in_no_language(page)
    await walk_to(facilitator, "review", facilitator.shown["stage"]["round"])
    await mark_all(people)
    await expect(page.locator(".moment-chosen")).to_have_count(2)
    for phase in ("review", "next_step"):
        await walk_to(facilitator, phase, facilitator.shown["stage"]["round"])
        await expect(page.locator("main")).to_contain_text(text(f"carousel.phase.{phase}", "en"))
        await in_no_language(page)
    table = facilitator.shown["tables"][0]["number"]
    await facilitator.act("record_next_step", table=table, what=STEP, who=BRAM.name, when="morgen")
    await facilitator.steer("next")
    while facilitator.shown["stage"]["kind"] != "voting":
        if facilitator.shown["stage"]["phase"] == "next_step":
            await facilitator.act("not_yet", table=table)
        await facilitator.steer("next")
    await expect(page.locator(".vote").first).to_be_visible()
    await in_no_language(page)
    await page.goto(f"/mijn-gegevens/{code}")
    await expect(page.get_by_text(IDEA)).to_be_visible()
    await in_no_language(page)
    await page.context.close()


async def mark_all(people: list[SocketPhone]) -> None:
    """Whose wish it is, takes on every note that came in on it."""
    for person in people:
        await person.until(lambda shown: shown["stage"]["phase"] == "review" and wall(shown))
        for note in person.shown["notes"]:
            if person.shown["me"]["role"] == "owner":
                person.act("mark_idea", id=note["id"], on=True)


async def in_no_language(page: Page) -> None:
    """Nothing that people wrote stands on this page as if it were English."""
    assert await page.evaluate(TAKEN_FOR_ENGLISH, ["Het plein", "De kans van", IDEA, STEP]) == []
