"""A language more is its `.po` files and one line: a copy of the program speaks it, from right to
left, in texts that a machine made of the Dutch ones.
"""

import json
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from playwright.async_api import Browser, Locator, Page, expect

from plekberaad_app.platform.i18n.catalogue import files_of, read_topics, text
from plekberaad_app.platform.settings import ROOT
from tests.clients.browser import Browser as Device
from tests.clients.browser import Site, visiting
from tests.clients.facilitator import Desk, Facilitator, Programme, begin, begin_token
from tests.clients.phone import new_phone
from tests.journeys.house import walk_to
from tests.journeys.reading import overflow
from tests.setup.copied_project import build, copy_the_project
from tests.setup.program import Program, running

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CODE, PLURAL = "ar", Locale("ar").plural_form
LINE = f'    "{CODE}": Spoken("العربية", "rtl"),\n'
FORMS = ("zero", "one", "two", "few", "many", "other")
IDEA, CHOICES = "مقعد بجانب المدرسة", "Een boom\nEen bank"

# Our texts stand between brackets, one within another where names are put in; what has letters
# outside them is not in this language. What people wrote says so itself.
OUTSIDE = """() => {
  const found = [];
  let depth = 0;
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      let outside = '';
      for (const letter of node.data) {
        if (letter === '⟦') depth += 1;
        else if (letter === '⟧') depth -= 1;
        else if (depth === 0) outside += letter;
      }
      if (/\\p{L}{2}/u.test(outside)) found.push(outside.trim());
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || /^(SCRIPT|STYLE|OPTION)$/.test(node.tagName)) return;
    if (node.getAttribute('lang') === '' || node.getAttribute('translate') === 'no') return;
    for (const name of ['aria-label', 'alt', 'placeholder', 'title']) {
      const said = node.getAttribute(name) ?? '';
      if (/\\p{L}{2}/u.test(said) && !said.startsWith('⟦')) found.push(`${name}: ${said}`);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return found;
}"""
# What sticks out of the page at either side.
STICKING_OUT = """() => [...document.body.querySelectorAll('*')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((element) => !element.closest('.unseen, [aria-hidden=true]'))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, left, right }]) => width && (left < -1 || right > innerWidth + 1))
  .map(([{ tagName, className }, { left, right }]) => `${tagName} ${className} ${left} ${right}`)"""
SQUEEZED = """() => [...document.body.querySelectorAll('p, h1, h2, span, b')]
  .filter((element) => element.childElementCount === 0 && element.textContent.length > 4)
  .filter((element) => !element.closest('.unseen, [aria-hidden=true]'))
  .map((element) => [element.textContent, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && width < 30 && height > 60)
  .map(([said]) => `squeezed: ${said}`)"""
COUNTED = """() => [...document.body.innerText.matchAll(
  /⟦(zero|one|two|few|many|other):([^⟦⟧]*)⟧/g
)].map(([, form, said]) => [form, said])"""
DIRECTIONS = """() => [document.documentElement, document.body]
  .map((element) => getComputedStyle(element).direction)"""
SETTLING_MS = 500


