"""The screens with a real browser: one tablet, one projector, six phones; all by touch."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from plekberaad_app.activities.carousel.demo.said import Resolution
from plekberaad_app.features.rehearsal.cast import Character
from plekberaad_app.platform.i18n.catalogue import text

TABLET = {"width": 1180, "height": 820}
PROJECTOR = {"width": 1920, "height": 1080}
PHONE = {"width": 360, "height": 640}
PASSWORD = "een lange zin voor de proef"

# Resolves at the next tick of the page's clock with the moment (ms since 1970) at which it reads 0.
_END_BY_TICK = """() => new Promise((resolve) => {
  const clock = document.querySelector('.clock-time');
  if (!clock) return resolve(null);
  const seconds = () => clock.textContent.split(':').reduce((sum, part) => 60 * sum + +part, 0);
  const watch = new MutationObserver(() => {
    watch.disconnect();
    // Also right on a device whose clock was set meanwhile.
    resolve(performance.timeOrigin + performance.now() + 1000 * seconds());
  });
  watch.observe(clock, { childList: true, characterData: true, subtree: true });
  setTimeout(() => { watch.disconnect(); resolve(null); }, 2500);
})"""


class Screen:
    """One page in a browser of its own."""

    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self.page = page

    @property
    def context(self) -> BrowserContext:
        """The browser with its cookies."""
        return self.page.context

    async def end_of_phase(self) -> float | None:
        """When this screen's clock will read zero, in seconds since 1970; None without a clock."""
        end = await self.page.evaluate(_END_BY_TICK)
        return end and end / 1000

    async def shoot(self, folder: Path) -> None:
        """A picture of what it shows now."""
        folder.mkdir(parents=True, exist_ok=True)
        await self.page.screenshot(path=folder / f"{self.name}.png")

    def says(self, words: str) -> Locator:
        """Where these words stand."""
        return self.page.get_by_text(words, exact=True).filter(visible=True).first

    def button(self, key: str, **values: int) -> Locator:
        """The visible button with this text of the catalogue."""
        name = text(key, "nl", **values)
        return self.page.get_by_role("button", name=name, exact=True).filter(visible=True).first


class Projector(Screen):
    """The picture for the whole room."""

    async def until_inviting(self) -> None:
        """Wait until it says with which code one comes in."""
        await expect(self.page.locator(".join-code")).to_be_visible()


