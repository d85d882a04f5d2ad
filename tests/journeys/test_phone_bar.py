"""The bar of a phone: nothing in it overlaps, and nothing below it moves, whatever it says."""

from itertools import product

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.ui.tokens import TABLES
from tests.journeys.house import House

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

_MOODS = ("calm", "soon", "ending", "over", "paused")
_TIMES = ("0:00", "9:59", "59:59")

# Says each of `cases` in turn; what is wrong with it, and how far down the content begins.
_BAR = """(cases) => {
  const [bar, top] = ['.phone-bar', '.phone-top'].map((name) => document.querySelector(name));
  const part = (name) => bar.querySelector(name);
  const names = ['.table-label > :last-child', '.clock-face', '.read-aloud'];
  // A line more than there is room for; tight letters alone reach a little beyond their box.
  const isCut = (box) =>
    box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > 1.3 * box.clientHeight;
  const touch = (one, other) => {
    const [a, b] = [one, other].map((name) => part(name).getBoundingClientRect());
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  };
  const faults = new Set();
  const heights = new Set();
  for (const { table, time, word, mood, read } of cases) {
    part('.table-label > :last-child').textContent = table;
    part('.clock-time').textContent = time;
    part('.clock-word').textContent = word;
    part('.clock').dataset.mood = mood;
    part('.read-aloud').lastChild.textContent = read;
    const said = `${table} | ${time} ${word} | ${read}`;
    heights.add(top.offsetHeight);
    names.forEach((one, index) => names.slice(index + 1).forEach((other) => {
      if (touch(one, other)) faults.add(`${one} over ${other}: ${said}`);
    }));
    for (const name of names)
      if (isCut(part(name))) faults.add(`${name} is cut: ${said}`);
    if (bar.scrollWidth > bar.clientWidth) faults.add(`too wide: ${said}`);
  }
  part('.clock').remove();
  heights.add(top.offsetHeight);
  return { faults: [...faults], heights: [...heights] };
}"""


def cases(times: tuple[str, ...] = _TIMES) -> list[dict[str, str]]:
    """All that a bar can say."""
    return [
        {
            "table": text(
                "browser.table_name",
                lang,
                number=table,
                animal=text(f"browser.animal.{table}", lang),
            ),
            "time": time,
            "word": text(f"browser.clock.{mood}", lang),
            "mood": mood,
            "read": text(f"browser.{button}", lang),
        }
        for lang, table, mood, time, button in product(
            LANGUAGES, range(1, TABLES + 1), _MOODS, times, ("read_aloud", "stop_reading")
        )
    ]


async def bar_at(page: Page, width: int, height: int, times: tuple[str, ...]) -> dict[str, list]:
    """Its faults and its heights on a phone of this size."""
    await page.set_viewport_size({"width": width, "height": height})
    await page.reload()
    await page.locator(".clock-time").wait_for()
    await page.evaluate("() => document.fonts.ready")
    return await page.evaluate(_BAR, cases(times))


@pytest.mark.parametrize(("width", "height"), [(320, 568), (360, 640), (412, 915)])
async def test_no_bar_cuts_or_covers_its_parts_or_moves_what_is_below(
    house: House, width: int, height: int
):
    scene = await house.with_two_phones("ideas")
    bar = await bar_at(scene.thinker.page, width, height, _TIMES)
    assert bar["faults"] == []
    assert len(bar["heights"]) == 1


async def test_a_clock_of_hours_covers_nothing_and_moves_nothing(house: House):
    scene = await house.with_two_phones("ideas")
    bar = await bar_at(scene.thinker.page, 320, 568, ("119:59",))
    assert [fault for fault in bar["faults"] if "is cut" not in fault] == []
    assert len(bar["heights"]) == 1


async def test_with_text_twice_as_large_a_bar_still_moves_nothing(large_house: House):
    scene = await large_house.with_two_phones("ideas")
    bar = await bar_at(scene.thinker.page, 360, 640, _TIMES)
    assert bar["faults"] == []
    assert len(bar["heights"]) == 1


# The words of a text of which the letters stand on more than one line.
_BROKEN = """(name) => {
  const text = document.createTreeWalker(document.querySelector(name), NodeFilter.SHOW_TEXT);
  const node = text.nextNode();
  const lines = (start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return new Set([...range.getClientRects()].map((box) => box.top)).size;
  };
  return [...node.data.matchAll(/\\S+/g)]
    .filter((word) => lines(word.index, word.index + word[0].length) > 1)
    .map((word) => word[0]);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_no_word_in_the_name_of_an_evening_breaks_at_the_door(house: House, lang: str):
    phone = await house.phone_at_the_door()
    await phone.page.set_viewport_size({"width": 320, "height": 568})
    await phone.page.goto(f"/m/{await house.evening('Samen voor de Dorpsstraat')}")
    await phone.until_asked()
    if lang != "nl":
        await phone.page.locator(".ask-top button").first.tap()
    assert await phone.page.evaluate(_BROKEN, ".ask-room") == []
    await expect(phone.page.locator(".ask-skip").first).to_be_in_viewport(ratio=1)
