"""The evening itself, act by act, from the first link to the report."""

import asyncio
import itertools
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Browser, expect

from plekberaad_app.activities.carousel.demo import said
from plekberaad_app.features.rehearsal import cast
from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import visiting
from tests.clients.screen import words_of
from tests.rehearsal.browsers import Phone, Projector, Tablet, open_screen
from tests.rehearsal.crowd import Crowd
from tests.rehearsal.ledger import Ledger, spread
from tests.rehearsal.server import Server

PHONES = 6
TABLES = 6
DOTS = 3
OFFLINE_SECONDS = 20
LATECOMER = cast.Character("Mila", "resident", "never", True, "")


class Rehearsal:
    """All screens of one evening, and what was promised on them."""

    def __init__(self, server: Server, browser: Browser, pictures: Path) -> None:
        self.server, self.browser, self.pictures = server, browser, pictures
        self.ledger = Ledger()
        self.people = cast.characters()
        self.ideas = iter(said.ideas())
        self.steps = itertools.cycle(said.resolutions())
        self.phones: list[Phone] = []
        self.scene = 0
        self.began = time.monotonic()

    async def play(self) -> None:
        """From the first link to the closing; raises when a screen does not get where it should."""
        async with visiting(self.server.url) as site:
            await self.open()
            self.crowd = Crowd(site, self.code, self.ledger)
            await self.arrive()
            await self.sit_down()
            await self.first_round()
            await self.second_round()
            await self.vote()
            await self.close()
            await self.crowd.close()

    async def open(self) -> None:
        """The first facilitator makes an evening; the projector shows its code."""
        self.tablet = Tablet("tablet", await self.screen("tablet"))
        await self.tablet.begin(self.server.first_link())
        about = (text("demo.title"), text("demo.place"), text("demo.question"))
        self.code = await self.tablet.make_evening(*about)
        self.projector = Projector("projector", await self.screen("projector"))
        await self.projector.page.goto(f"/scherm/{self.code}")
        await self.projector.until_inviting()

    async def screen(self, kind: str):
        """A page in a new browser."""
        return await open_screen(self.browser, self.server.url, kind)

    async def arrive(self) -> None:
        """36 people: six real phones, 28 sockets, two without a phone, and one with two tabs."""
        with_phone = [person for person in self.people if person.has_phone]
        for number, person in enumerate(with_phone[:PHONES], start=1):
            await self._check_in(number, person)
        await self.shoot("check-in")
        await asyncio.gather(*(self.crowd.arrive(person) for person in with_phone[PHONES:]))
        for person in self.people:
            if not person.has_phone:
                await self.tablet.open("people")
                await self.tablet.add_person(person)
        await self.crowd.second_tab(self.crowd.phones[0])
        await self.tablet.until_in(36)
        counts = await self.tablet.counts()
        told = text("tablet.goal.least", newcomers=20, base=36)
        self.ledger.check("people in, of whom never come", counts, counts == ("36", told))

    async def _check_in(self, number: int, person: cast.Character) -> None:
        phone = Phone(f"phone-{number}", await self.screen("phone"))
        self.phones.append(phone)
        if number == 1:
            await phone.enter_code(self.code)
        else:
            await phone.page.goto(f"/m/{self.code}")
        await phone.until_asked()
        if number == 1:
            await phone.shoot(self.pictures / "00-start")
        await phone.check_in(person)
        if person.challenge:
            await phone.bring(person.challenge)

    async def sit_down(self) -> None:
        """Tables with one tap; the map on the projector; then the welcome."""
        await self.tablet.open("owners")
        await self.shoot("owners", phones=0)
        began = time.monotonic()
        await self.tablet.make_proposed_tables(TABLES)
        took = time.monotonic() - began
        self.ledger.check("tables made in", f"{took:.1f} s", took < 2)
        await self.tablet.show("tables")
        await self.shoot("tables")
        await self.tablet.open("agenda")
        await self.shoot("programme", phones=0)
        await self.tablet.open("now")
        await self.go_on("welcome")
        await self.shoot("welcome")

    async def first_round(self) -> None:
        """In the ideas phase the server dies and comes back."""
        await self.go_on("explain", 1)
        await self.shoot("explain-1")
        # This phase ends by itself.
        await self.until_phase("questions", 1)
        await self.look("questions, by itself")
        await self.tablet.go_by_hand()
        await self.shoot("questions-1")
        await self.go_on("ideas", 1)
        await self.tablet.give_more_time()
        await asyncio.gather(self._write_first(), self._die_and_come_back())
        await self.look("ideas, after the restart")
        await self.shoot("ideas-1")
        await self._finish_round(1)

    async def _write_first(self) -> None:
        """75 ideas: ten on real phones, five from paper, the rest by sockets."""
        sent = asyncio.create_task(self.crowd.write_all(self._take(60), seconds=14))
        await self._write_on_phones(10)
        await sent
        notes = self._take(5)
        whom = ["", *(person.name for person in self.people if not person.has_phone)]
        await self.tablet.type_paper(list(zip(itertools.cycle(whom), notes, strict=False)), table=1)
        self.ledger.ideas += notes

    async def _die_and_come_back(self) -> None:
        await asyncio.sleep(7)
        await asyncio.to_thread(self.server.kill)
        died = time.monotonic()
        await asyncio.to_thread(self.server.start)
        await self.crowd.come_back()
        back = time.monotonic() - died
        self.ledger.check("killed, and all sockets back after", f"{back:.1f} s", back < 30)

    async def second_round(self) -> None:
        """A reload with half an idea, a phone without network, and somebody who comes late."""
        await self.go_on("explain", 2)
        await self.shoot("explain-2")
        await self.go_on("questions", 2)
        await self.shoot("questions-2")
        await self.go_on("ideas", 2)
        await self.tablet.give_more_time()
        thinkers = [phone for phone in self.phones if await phone.is_thinker()]
        sent = asyncio.create_task(self.crowd.write_all(self._take(64), seconds=25))
        await asyncio.gather(
            self._reload(thinkers[0]), self._lose_network(thinkers[1]), self._come_late()
        )
        await self._write_on_phones(7)
        await sent
        await self.shoot("ideas-2")
        await self._finish_round(2)

    async def _reload(self, phone: Phone) -> None:
        idea = next(self.ideas)
        await phone.type(idea)
        await phone.page.reload()
        await phone.until_holds(idea)
        await phone.send()
        await phone.until_stored(idea)
        self.ledger.ideas.append(idea)

    async def _lose_network(self, phone: Phone) -> None:
        ideas = self._take(2)
        await phone.context.set_offline(True)
        for idea in ideas:
            await phone.type(idea)
            await phone.send()
        await asyncio.sleep(OFFLINE_SECONDS / 2)
        await phone.shoot(self.pictures / "00-offline")
        await asyncio.sleep(OFFLINE_SECONDS / 2)
        await phone.context.set_offline(False)
        for idea in ideas:
            await phone.until_stored(idea)
        self.ledger.ideas += ideas

    async def _come_late(self) -> None:
        before = self.crowd.seats()
        late = await self.crowd.arrive(LATECOMER)
        await late.until(lambda shown: shown["me"]["table"])
        await self.crowd.write(late, next(self.ideas))
        after = {key: table for key, table in self.crowd.seats().items() if key in before}
        self.ledger.check("a latecomer moves nobody", late.shown["me"]["table"], before == after)

    async def _write_on_phones(self, count: int) -> None:
        """So many ideas on the real phones that have a box, in turn."""
        thinkers = [phone for phone in self.phones if await phone.is_thinker()]
        shares = [
            self._take(len(range(index, count, len(thinkers)))) for index in range(len(thinkers))
        ]
        await asyncio.gather(
            *(self._write_on(phone, share) for phone, share in zip(thinkers, shares, strict=True))
        )

    async def _write_on(self, phone: Phone, ideas: Sequence[str]) -> None:
        for idea in ideas:
            await phone.write(idea)
            self.ledger.ideas.append(idea)

    async def _finish_round(self, number: int) -> None:
        """Review and next step: owners mark ideas and say what they will do."""
        await self.go_on("review", number)
        await self.crowd.look_back()
        for phone in self.phones:
            await phone.mark(2)
        await self.shoot(f"review-{number}")
        await self.go_on("next_step", number)
        await self.crowd.decide(self.steps)
        for phone in self.phones:
            if await phone.is_deciding():
                await phone.decide(next(self.steps))
        await self.shoot(f"next-step-{number}")

    async def vote(self) -> None:
        """Everyone has three dots; for who has no phone the tablet gives one."""
        await self.go_on("vote")
        for phone in self.phones:
            self.ledger.dots += await phone.vote(DOTS)
        await self.crowd.vote(DOTS)
        for person in self.people:
            if not person.has_phone:
                self.ledger.dots += await self.tablet.vote_for(person.name)
        await self.shoot("vote")
        await self.go_on("result")
        await self.shoot("result")

    async def close(self) -> None:
        """The next steps on the projector, the closing, the report."""
        await self.go_on("thanks")
        await self.shoot("closing")
        await self.tablet.open("outcomes")
        await self.tablet.show("next_steps")
        await self.shoot("next-steps", phones=0)
        await self.tablet.open("now")
        await self.tablet.end()
        await self.shoot("closed")
        await self._read_report()

    async def _read_report(self) -> None:
        await self.tablet.read_report()
        folder = self.pictures / f"{self._number()}-report"
        folder.mkdir(parents=True, exist_ok=True)
        await self.tablet.page.screenshot(path=folder / "report.png", full_page=True)
        answer = await self.tablet.context.request.get(f"/verslag/{self.code}/verslag.json")
        report = await answer.json()
        self.ledger.check("people in the report", report["people"], report["people"] == 37)
        self.ledger.compare(report)

    async def go_on(self, phase: str, number: int = 1) -> None:
        """Touch the big button; then every screen must stand there with the same time."""
        await self.tablet.next()
        await self.until_phase(phase, number)
        await self.look(f"{phase}, round {number}")

    async def until_phase(self, phase: str, number: int = 1) -> None:
        """Wait until every phone stands in this phase of this round."""
        here = ("show", 1) if phase == "welcome" else (phase, number)
        for phone in self.crowd.phones:
            await phone.until(
                lambda shown: (shown["stage"]["phase"], shown["stage"]["round"] or 1) == here, 40
            )

    async def look(self, name: str) -> None:
        """Check that all screens stand in the same phase, with the same time."""
        stage = self.crowd.phones[0].shown["stage"]
        title = words_of(stage["phase_title"]) or words_of(stage["titled"]) or stage["title"]
        for screen in (self.tablet, self.projector, *self.phones):
            await expect(screen.page.locator("body")).to_contain_text(title)
        screens = [self.tablet, self.projector, *self.phones]
        ends = await asyncio.gather(*(screen.end_of_phase() for screen in screens))
        heard = [watch.end_of_phase() for watch in self.crowd.watches]
        known = [end for end in (*ends, *heard) if end is not None]
        check = spread(f"same phase and time: {name}", known, len(ends) + len(heard))
        self.ledger.checks.append(check)

    async def shoot(self, name: str, phones: int = PHONES) -> None:
        """A picture of every screen."""
        folder = self.pictures / f"{self._number()}-{name}"
        for screen in (self.tablet, self.projector, *self.phones[:phones]):
            await screen.shoot(folder)

    def _number(self) -> str:
        self.scene += 1
        seconds = round(time.monotonic() - self.began)
        print(f"  scene {self.scene:02} at {seconds} s", flush=True)
        return f"{self.scene:02}"

    def _take(self, count: int) -> list[str]:
        return list(itertools.islice(self.ideas, count))