class Phone(Screen):
    """A participant with a phone."""

    async def enter_code(self, code: str) -> None:
        """Come in by the front door, with the code as it is read from the projector."""
        await self.page.goto("/")
        await self.page.get_by_label(text("start.code")).fill(f"{code[:3]} {code[3:]}".lower())
        await self.button("start.join").tap()

    async def until_asked(self) -> None:
        """Wait for the first question of the check-in."""
        await expect(self.button("phone.check_in.skip")).to_be_visible()

    async def check_in(self, character: Character) -> None:
        """Four taps and a name."""
        await self.answer(character.habit, character.kind)
        await self.name_yourself(character.name)
        await expect(self.page.locator("main")).to_contain_text(character.name)

    async def answer(self, *values: str) -> None:
        """One tap for each question; '' skips it."""
        for value in values:
            await self.button(f"phone.check_in.{value or 'skip'}").tap()

    async def name_yourself(self, name: str) -> None:
        """Answer the last question and go in."""
        await self.page.get_by_label(text("phone.check_in.name")).fill(name)
        await self.button("phone.check_in.send").tap()

    async def bring(self, challenge: str) -> None:
        """Offer to be owner."""
        await self.page.get_by_text(text("phone.challenge.offer")).tap()
        await self.page.get_by_label(text("phone.challenge.label")).fill(challenge)
        await self.button("phone.challenge.send").tap()
        await expect(self.says(challenge)).to_be_visible()

    async def is_thinker(self) -> bool:
        """Whether this phone has a box for ideas now."""
        return await self.page.locator("#idea").is_visible()

    async def type(self, idea: str) -> None:
        """Put the text in the box, without sending it."""
        await self.page.locator("#idea").fill(idea)

    async def until_holds(self, idea: str) -> None:
        """Wait until the box has this text, as it was typed."""
        await expect(self.page.locator("#idea")).to_have_value(idea)

    async def send(self) -> None:
        """Touch the big button."""
        await self.button("phone.box.send").tap()

    async def until_stored(self, idea: str, seconds: float = 30) -> None:
        """Wait until the phone says 'bewaard' of this idea."""
        note = self.page.locator(".own-note", has=self.page.get_by_text(idea, exact=True))
        await expect(note.locator(".stored")).to_be_visible(timeout=seconds * 1000)

    async def write(self, idea: str) -> None:
        """An idea, from the empty box to 'bewaard'."""
        await self.type(idea)
        await self.send()
        await self.until_stored(idea)

    async def mark(self, most: int) -> int:
        """As owner, take on the first ideas; how many there were."""
        marks = self.page.get_by_role("button", name=text("carousel.phone.mark"))
        count = min(await marks.count(), most)
        for index in range(count):
            await marks.nth(index).tap()
            await expect(marks.nth(index)).to_have_attribute("aria-pressed", "true")
        return count

    async def is_deciding(self) -> bool:
        """Whether this phone asks its owner for the next step."""
        return await self.button("carousel.phone.record").is_visible()

    async def decide(self, step: Resolution) -> None:
        """As owner, record the next step."""
        for name, said in (("what", step.what), ("who", step.who), ("when", step.when)):
            await self.page.get_by_label(text(f"carousel.phone.{name}")).fill(said)
        await self.button("carousel.phone.record").tap()
        await expect(self.says(text("carousel.phone.recorded"))).to_be_visible()

    async def vote(self, dots: int) -> int:
        """Give dots to the first choices; how many were given."""
        rows = self.page.locator(".vote")
        for index in range(dots):
            row = rows.nth(index % await rows.count())
            given = await row.locator(".dot").count()
            await row.locator(".vote-buttons button").last.tap()
            await expect(row.locator(".dot")).to_have_count(given + 1)
        return dots


