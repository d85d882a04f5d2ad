"""What people paste, on screens and on paper: endless words, addresses, Arabic, lists."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.clients.facilitator import Facilitator
from tests.clients.phone import wall
from tests.journeys.house import House, walk_to
from tests.journeys.reading import overflow
from tests.rehearsal.browsers import Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

MAP = "https://www.openstreetmap.example/#map=19/52.10541/5.09172&layers=" + "bomen/" * 35
ENDLESS = "voetbaltoernooi" * 9
ARABIC = "حديقة جديدة (للجميع)."
LIST = "- bankjes\n- bomen\n- schaduw"
IDEAS = (MAP, "w" * 280, ARABIC, LIST)
NARROW = {"width": 360, "height": 640}
A4 = {"width": 794, "height": 1123}

# Words over the right edge of the page, but for what may be scrolled in its own box, and figures.
_BEYOND = """() => {
  const edge = document.documentElement.clientWidth + 1;
  const scrolls = (box) => box && (/auto|scroll/.test(getComputedStyle(box).overflowX)
    || scrolls(box.parentElement));
  const beyond = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const over = [...range.getClientRects()].some((line) => line.width > 1 && line.right > edge);
    const holder = walk.currentNode.parentElement;
    const isSeen = holder.checkVisibility({ visibilityProperty: true })
      && !holder.closest('.unseen, svg');
    if (over && isSeen && !scrolls(holder))
      beyond.push(`${holder.tagName}.${holder.className}: ${walk.currentNode.data.slice(0, 40)}`);
  }
  return beyond;
}"""

# Where on a line the words of an element begin and end, and how its box runs.
_RUNS = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const inside = element.getBoundingClientRect();
  const [line] = range.getClientRects();
  const { direction } = getComputedStyle(element);
  return { direction, atRight: inside.right - line.right < line.left - inside.left };
}"""


async def faults(page: Page, where: str) -> list[str]:
    """What does not fit on this page."""
    found: Any = [] if await overflow(page) <= 0 else [f"{await overflow(page)} px too wide"]
    return [f"{where}: {fault}" for fault in (*found, *(await page.evaluate(_BEYOND)))]


async def test_endless_words_fit_on_every_screen_and_on_paper(house: House):
    code = await house.evening()
    owner, _ = [await house.person(code, name) for name in ("Mila" * 6, "Samira")]
    phone, tablet = await house.phone(code), await house.tablet(code)
    await phone.answer("never", "resident")
    await phone.name_yourself("Bram")
    screens: dict[str, Screen] = {
        "phone": phone,
        "tablet": tablet,
        "projector": await house.projector(code),
    }
    facilitator = await house.facilitator(code)
    await _with_endless_wishes(facilitator)
    wrong: list[str] = []

    async def look(where: str) -> None:
        for name, screen in screens.items():
            await expect(screen.page.locator("body")).not_to_be_empty()
            wrong.extend(await faults(screen.page, f"{where}, {name}"))

    await look("before it begins")
    await walk_to(facilitator, "ideas")
    for text in IDEAS:
        await phone.write(text)
    await look("ideas")
    await expect(screens["projector"].page.locator("[data-note]").first).to_be_visible()
    await walk_to(facilitator, "review")
    await owner.until(
        lambda shown: len(wall(shown)) == len(IDEAS) and shown["stage"]["phase"] == "review"
    )
    for note in owner.shown["notes"]:
        owner.act("mark_idea", id=note["id"], on=True)
    await look("choosing")
    await walk_to(facilitator, "next_step")
    await facilitator.act("record_next_step", table=1, what=ENDLESS, who="w" * 60, when="w" * 60)
    await look("the first step")
    await walk_to(facilitator, "next_step", 2)
    await facilitator.act("not_yet", table=1)
    await facilitator.steer("next")
    await look("the vote")
    await facilitator.steer("close")
    await look("afterwards")

    report = await house.visit(f"/verslag/{code}", "tablet")
    await house.log_in(report)
    await report.page.reload()
    await expect(report.page.locator(".report-note")).to_have_count(len(IDEAS))
    await expect(report.page.locator(".report-table th", has_text=MAP)).to_be_visible()
    wrong += await faults(report.page, "report")
    await report.page.set_viewport_size(NARROW)  # pyright: ignore[reportArgumentType]
    wrong += await faults(report.page, "report, narrow")
    await report.page.emulate_media(media="print")
    await report.page.set_viewport_size(A4)  # pyright: ignore[reportArgumentType]
    wrong += await faults(report.page, "report, printed")
    assert wrong == [], "\n".join(wrong)
    await _reads_as_it_was_written(report.page)


async def _with_endless_wishes(facilitator: Facilitator) -> None:
    """One table, of which two people bring a wish without a space."""
    await facilitator.until(lambda shown: len(shown["roster"]) == 3)
    await facilitator.make_tables(1)
    for person in facilitator.shown["roster"][:2]:
        await facilitator.name_owner(person["number"], ENDLESS)


async def _reads_as_it_was_written(report: Page) -> None:
    """Arabic runs from the right, a list keeps its lines."""
    note = report.locator(".report-note p")
    arabic: Any = await note.filter(has_text=ARABIC).evaluate(_RUNS)
    dutch: Any = await note.filter(has_text="bankjes").evaluate(_RUNS)
    assert arabic == {"direction": "rtl", "atRight": True}
    assert dutch["direction"] == "ltr"
    assert (await note.filter(has_text="bankjes").inner_text()).splitlines() == LIST.splitlines()
    assert (await note.filter(has_text="bankjes").inner_text()).splitlines() == LIST.splitlines()
