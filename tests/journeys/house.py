"""Opens screens of an evening: with a browser where one looks, with a bare socket for the rest."""

from dataclasses import dataclass

from playwright.async_api import Browser, ConsoleMessage, Page, expect

from plekberaad_app.features.rehearsal.cast import Character
from plekberaad_app.platform import logins
from tests.clients import browser as plain
from tests.clients.browser import Site
from tests.clients.facilitator import Desk, Facilitator
from tests.clients.phone import Phone as SocketPhone
from tests.clients.phone import new_phone
from tests.rehearsal.browsers import Phone, Screen, Tablet, open_screen

SAMIRA = Character("Samira", "resident", "never", True, "")
BRAM = Character("Bram", "resident", "often", True, "")


@dataclass(frozen=True)
class Scene:
    """An evening under way: its facilitator, the projector, and a phone whose owner may write."""

    code: str
    facilitator: Facilitator
    projector: Screen
    thinker: Phone
    name: str


class House:
    """Everything a test opens."""

    def __init__(self, browser: Browser, site: Site, login: str) -> None:
        self.browser, self.site, self.login = browser, site, login
        # What a browser said it did not do because our own content policy forbids it.
        self.violations: list[str] = []
        self._screens: list[Screen] = []
        self._sockets: list[Facilitator | SocketPhone] = []

    async def evening(self, title: str = "Het plein") -> str:
        """A new evening with the standard programme; its code."""
        desk = Desk(self.logged_in())
        await desk.open()
        code = await desk.create(title, "De Linde", "Wat maakt het plein van iedereen?")
        await desk.close()
        return code

    async def visit(self, path: str, kind: str = "phone") -> Screen:
        """Any page, on a device of this kind."""
        screen = Screen(kind, await self._open(kind))
        self._screens.append(screen)
        await screen.page.goto(path)
        return screen

    async def desk(self, path: str, kind: str = "tablet") -> Screen:
        """Any page, on a device of Anna's."""
        screen = Screen(kind, await self._open(kind))
        self._screens.append(screen)
        await self.log_in(screen)
        await screen.page.goto(path)
        return screen

    async def odd_browser(self, oddity: str = "") -> Page:
        """An empty page of a phone whose browser is as this script makes it."""
        page = await self._open("phone")
        self._screens.append(Screen("phone", page))
        await page.add_init_script(oddity)
        return page

    async def tablet(self, code: str) -> Tablet:
        """A tablet that steers this evening."""
        page = await self._open("tablet")
        tablet = Tablet("tablet", page)
        self._screens.append(tablet)
        await self.log_in(tablet)
        await page.goto(f"/begeleid/{code}")
        await expect(page.locator(".tablet-frame")).to_be_visible()
        return tablet

    async def log_in(self, screen: Screen) -> None:
        """Make this browser Anna's."""
        cookie = {"name": logins.COOKIE, "value": self.login, "url": self.site.url}
        await screen.context.add_cookies([cookie])  # pyright: ignore[reportArgumentType]

    async def projector(self, code: str) -> Screen:
        """The screen for the room."""
        return await self.visit(f"/scherm/{code}", "projector")

    async def phone(self, code: str, who: Character | None = None) -> Phone:
        """A phone; with `who`, of somebody who is in.

        They answered the questions before the page opened: how they are asked is another journey.
        """
        page = await self._open("phone")
        if who is None:
            return await self.phone_on(page, code)
        await self._answer_beforehand(page, code, who)
        phone = await self.phone_on(page, code)
        await expect(page.locator("main")).to_contain_text(who.name)
        return phone

    async def phone_at_the_door(self) -> Phone:
        """A phone that went nowhere yet."""
        phone = Phone("phone", await self._open("phone"))
        self._screens.append(phone)
        return phone

    async def phone_on(self, page: Page, code: str, who: Character | None = None) -> Phone:
        """A phone whose browser is there already."""
        phone = Phone("phone", page)
        self._screens.append(phone)
        await page.goto(f"/m/{code}")
        if who:
            await phone.check_in(who)
        return phone

    async def _answer_beforehand(self, page: Page, code: str, who: Character) -> None:
        """Check in with the cookies of this page's browser, which opens nothing yet."""
        asking, path = page.context.request, f"/d/{code}"
        answers = {"name": who.name, "kind": who.kind, "habit": who.habit}
        await asking.get(path, headers={"Accept": "text/html"})
        sent = await asking.post(
            f"{path}/meedoen",
            form=answers,
            headers={"Accept": "text/html", "Origin": self.site.url},
            max_redirects=0,
        )
        assert sent.headers["location"] == path

    async def facilitator(self, code: str) -> Facilitator:
        """A facilitator without a browser."""
        facilitator = Facilitator(self.logged_in(), code)
        await facilitator.open()
        self._sockets.append(facilitator)
        return facilitator

    async def person(self, code: str, name: str, **answers: str) -> SocketPhone:
        """Somebody who is in, without a browser."""
        phone = new_phone(self.site, code)
        await phone.check_in(name, **answers)
        self._sockets.append(phone)
        return phone

    async def one_table(self, code: str, facilitator: Facilitator) -> None:
        """Everyone at one table; the first two people own a challenge each."""
        await facilitator.until(lambda shown: len(shown["roster"]) >= 2)
        await facilitator.make_tables(1)
        for person in facilitator.shown["roster"][:2]:
            await facilitator.name_owner(person["number"], f"De kans van {person['name']}")

    async def idea(self, code: str, idea: str) -> None:
        """Bring this evening to its ideas, where somebody writes one; nobody needs a screen."""
        people = [await self.person(code, who.name) for who in (SAMIRA, BRAM)]
        people.append(await self.person(code, "Mila"))
        facilitator = await self.facilitator(code)
        await self.one_table(code, facilitator)
        await walk_to(facilitator, "ideas")
        for person in people:
            await person.until(lambda shown: shown["me"]["role"])
        thinker = next(each for each in people if each.shown["me"]["role"] == "thinker")
        await thinker.write(idea)

    async def with_a_tablet(self, phase: str = "") -> tuple[str, Tablet, Facilitator]:
        """A new evening with two people at its one table: its code, a tablet, and who steers.

        In this phase or, without one, before it begins.
        """
        code = await self.evening()
        for who in (SAMIRA, BRAM):
            await self.person(code, who.name)
        tablet, facilitator = await self.tablet(code), await self.facilitator(code)
        await self.one_table(code, facilitator)
        if phase:
            await walk_to(facilitator, phase)
        return code, tablet, facilitator

    async def with_two_phones(self, phase: str) -> "Scene":
        """A new evening in this phase, with two phones in browsers at its one table."""
        code = await self.evening()
        await self.person(code, "Mila")
        phones = (await self.phone(code, SAMIRA), await self.phone(code, BRAM))
        projector, facilitator = await self.projector(code), await self.facilitator(code)
        await self.one_table(code, facilitator)
        await walk_to(facilitator, phase)
        is_first = await phones[0].is_thinker()
        name = SAMIRA.name if is_first else BRAM.name
        return Scene(code, facilitator, projector, phones[0] if is_first else phones[1], name)

    async def close(self) -> None:
        """Close everything."""
        for socket in self._sockets:
            await socket.close()
        for screen in self._screens:
            await screen.context.close()

    async def _open(self, kind: str) -> Page:
        page = await open_screen(self.browser, self.site.url, kind)
        page.context.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        if tells_of_the_policy(message):
            self.violations.append(message.text)

    def logged_in(self) -> plain.Browser:
        """A device without a browser that is logged in."""
        device = plain.Browser(self.site)
        device.cookies[logins.COOKIE] = self.login
        return device


def tells_of_the_policy(message: ConsoleMessage) -> bool:
    """Whether a browser says here what it does not do because a content policy forbids it."""
    return "Content Security Policy" in message.text


async def walk_to(facilitator: Facilitator, phase: str, number: int = 1) -> None:
    """Press *next* until the room stands in this phase; owners say 'not yet'."""
    while (stage := facilitator.shown["stage"])["phase"] != phase or stage["round"] != number:
        if stage["phase"] == "next_step":
            for table in facilitator.shown["tables"]:
                await facilitator.act("not_yet", table=table["number"])
        await facilitator.steer("next")
