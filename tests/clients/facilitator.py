"""A facilitator: makes an evening at the desk, and steers it from the tablet."""

import asyncio
import re
from pathlib import Path
from typing import Any

from tests.clients.browser import Browser, Site
from tests.clients.phone import Phone
from tests.clients.screen import ROOT_STATE, Screen

# A password that the rules accept; of nobody.
PASSWORD = "een lange zin voor de proef"

# Welcome, two rounds of a carousel, a vote and a closing.
SHORT = {"template": "short", "minutes_available": "50"}


class CommandRefused(AssertionError):
    """The tablet was told why not, in this sentence."""


class Desk(Screen):
    """The page /voorbereiden, with the evenings of a library."""

    module, state = "features.evenings.state", "preparing_state"

    def __init__(self, browser: Browser) -> None:
        super().__init__(browser, "/voorbereiden")

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether the list is there, or the way to the login page."""
        return bool(self.states.get(ROOT_STATE, {}).get("is_hydrated") or self.redirects)

    async def create(self, title: str, place: str = "", question: str = "") -> str:
        """Make an evening of fifty minutes, with two rounds of a carousel in it; its code."""
        form = {"title": title, "place": place, "question": question, "starts_at": "", **SHORT}
        self.send("create", form=form)
        there = await self.until(lambda _: self.redirects and self.redirects.pop())
        return there.rsplit("/", 1)[1]


class AccountDesk(Desk):
    """What the page /voorbereiden shows of logins, and of a colleague to invite."""

    module, state = "features.accounts.desk_state", "account_desk_state"


class Programme(Screen):
    """The page /voorbereiden/<code>, with the programme of one evening."""

    module, state = "features.programme.state", "programme_state"

    def __init__(self, browser: Browser, code: str) -> None:
        super().__init__(browser, f"/voorbereiden/{code}")

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether the programme is there."""
        return bool(shown.get("steps"))

    def step(self, kind: str) -> dict[str, Any]:
        """The first step of this kind."""
        return next(step for step in self.shown["steps"] if step["kind"] == kind)

    async def set_options(self, kind: str, /, **fields: str) -> None:
        """Fill in the form of a step: every field a text, minutes may have a comma."""
        step_id = self.step(kind)["id"]
        self.shown["notice"] = {}
        self.send("store_step", form={"step_id": step_id, **fields})
        await self._until_answered()

    async def add_step(self, kind: str, step_id: str) -> None:
        """Put a new step at the end."""
        self.shown["notice"] = {}
        self.send("add_step", kind=kind, step_id=step_id)
        await self._until_answered()

    async def remove_step(self, step_id: str) -> None:
        """Take a step out."""
        self.shown["notice"] = {}
        self.send("remove_step", step_id=step_id)
        await self._until_answered()

    async def _until_answered(self) -> None:
        kind = await self.until(lambda shown: shown["notice"].get("kind"))
        if kind == "error":
            raise CommandRefused(self.shown["notice"]["sentence"])


class Facilitator(Screen):
    """The page /begeleid/<code> on the tablet."""

    module, state = "room.tablet.state", "tablet_state"

    def __init__(self, browser: Browser, code: str) -> None:
        super().__init__(browser, f"/begeleid/{code}")
        self.code = code

    def is_ready(self, shown: dict[str, Any]) -> bool:
        """Whether the room and the page's own vars are on the tablet, or the way to the login."""
        is_there = super().is_ready(shown) and "notice" in shown
        return is_there or bool(self.redirects)

    async def steer(self, command: str, made_on: int | None = None) -> None:
        """Give a command and wait until the room has moved. Raises CommandRefused."""
        before, told = self.shown["controls"]["steering"], self.notices
        self.send("steer", command=command, made_on=before if made_on is None else made_on)
        await self.until(
            lambda shown: shown["controls"]["steering"] > before or self._is_refused_since(told)
        )
        self._raise_refusal(told)

    async def do(self, handler: str, /, **payload: Any) -> None:
        """Call a handler and wait for its answer. Raises CommandRefused."""
        told = self.notices
        self.send(handler, **payload)
        await self.until(lambda _: self.notices > told)
        self._raise_refusal(told)

    async def act(
        self, act: str, /, step_id: str = "", round_number: int = 0, **payload: Any
    ) -> None:
        """Do something in a step for a table or a person. Raises CommandRefused."""
        stage = self.shown["stage"]
        await self.do(
            "act",
            step_id=step_id or stage["step_id"],
            round=round_number or stage["round"],
            name=act,
            payload=payload,
        )

    async def make_tables(self, tables: int) -> None:
        """Divide everyone over so many tables."""
        await self.do("make_tables", form={"tables": str(tables)})
        await self.until(lambda shown: len(shown["tables"]) == tables)

    async def name_owner(self, number: int, sentence: str) -> None:
        """Name the person with this number as owner of a challenge."""
        await self.do("name_owner", form={"number": str(number), "sentence": sentence})

    @property
    def notices(self) -> int:
        """How many answers to taps this page has shown."""
        return self.shown["notice"]["number"]

    def _is_refused_since(self, told: int) -> bool:
        return self.notices > told and self.shown["notice"]["kind"] in ("error", "held")

    def _raise_refusal(self, told: int) -> None:
        if self._is_refused_since(told):
            raise CommandRefused(self.shown["notice"]["sentence"])


class Onlooker(Phone):
    """The page /meekijken/<code>: a facilitator sees what a participant's phone shows."""

    def __init__(self, browser: Browser, code: str) -> None:
        super().__init__(browser, code)
        self.path = f"/meekijken/{code}"


async def begin_token(log: Path) -> str:
    """The token of the one-time link that a program with an empty database printed."""
    for _ in range(100):
        if found := re.search(r"/begin/([\w-]+)", log.read_text()):
            return found[1]
        await asyncio.sleep(0.1)
    raise AssertionError(log.read_text())


async def begin(site: Site, token: str, name: str = "Anna", library: str = "De Linde") -> Browser:
    """Use a one-time link; the browser that is logged in from then on."""
    browser = Browser(site)
    await browser.submit(f"/begin/{token}", library_name=library, name=name, password=PASSWORD)
    return browser


async def log_in(site: Site, name: str = "Anna") -> Browser:
    """Log in with the password; the browser that steers from then on."""
    browser = Browser(site)
    await browser.submit("/inloggen", name=name, password=PASSWORD)
    return browser
