"""Who wants text twice as large sees every screen whole, and reaches every button of it."""

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.room.tablet.frame import VIEWS
from tests.clients.screen import words_of
from tests.journeys.house import BRAM, House, walk_to
from tests.journeys.reading import overflow
from tests.rehearsal.browsers import Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# The buttons in sight that something else lies over, at their middle.
_COVERED = """() => {
  const covered = [];
  for (const button of document.querySelectorAll('button, summary, a.button')) {
    button.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = button.getBoundingClientRect();
    if (!width || !button.checkVisibility({ visibilityProperty: true })) continue;
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (there && !button.contains(there) && !there.contains(button))
      covered.push(`${button.textContent.trim()} under ${there.className}`);
  }
  return covered;
}"""


async def faults_of(page: Page) -> list[str]:
    """By how much it is too wide, and what cannot be touched."""
    beyond = await overflow(page)
    wide = [f"{beyond} px too wide"] if beyond > 0 else []
    return wide + await page.evaluate(_COVERED)


# How much of the screen the big button takes, and how much of it is out of sight: at the top and
# at the end of a view.
_BIG_BUTTON = """() => [0, document.documentElement.scrollHeight].map((top) => {
  window.scrollTo(0, top);
  const box = document.querySelector('.bar-next').getBoundingClientRect();
  return [box.height / innerHeight, Math.max(0, box.bottom - innerHeight)];
})"""


async def test_the_big_button_stays_in_sight_with_text_twice_as_large(large_house: House):
    _code, tablet, _facilitator = await large_house.with_a_tablet()
    for name in VIEWS:
        await tablet.open(name)
        for share, beyond in await tablet.page.evaluate(_BIG_BUTTON):
            assert share <= 1 / 3, name
            assert beyond <= 1, name


async def look_at(screens: dict[str, Screen], faults: dict[str, list[str]], where: str) -> None:
    for name, screen in screens.items():
        await screen.page.wait_for_timeout(300)
        if found := await faults_of(screen.page):
            faults[f"{name}, {where}"] = found


async def test_every_screen_is_whole_with_text_twice_as_large(large_house: House):
    house, faults = large_house, {}
    code, tablet, facilitator = await house.with_a_tablet()
    phone, projector = await house.phone(code, BRAM), await house.projector(code)
    screens = {"tablet": tablet, "phone": phone, "projector": projector}
    await look_at(screens, faults, "before it begins")
    for name in VIEWS:
        await tablet.open(name)
        await look_at({"tablet": tablet}, faults, name)
    await tablet.open("now")
    for phase in ("explain", "ideas", "next_step"):
        await walk_to(facilitator, phase)
        await expect(
            tablet.says(words_of(facilitator.shown["stage"]["phase_title"]))
        ).to_be_visible()
        await look_at(screens, faults, phase)
    desk = await house.desk("/")
    for path in ("/", "/inloggen", "/voorbereiden", f"/voorbereiden/{code}", f"/verslag/{code}"):
        await desk.page.goto(path)
        await expect(desk.page.locator("h1").filter(visible=True).first).to_be_visible()
        await look_at({path: desk}, faults, "")
    assert faults == {}
