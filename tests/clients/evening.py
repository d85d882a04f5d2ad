"""A whole evening over real sockets: facilitator, projector, and a room full of phones."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.clients.browser import Browser, Site
from tests.clients.facilitator import Desk, Facilitator, Programme
from tests.clients.phone import Phone, new_phone
from tests.clients.projector import Projector

# The lengths of a carousel in the form for its options, in minutes.
CAROUSEL = {
    "mode": "inside",
    "rounds": "2",
    "explain": "2",
    "questions": "3",
    "ideas": "5",
    "review": "3",
    "next_step": "2",
    "is_private": "",
    "is_wall_shared": "",
}
AT_ONCE = 8


@dataclass
class Evening:
    """The screens of one room; `phones` in the order in which they came in."""

    site: Site
    code: str
    facilitator: Facilitator
    projector: Projector
    phones: list[Phone] = field(default_factory=list)

    @property
    def screens(self) -> list[Phone | Facilitator | Projector]:
        """All of them."""
        return [self.facilitator, self.projector, *self.phones]

    async def fill(self, people: int) -> None:
        """So many people check in, of every kind, a few at a time."""
        turn = asyncio.Semaphore(AT_ONCE)

        async def arrive(index: int) -> Phone:
            phone = new_phone(self.site, self.code)
            kind = "professional" if index % 6 == 5 else "resident"
            async with turn:
                await phone.check_in(
                    f"Mens {index + 1}", kind, "never" if index % 9 < 5 else "sometimes"
                )
            return phone

        self.phones += await asyncio.gather(*(arrive(index) for index in range(people)))
        await self.facilitator.until(lambda shown: len(shown["roster"]) >= len(self.phones))

    async def seat(self, tables: int) -> None:
        """Make tables, and wait until every phone knows its own."""
        await self.facilitator.make_tables(tables)
        for phone in self.phones:
            await phone.until(lambda shown: shown["me"]["table"])

    async def bring_challenges(self, per_table: int = 2) -> None:
        """The first people at every table bring a challenge."""
        named: Counter[int] = Counter()
        for person in self.facilitator.shown["roster"]:
            if named[person["table"]] < per_table:
                named[person["table"]] += 1
                number = person["number"]
                await self.facilitator.name_owner(number, f"De kans van nummer {number}")

    async def go_to(self, kind: str, phase: str = "", round_number: int = 1) -> None:
        """Press *next* until the room stands there; next steps are answered with 'not yet'."""
        while not self.stands_at(kind, phase, round_number):
            await self.answer_not_yet()
            await self.facilitator.steer("next")

    async def go_to_ideas(self, people: int, tables: int) -> None:
        """Fill the room, and go to the ideas phase with one challenge at every table."""
        await self.fill(people)
        await self.seat(tables)
        await self.bring_challenges(per_table=1)
        await self.go_to("carousel", "ideas")
        for phone in self.phones:
            await phone.until(
                lambda shown: shown["stage"]["phase"] == "ideas" and shown["me"]["role"]
            )

    async def answer_not_yet(self) -> None:
        """At the end of a round no owner knows a next step yet; elsewhere nothing happens."""
        stage = self.facilitator.shown["stage"]
        if (stage["kind"], stage["phase"]) == ("carousel", "next_step"):
            for table in self.facilitator.shown["tables"]:
                await self.facilitator.act("not_yet", table=table["number"])

    def stands_at(self, kind: str, phase: str = "", round_number: int = 1) -> bool:
        """Whether the tablet says that the room is there."""
        stage = self.facilitator.shown["stage"]
        is_there = stage["kind"] == kind
        return is_there and (not phase or (stage["phase"], stage["round"]) == (phase, round_number))

    def at_table(self, table: int, role: str = "thinker") -> list[Phone]:
        """The phones that sit there in this round, in this role."""
        return [
            phone
            for phone in self.phones
            if (phone.shown["me"]["sits_at"], phone.shown["me"]["role"]) == (table, role)
        ]

    async def close(self) -> None:
        """Close all tabs."""
        await asyncio.gather(*(screen.close() for screen in self.screens))


async def new_evening(browser: Browser, carousel: Mapping[str, str] | None = None) -> Evening:
    """An evening in its lobby with the standard programme, by a facilitator who is logged in."""
    desk = Desk(browser)
    await desk.open()
    code = await desk.create("Het plein", "De Linde", "Wat maakt het plein van iedereen?")
    await desk.close()
    await _set_carousel(browser, code, CAROUSEL | dict(carousel or {}))
    evening = Evening(browser.site, code, Facilitator(browser, code), Projector(browser.site, code))
    await evening.facilitator.open()
    await evening.projector.open()
    return evening


async def _set_carousel(browser: Browser, code: str, options: Mapping[str, str]) -> None:
    programme = Programme(browser, code)
    await programme.open()
    await programme.set_options("carousel", **options)
    await programme.close()
