"""What the projector shows without being told, from the first who comes in to the thanks."""

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.rehearsal.browsers import Tablet

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

# Every name on the table list that is not whole within its card and the picture.
_CUT_OFF = """() => {
  const message = document.querySelector('.message').getBoundingClientRect().top;
  return [...document.querySelectorAll('.table-names li')].filter((name) => {
    const box = name.getBoundingClientRect();
    const card = name.closest('.table-card').getBoundingClientRect();
    return box.bottom > Math.min(card.bottom, message) || box.right > card.right ||
      name.getClientRects().length > 1 || name.scrollWidth > name.clientWidth + 1;
  }).map((name) => name.textContent);
}"""


_LINES = """(words) => {
  const range = document.createRange();
  range.selectNodeContents(words);
  return range.getClientRects().length;
}"""


async def until(page: Page, script: str) -> None:
    """Wait until a script answers yes; the content policy lets no page wait by itself."""
    for _ in range(200):
        if await page.evaluate(script):
            return
        await page.wait_for_timeout(50)
    raise AssertionError(script)


async def scroll_by_keyboard(tablet: Tablet, name: str) -> None:
    """Open a view that has more than fits, and press a key in it until it moves."""
    await tablet.open(name)
    await tablet.page.set_viewport_size({"width": 1180, "height": 620})
    view = tablet.page.locator(f".view-{name}")
    await view.evaluate("view => (view.lastElementChild.style.minHeight = '2000px')")
    await view.focus()
    await tablet.page.keyboard.press("End")
    await until(tablet.page, f"() => document.querySelector('.view-{name}').scrollTop > 0")


async def test_it_shows_who_comes_in_then_the_tables_then_the_programme_then_the_thanks(
    house: House,
):
    code = await house.evening()
    projector, facilitator = await house.projector(code), await house.facilitator(code)
    for name in ("Samira", "", "Bram"):
        await house.person(code, name)
    arrivals = projector.page.locator(".arrival")
    await expect(arrivals).to_have_text(["Samira", text("live.nameless", number=2), "Bram"])
    await house.one_table(code, facilitator)
    await expect(projector.says(text("projector.tables"))).to_be_visible()
    await expect(projector.page.locator(".table-names")).to_contain_text("Samira")
    await facilitator.steer("next")
    await expect(projector.says(text("projector.tables"))).to_be_hidden()
    await walk_to(facilitator, "next_step")
    await facilitator.act(
        "record_next_step", table=1, what="Ik bel de school", who="Bram", when="morgen"
    )
    while facilitator.shown["stage"]["phase"] != "thanks":
        await facilitator.steer("skip")
    await expect(projector.says(text("projector.closed.steps"))).to_be_visible()
    await expect(projector.says("Ik bel de school")).to_be_visible()
    await facilitator.steer("close")
    thanks = projector.says(text("projector.closed.title"))
    await expect(thanks).to_be_visible()
    assert await thanks.evaluate(_LINES) == 1
    await expect(projector.says("Ik bel de school")).to_be_visible()


async def test_a_long_table_list_with_a_message_cuts_no_name_off(house: House):
    code = await house.evening()
    names = ("Wolfeschlegelsteinhausen", "", "Jan-Willem", "Fatima", "Oma Riet van de hoek")
    for number in range(35):
        await house.person(code, names[number % len(names)])
    facilitator, projector = await house.facilitator(code), await house.projector(code)
    await facilitator.until(lambda shown: len(shown["roster"]) == 35)
    await facilitator.make_tables(7)
    await facilitator.do("send_message", form={"text": "De koffie staat klaar. " * 6})
    await expect(projector.page.locator(".message")).to_be_visible()
    await expect(projector.page.locator(".table-names li")).to_have_count(35)
    for size in ((1920, 1080), (1024, 768)):
        await projector.page.set_viewport_size({"width": size[0], "height": size[1]})
        await until(projector.page, f"() => ({_CUT_OFF})().length === 0")


async def test_the_tablet_says_that_a_note_is_shown_large_and_one_tap_brings_the_wall_back(
    house: House,
):
    code, tablet, facilitator = await house.with_a_tablet("ideas")
    projector = await house.projector(code)
    await facilitator.act("add_idea", id=f"{code}-idee", text="Een bankje", round=1, table=1)
    await facilitator.do("spotlight", contribution_id=f"{code}-idee")
    await expect(projector.page.locator(".spotlight")).to_be_visible()
    await expect(tablet.says(text("tablet.lit"))).to_be_visible()
    await tablet.button("tablet.lit.back").tap()
    await expect(projector.page.locator(".spotlight")).to_be_hidden()
    await expect(tablet.says(text("tablet.lit"))).to_be_hidden()


async def test_the_computer_of_the_projector_finds_its_evening_from_the_front_page(house: House):
    code = await house.evening()
    screen = await house.visit("/", "projector")
    await screen.page.get_by_role("link", name=text("start.projector")).click()
    await screen.page.locator("#code").fill("nee")
    await screen.button("start.screen.go").click()
    await expect(screen.says(text("start.screen.error.unreadable"))).to_be_visible()
    await screen.page.locator("#code").fill(code)
    await screen.button("start.screen.go").click()
    await expect(screen.page.locator(".way-in")).to_be_visible()
    await screen.button("projector.full_screen").click()
    await until(screen.page, "() => document.fullscreenElement !== null")
    await expect(screen.page.locator(".full-screen")).to_have_count(0)


async def test_a_text_that_was_too_long_is_not_said_to_be_so_once_it_is_gone(house: House):
    code = await house.evening()
    owner, thinker = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    if await owner.is_thinker():
        owner, thinker = thinker, owner
    await thinker.type("x" * 281)
    await thinker.send()
    too_long = thinker.says(text("phone.box.too_long"))
    await expect(too_long).to_be_visible()
    await thinker.type("")
    await expect(too_long).to_be_hidden()


async def test_what_was_too_long_in_one_round_is_not_said_in_the_next(house: House):
    code = await house.evening()
    for name in ("Mila", "Bram"):
        await house.person(code, name)
    thinker, facilitator = await house.phone(code, SAMIRA), await house.facilitator(code)
    await facilitator.until(lambda shown: len(shown["roster"]) == 3)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    await thinker.type("x" * 281)
    await thinker.send()
    too_long = thinker.says(text("phone.box.too_long"))
    await expect(too_long).to_be_visible()
    await walk_to(facilitator, "ideas", 2)
    await expect(thinker.says(text("phone.box.leftover"))).to_be_visible()
    await expect(too_long).to_be_hidden()


async def test_every_view_can_be_scrolled_by_keyboard_and_every_page_has_its_heading(house: House):
    code, tablet, facilitator = await house.with_a_tablet("ideas")
    onlooker = await house.desk(f"/meekijken/{code}", "phone")
    heading = onlooker.page.get_by_role("heading", name=text("phone.look_along.title"))
    await expect(heading).to_be_visible()
    for name in ("outcomes", "now"):
        await scroll_by_keyboard(tablet, name)
    await facilitator.steer("close")
    await expect(tablet.says(text("tablet.closed.title"))).to_be_visible()
    await expect(tablet.page.get_by_role("heading", level=1)).to_have_count(1)