@pytest.fixture(scope="module")
def program(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The copy, with a language more, serving with an empty database."""
    folder = tmp_path_factory.mktemp("language")
    project, data = folder / "project", folder / "data"
    copy_the_project(project)
    add_the_language(project)
    build(project)
    data.mkdir()
    with running(data, project=project) as served:
        yield served


def add_the_language(project: Path) -> None:
    """All that it takes."""
    languages = project / "plekberaad_app" / "platform" / "i18n" / "languages.py"
    known = languages.read_text("utf-8")
    languages.write_text(known.replace('    "en": Spoken', f'{LINE}    "en": Spoken'), "utf-8")
    for dutch in files_of("nl"):
        if dutch.parent.name == "nl":
            path = dutch.parents[1] / CODE / dutch.name
        else:
            path = dutch.with_name(f"{CODE}.po")
        write_topic(project / path.relative_to(ROOT), read_topics([dutch]))


def write_topic(path: Path, texts: dict[str, str]) -> None:
    """The texts between brackets; what counts says in which form."""
    catalog = Catalog()
    for key, said in texts.items():
        stem, _, form = key.rpartition(".")
        if form == "other":
            for each in FORMS:
                catalog.add(f"{stem}.{each}", f"⟦{each}:{said}⟧")
        elif form not in FORMS or f"{stem}.other" not in texts:
            catalog.add(key, f"⟦{said}⟧")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog)


@pytest_asyncio.fixture(loop_scope="session")
async def anna(program: Program) -> AsyncIterator[tuple[Site, Device]]:
    """Who steers, and where."""
    async with visiting(program.url) as site:
        yield site, await begin(site, await begin_token(program.log))


class Reader:
    """A phone in this language, looked at wherever it comes."""

    def __init__(self, page: Page) -> None:
        self.page, self.faults, self._pictures = page, list[str](), 0

    @classmethod
    async def opened(cls, browser: Browser, site: Site) -> "Reader":
        """A phone that was set to this language."""
        context = await browser.new_context(
            base_url=site.url,
            locale="ar-EG",
            viewport={"width": 360, "height": 640},
            has_touch=True,
            is_mobile=True,
        )
        return cls(await context.new_page())

    async def look(self, where: str) -> None:
        """Note what is in another language, sticks out, or counts in a wrong form."""
        await self.page.wait_for_timeout(SETTLING_MS)
        way = await self.page.evaluate(DIRECTIONS)
        found = [] if way == ["rtl", "rtl"] else [f"runs {way}"]
        found += await self.page.evaluate(OUTSIDE) + await self.page.evaluate(STICKING_OUT)
        found += await self.page.evaluate(SQUEEZED)
        if beyond := await overflow(self.page):
            found.append(f"{beyond} px wider than the screen")
        counted = await self.page.evaluate(COUNTED)
        found += [f"{form}: {said}" for form, said in counted if not fits(form, said)]
        self.faults += [f"{where}: {fault}" for fault in found]
        await self._picture(where)

    async def write(self) -> None:
        """An idea in the box, until it is stored."""
        await self.page.locator("#idea").fill(IDEA)
        await self.button("phone.box.send").tap()
        await expect(self.page.locator(".own-note:has(.stored)").first).to_be_visible()
        await self.look("an idea stored")

    def button(self, key: str) -> Locator:
        """The button with this text."""
        named = self.page.get_by_role("button", name=f"⟦{text(key)}⟧", exact=True)
        return named.filter(visible=True).first

    async def _picture(self, where: str) -> None:
        if folder := os.environ.get("PICTURES"):
            self._pictures += 1
            await self.page.screenshot(path=Path(folder) / f"{self._pictures:02} {where}.png")


def fits(form: str, said: str) -> bool:
    """Whether one of the numbers in it has this form, if it has any."""
    numbers = [int(found) for found in "".join(c if c.isdigit() else " " for c in said).split()]
    return not numbers or form in {PLURAL(number) for number in numbers}


async def an_evening(site: Site, anna: Device) -> str:
    """The standard programme, but for the vote, and then a wall and a poll; its code."""
    desk = Desk(anna)
    await desk.open()
    code = await desk.create("Het plein", "De Linde", "Wat maakt het plein van iedereen?")
    await desk.close()
    programme = Programme(anna, code)
    await programme.open()
    for kind in ("wall", "poll"):
        programme.send("add_step", kind=kind, step_id=f"step-{kind}")
        await programme.until(lambda shown, kind=kind: kind in kinds_of(shown))
    asked = {"question": "Wat komt er?", "kind": "choice", "choices": CHOICES, "length": "120"}
    await programme.set_options("poll", **asked)
    lengths = {"writing": "2", "reading": "2"}
    await programme.set_options("wall", question="Wat mis je hier?", **lengths)
    # A vote takes ideas that an owner chose.
    await programme.remove_step(programme.step("voting")["id"])
    await programme.close()
    return code


def kinds_of(shown: dict[str, Any]) -> list[str]:
    """Of which kinds the steps of a programme are."""
    return [step["kind"] for step in shown["steps"]]


async def test_a_phone_speaks_it_all_evening(anna: tuple[Site, Device], browser: Browser):
    site, device = anna
    code = await an_evening(site, device)
    facilitator, phone = Facilitator(device, code), await Reader.opened(browser, site)
    await facilitator.open()
    await come_in(phone, site, code)
    await sit_down(phone, facilitator)
    await facilitator.steer("next")
    await phone.look("welcome")
    await go_through_the_carousel(phone, facilitator)
    await go_through_the_rest(phone, facilitator)
    await facilitator.steer("close")
    await expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    await phone.look("closed")
    await phone.page.goto(f"/mijn-gegevens/{code}")
    await phone.page.wait_for_load_state("networkidle")
    await phone.look("own data")
    await facilitator.close()
    await phone.page.context.close()
    assert phone.faults == [], json.dumps(phone.faults, ensure_ascii=False, indent=1)


async def come_in(phone: Reader, site: Site, code: str) -> None:
    """From the front door to the lobby, with three others."""
    await phone.page.goto("/")
    await expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    await phone.look("start")
    for name in ("Samira", "Bram", "Kim"):
        other = new_phone(site, code)
        await other.check_in(name)
        await other.close()
    await phone.page.goto(f"/m/{code}")
    for answer in ("never", "resident"):
        await expect(phone.button(f"phone.check_in.{answer}")).to_be_visible()
        await phone.look(f"check-in {answer}")
        await phone.button(f"phone.check_in.{answer}").tap()
    await phone.look("check-in name")
    await phone.button("phone.check_in.send_nameless").tap()


async def sit_down(phone: Reader, facilitator: Facilitator) -> None:
    """All at one table, with two wishes."""
    await facilitator.until(lambda shown: len(shown["roster"]) == 4)
    await phone.look("lobby")
    await facilitator.make_tables(1)
    for person in [each for each in facilitator.shown["roster"] if each["name"]][:2]:
        await facilitator.name_owner(person["number"], "Een plein voor iedereen")
    await phone.look("lobby, at a table")


async def go_through_the_carousel(phone: Reader, facilitator: Facilitator) -> None:
    """Every phase of a round, and an idea."""
    for phase in ("explain", "questions", "ideas", "review", "next_step"):
        await walk_to(facilitator, phase)
        title = f"⟦{text(f'carousel.phase.{phase}')}⟧"
        await expect(phone.page.locator("main")).to_contain_text(title)
        await phone.look(phase)
        if phase == "ideas":
            await phone.write()


async def go_through_the_rest(phone: Reader, facilitator: Facilitator) -> None:
    """The rest of the carousel, a wall and a poll, to the result."""
    seen: list[str] = []
    while seen[-1:] != ["poll result"]:
        await on_from_a_next_step(facilitator)
        await facilitator.steer("next")
        stage = facilitator.shown["stage"]
        here = f"{stage['kind']} {stage['phase']}".strip()
        if here not in seen and stage["kind"] != "carousel":
            await phone.look(here)
            await take_part(phone, here)
        seen.append(here)
    assert any(here.startswith("wall") for here in seen)


async def on_from_a_next_step(facilitator: Facilitator) -> None:
    """'Not yet', where a table is asked for one."""
    if facilitator.shown["stage"]["phase"] == "next_step":
        for table in facilitator.shown["tables"]:
            await facilitator.act("not_yet", table=table["number"])


async def take_part(phone: Reader, here: str) -> None:
    """Write on a wall, choose in a poll."""
    choice = phone.page.locator(".poll-choice").first
    if here.startswith("wall") and await phone.page.locator("#idea").is_visible():
        await phone.write()
    elif await choice.count():
        await choice.tap()
        await phone.look(f"{here}, chosen")
