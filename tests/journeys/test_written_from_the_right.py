"""Arabic that people write runs from right to left on every screen and on paper."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.clients.facilitator import Facilitator
from tests.journeys.house import House, walk_to
from tests.rehearsal.browsers import Phone, Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

NAME, OTHER_NAME = "سميرة", "فاطمة"
WISH, IDEA, STEP = "حديقة جديدة (للجميع).", "مقعد بجانب المدرسة.", "سأتصل بالمدرسة (غدا)."
MESSAGE = "القهوة جاهزة."

# Texts that begin in Arabic and do not run as Arabic does; and how many there were.
_AGAINST = """() => {
  const arabic = /^[^\\p{L}]*\\p{Script=Arabic}/u;
  const against = [];
  let read = 0;
  const check = (holder, words) => {
    if (!arabic.test(words)) return;
    read += 1;
    const { direction, unicodeBidi } = getComputedStyle(holder);
    if (direction === 'rtl' || unicodeBidi === 'plaintext') return;
    against.push(`${holder.tagName}.${holder.className}: ${words}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const holder = walk.currentNode.parentElement;
    if (!holder.closest('script, style')) check(holder, walk.currentNode.data);
  }
  for (const field of document.querySelectorAll('textarea, input:not([type=hidden])'))
    check(field, field.value);
  return [read, against];
}"""


class Readers:
    """Screens that are looked at together."""

    def __init__(self, screens: dict[str, Screen]) -> None:
        self.screens, self.against = screens, list[str]()
        self.read = dict.fromkeys(screens, 0)

    async def look(self, where: str) -> None:
        """Note what runs the wrong way on any of them."""
        for name, screen in self.screens.items():
            await self.look_at(name, screen.page, where)

    async def look_at(self, name: str, page: Page, where: str) -> None:
        """Note what runs the wrong way here."""
        read, against = await page.evaluate(_AGAINST)
        self.read[name] = self.read.get(name, 0) + read
        self.against += [f"{where}, {name}: {each}" for each in against]


async def test_what_is_written_in_arabic_runs_from_the_right_everywhere(house: House):
    code = await house.evening()
    await house.person(code, OTHER_NAME)
    phone, facilitator = await house.phone(code), await house.facilitator(code)
    await phone.answer("never", "resident")
    await phone.name_yourself(NAME)
    projector, tablet = await house.projector(code), await house.tablet(code)
    readers = Readers({"phone": phone, "tablet": tablet, "projector": projector})
    await at_the_start(readers, facilitator)
    await in_the_carousel(readers, phone, facilitator)
    await facilitator.steer("close")
    await expect(phone.page.get_by_text(STEP).first).to_be_attached()
    await readers.look("afterwards")
    await on_paper(readers, house, phone, code)
    assert readers.against == []
    assert all(readers.read.values()), readers.read


async def at_the_start(readers: Readers, facilitator: Facilitator) -> None:
    """Names, wishes, and a message on all screens."""
    await facilitator.until(lambda shown: len(shown["roster"]) == 2)
    await facilitator.make_tables(1)
    for person in facilitator.shown["roster"]:
        await facilitator.name_owner(person["number"], WISH)
    await facilitator.do("send_message", form={"text": MESSAGE})
    await expect(readers.screens["projector"].says(MESSAGE)).to_be_visible()
    await readers.look("before it begins")


async def in_the_carousel(readers: Readers, phone: Phone, facilitator: Facilitator) -> None:
    """An idea on the wall, and two first steps."""
    await walk_to(facilitator, "ideas")
    if not await phone.is_thinker():
        await walk_to(facilitator, "ideas", 2)
    await phone.type(IDEA)
    await readers.look("while it is typed")
    await phone.write(IDEA)
    await readers.look("ideas")
    number = facilitator.shown["stage"]["round"]
    for phase in ("review", "next_step"):
        await walk_to(facilitator, phase, number)
        await readers.look(phase)
    await facilitator.act("record_next_step", table=1, what=STEP, who=NAME, when="غدا")
    await readers.look("a first step")


async def on_paper(readers: Readers, house: House, phone: Phone, code: str) -> None:
    """The report on a screen and as it is printed; what is known of somebody; what they keep."""
    report = await house.visit(f"/verslag/{code}", "tablet")
    await house.log_in(report)
    await report.page.reload()
    await expect(report.page.get_by_text(IDEA).first).to_be_attached()
    await readers.look_at("report", report.page, "on the screen")
    await report.page.emulate_media(media="print")
    await readers.look_at("print", report.page, "printed")
    await phone.page.goto(f"/mijn-gegevens/{code}")
    await expect(phone.page.get_by_text(IDEA).first).to_be_attached()
    await readers.look_at("own data", phone.page, "afterwards")
    found: Any = await phone.page.request.get(f"/mijn-gegevens/{code}/avond.html")
    kept = await phone.page.context.new_page()
    await kept.set_content(await found.text())
    await readers.look_at("keepsake", kept, "afterwards")