class Tablet(Screen):
    """The facilitator's tablet."""

    async def begin(self, path: str) -> None:
        """Use the first link: library, name, password."""
        await self.page.goto(path)
        await self.page.get_by_label(text("desk.begin.library")).fill("Bibliotheek De Linde")
        await self.page.get_by_label(text("desk.login.name")).fill("Anna")
        await self.page.get_by_label(text("desk.login.password")).fill(PASSWORD)
        await self.button("desk.begin.send").tap()
        await expect(self.says(text("desk.evenings.title"))).to_be_visible()

    async def make_evening(self, title: str, place: str, question: str) -> str:
        """Make an evening of fifty minutes at the desk, and go to its tablet; the code."""
        await self.page.locator("[name=template][value=short]").check()
        await self.page.locator("[name=minutes_available]").fill("50")
        for key, said in (("name", title), ("place", place), ("question", question)):
            await self.page.get_by_label(text(f"desk.new.{key}")).fill(said)
        await self.button("desk.new.send").tap()
        await self.page.wait_for_url(re.compile(r"/voorbereiden/\w{6}$"))
        code = self.page.url.rsplit("/", 1)[1]
        await self.page.goto(f"/begeleid/{code}")
        await expect(self.says(text("tablet.arrival.title"))).to_be_visible()
        return code

    async def open(self, view: str) -> None:
        """Choose a view in the rail."""
        await self.page.locator(f".tablet-tab:has(#view-{view})").tap()

    async def add_person(self, character: Character) -> None:
        """Add somebody without a phone."""
        form = self.page.locator("form", has_text=text("tablet.add.title"))
        await form.get_by_label(text("tablet.add.name")).fill(character.name)
        await form.get_by_text(text(f"tablet.add.kind.{character.kind}"), exact=True).tap()
        await form.get_by_text(text(f"tablet.add.habit.{character.habit}"), exact=True).tap()
        await form.get_by_role("button").tap()
        await expect(self.page.locator(".person-name", has_text=character.name)).to_be_visible()

    async def until_in(self, count: int) -> None:
        """Wait until it counts so many people in the room."""
        await expect(self.page.locator(".side-figure")).to_have_text(str(count))

    async def counts(self) -> tuple[str, str]:
        """How many are in, and what is said of who never comes."""
        figure = await self.page.locator(".side-figure").inner_text()
        return figure, await self.page.locator(".goal-count").inner_text()

    async def make_proposed_tables(self, count: int) -> None:
        """Divide the room with one tap, over as many tables as is proposed."""
        await self.open("tables")
        await self.button("tablet.tables.make_proposed", n=count).tap()
        await expect(self.page.locator(".seating-table")).to_have_count(count)

    async def show(self, mode: str) -> None:
        """Choose what the projector shows."""
        await self.button("tablet.bar.screen").tap()
        await self.button(f"tablet.screen.{mode}").tap()

    async def give_more_time(self) -> None:
        """A minute more for this phase."""
        await self.button("tablet.bar.more_time").tap()

    async def go_by_hand(self) -> None:
        """Switch off that phases follow by themselves."""
        await self.button("tablet.bar.more").tap()
        switch = self.page.get_by_role("switch", name=text("tablet.more.auto"))
        await switch.tap()
        await expect(switch).to_have_attribute("aria-checked", "false")
        await self.page.keyboard.press("Escape")

    async def next(self) -> None:
        """Touch the big button that never moves."""
        await self.page.locator(".bar-next").tap()

    async def end(self) -> None:
        """Touch the big button at the end of the programme, and say that it was meant."""
        await self.next()
        await self.button("tablet.end.close").tap()
        await expect(self.says(text("tablet.closed.title"))).to_be_visible()

    async def read_report(self) -> None:
        """From the evening that is over to its report, figures and all."""
        await self.page.get_by_role("link", name=text("tablet.closed.report")).tap()
        await expect(self.page.locator(".report-plot svg").first).to_be_visible()

    async def type_paper(self, notes: Sequence[tuple[str, str]], table: int) -> None:
        """Type paper notes (for whom: a name or '' for the table, and the text)."""
        await self.open("paper")
        await self.page.locator(".view-paper .chip").nth(table - 1).tap()
        for whom, note in notes:
            await self.page.get_by_label(text("tablet.paper.for")).select_option(
                label=whom or text("tablet.paper.for_table")
            )
            box = self.page.get_by_label(text("tablet.paper.text"))
            await box.fill(note)
            await box.press("Enter")
            stored = self.page.locator(".paper-note", has_text=note)
            await expect(stored.locator(".stored")).to_be_visible()
        await self.open("now")

    async def vote_for(self, name: str) -> int:
        """Put one dot for somebody without a phone."""
        await self.page.locator(".voting .chip", has_text=name).tap()
        await self.page.locator(".vote-dots button").nth(1).tap()
        return 1


async def open_screen(browser: Browser, url: str, kind: str) -> Page:
    """A browser of its own, as large as the device, with a finger where it has one."""
    sizes = {"tablet": TABLET, "projector": PROJECTOR, "phone": PHONE}
    context = await browser.new_context(
        base_url=url,
        viewport=sizes[kind],  # pyright: ignore[reportArgumentType]
        has_touch=kind != "projector",
        is_mobile=kind == "phone",
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        # The nginx of the tests signs its own certificate.
        ignore_https_errors=True,
    )
    context.set_default_timeout(20_000)
    page = await context.new_page()
    page.set_default_timeout(20_000)
    return page
