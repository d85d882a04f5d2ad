"""The wall on the projector: everything on it is seen, whole, in letters that the room can read."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from plekberaad_app.activities.carousel.demo import said
from tests.clients.facilitator import Facilitator
from tests.journeys.house import House, walk_to
from tests.rehearsal.browsers import Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

SECONDS = 90
LONG = (
    "Een voetbaltoernooi op het plein met alle verenigingen uit de wijk en daarna samen eten, "
    "waarbij iedereen iets van thuis meeneemt en kinderen een quiz maken over de straten van "
    "vroeger, zodat bewoners van toen iets vertellen en nieuwe buren elkaar een keer echt zien "
    "en spreken."
)
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]

# What of the wall is seen now; what is wrong with how it is seen.
_SEEN = """() => [...document.querySelectorAll('.pager-wall [data-note]:not([data-turned])')]
  .map((note) => note.dataset.note)"""
_PLACES = """() => Object.fromEntries([...document.querySelectorAll('.pager-wall [data-note]')]
  .map((note) => [note.dataset.note, [note.offsetLeft, note.offsetTop]]))"""
_FAULTS = """() => {
  const faults = [];
  const wall = document.querySelector('.pager-wall').getBoundingClientRect();
  const apart = (one, other) =>
    one.right <= other.left + 1 || other.right <= one.left + 1 ||
    one.bottom <= other.top + 1 || other.bottom <= one.top + 1;
  const words = (node) => [...node.textContent.matchAll(/\\S+/g)].map((found) => {
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    return [found[0], [...range.getClientRects()]];
  });
  for (const note of document.querySelectorAll('.pager-wall [data-note]:not([data-turned])')) {
    const card = note.getBoundingClientRect();
    const badge = note.querySelector('.badge').getBoundingClientRect();
    const text = note.querySelector('.note-text');
    for (const [word, boxes] of words(text.firstChild)) {
      if (boxes.length > 1) faults.push(`breaks: ${word}`);
      if (boxes.some((box) => !apart(box, badge))) faults.push(`under the badge: ${word}`);
      if (boxes.some((box) => box.bottom > card.bottom || box.right > card.right))
        faults.push(`outside its card: ${word}`);
    }
    if (card.bottom > wall.bottom + 1) faults.push('below the wall');
  }
  const hero = document.querySelector('.hero .fitting');
  if (hero && hero.scrollHeight > hero.clientHeight + 1) faults.push('the newest is cut off');
  return faults;
}"""
_LETTERS = """() => Math.min(...[...document.querySelectorAll('.pager-wall .note-text, .hero-text')]
  .map((text) => parseFloat(getComputedStyle(text).fontSize)))"""


class Wall:
    """A projector on which time goes by only when the test says so, and who fills its wall."""

    def __init__(self, screen: Screen, facilitator: Facilitator) -> None:
        self.page: Page = screen.page
        self.facilitator = facilitator
        self._count = 0

    async def add(self, *texts: str) -> None:
        """Hang notes, and wait until they are on the wall."""
        for text in texts:
            self._count += 1
            name = f"{self.facilitator.code}-{self._count:04}"
            note = {"id": name, "text": text, "round": 1, "table": 1}
            await self.facilitator.act("add_idea", **note)
        await expect(self.page.locator(".pager-wall [data-note]")).to_have_count(self._count)
        await self.page.clock.run_for(100)

    async def look(self, script: str) -> Any:
        """What a script finds on the page."""
        return await self.page.evaluate(script)

    async def seen_within(self, seconds: int) -> tuple[set[str], list[int], list[str]]:
        """The notes that were seen in this time, how many at once, and what was wrong with them.

        The page is on its own meanwhile: its connection would not live through time that flies.
        """
        await self.page.context.set_offline(True)
        seen: set[str] = set()
        at_once, faults = [], []
        for _ in range(seconds // 2):
            shown = await self.look(_SEEN)
            if not seen.issuperset(shown):
                at_once.append(len(shown))
                faults += await self.look(_FAULTS)
            seen |= set(shown)
            await self.page.clock.run_for(2000)
        return seen, at_once, faults


@pytest_asyncio.fixture(loop_scope="session")
async def wall(house: House) -> AsyncIterator[Wall]:
    code = await house.evening()
    for name in ("Samira", "Bram"):
        await house.person(code, name)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    screen = await house.visit("/privacy", "projector")
    await screen.page.clock.install()
    await screen.page.goto(f"/scherm/{code}")
    await expect(screen.page.locator(".reading")).to_be_visible()
    yield Wall(screen, facilitator)


async def test_eighty_notes_are_seen_whole_sixteen_at_a_time_while_more_come_in(wall: Wall):
    texts = [text for text in said.ideas() if len(text) < 70]
    await wall.add(*(texts[number % len(texts)] for number in range(75)))
    before = await wall.look(_PLACES)
    for text in ("Een voetbaltoernooi", "Een buurtmoestuin", "Muziek", "Licht", "Samen koken"):
        await wall.add(text)
        await expect(wall.page.locator(".hero-text")).to_have_text(text)
    after = await wall.look(_PLACES)
    assert {note: after[note] for note in before} == before
    seen, at_once, faults = await wall.seen_within(SECONDS)
    assert len(seen) == 80
    assert max(at_once) >= 16
    assert await wall.look(_LETTERS) >= 28
    assert faults == []


async def test_long_notes_are_seen_whole_on_every_size_of_picture(wall: Wall):
    await wall.add(*([LONG] * 20), *(["Een bankje bij de school"] * 12))
    for width, height in SIZES:
        await wall.page.set_viewport_size({"width": width, "height": height})
        await wall.page.clock.run_for(1000)
        seen, _, faults = await wall.seen_within(SECONDS)
        assert len(seen) == 32
        assert faults == []
        assert await wall.look(_LETTERS) >= min(28, 28 * width / 1920 + 0.5)


async def test_a_new_note_does_not_turn_the_page_and_owners_stand_in_one_row(wall: Wall):
    await wall.add(*(f"Idee nummer {number}" for number in range(40)))
    await wall.page.clock.run_for(12_500)
    page = await wall.look(_SEEN)
    await wall.add("En nog een idee")
    assert await wall.look(_SEEN) == page
    tops = await wall.look("() => [...document.querySelectorAll('.owner')].map((o) => o.offsetTop)")
    assert len(set(tops)) == 1
    height = "() => document.querySelector('.pager-wall').clientHeight / innerHeight"
    assert await wall.look(height) > 0.6


async def test_a_wall_that_comes_back_goes_on_at_the_page_where_it_was(wall: Wall):
    await wall.add(*(f"Idee nummer {number}" for number in range(40)))
    await wall.page.clock.run_for(12_500)
    page = await wall.look(_SEEN)
    for mode, there in (("black", ".black"), ("stage", ".pager-wall")):
        await wall.facilitator.do("show", mode=mode)
        await expect(wall.page.locator(there)).to_be_attached()
    await wall.page.clock.run_for(100)
    assert await wall.look(_SEEN) == page
    # As deltas.js does when a change of the wall was missed.
    await wall.look("() => window.plekberaadHangUp()")
    await wall.add("Wat daarna kwam")
    await expect(wall.page.locator("[data-note]")).to_have_count(41)
