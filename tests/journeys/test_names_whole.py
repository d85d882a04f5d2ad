"""Names and labels are whole, and who types one that is too long is told."""

import pytest
from playwright.async_api import expect

from plekberaad_app.core.people import MAX_FIRST_NAME
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

LONG = "Marie-Antoinette van der Meulenbroek-Wittenaar"[:MAX_FIRST_NAME].strip()


@pytest.mark.parametrize("width", [1180, 1024, 800])
async def test_the_tablet_shows_a_long_name_whole_where_it_is_changed(house: House, width: int):
    code = await house.evening()
    await house.person(code, LONG)
    tablet = await house.tablet(code)
    await tablet.page.set_viewport_size({"width": width, "height": 820})
    await tablet.open("people")
    await tablet.page.locator(".person summary").first.tap()
    box = tablet.page.locator(".person").get_by_label(text("tablet.people.name"))
    await expect(box).to_have_value(LONG)
    beyond = await box.evaluate("box => box.scrollWidth - box.clientWidth")
    assert beyond <= 0


async def test_anyone_whose_name_does_not_fit_is_told_so(house: House):
    phone = await house.phone(await house.evening())
    await phone.answer("", "")
    box = phone.page.get_by_label(text("phone.check_in.name"))
    await box.press_sequentially(LONG.ljust(MAX_FIRST_NAME, "e"))
    await expect(phone.says(text("phone.box.full"))).to_be_visible()


# The words of the rail that come within 4 px of the edges of their tab.
_AT_THE_EDGE = """() => [...document.querySelectorAll('.tablet-tab')].filter((tab) => {
  const words = document.createRange();
  const outside = tab.getBoundingClientRect();
  const texts = document.createTreeWalker(tab, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    words.selectNodeContents(texts.currentNode);
    const { left, right } = words.getBoundingClientRect();
    if (left < outside.left + 4 || right > outside.right - 4) return true;
  }
  return false;
}).map((tab) => tab.textContent)"""


async def test_no_word_of_the_rail_touches_the_edge_of_its_tab(house: House):
    tablet = await house.tablet(await house.evening())
    assert await tablet.page.evaluate(_AT_THE_EDGE) == []
