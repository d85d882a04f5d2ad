"""The people whose phones are bare sockets; like a real phone they send until it is stored."""

import asyncio
import re
import time
import uuid
from collections.abc import Iterator, Sequence

from plekberaad_app.activities.carousel.demo.said import Resolution
from plekberaad_app.features.rehearsal.cast import Character
from tests.clients.browser import Site
from tests.clients.phone import Phone, new_phone, wall
from tests.clients.screen import Screen
from tests.rehearsal.ledger import Ledger

# As the outbox in the browser: how long it waits for 'bewaard' before it sends again.
TIMEOUT_SECONDS = 4.0
RETRY_SECONDS = 0.3
_CLOCK = re.compile(rb'"clock_rx_state_"')
_AWAY = (OSError, TimeoutError, KeyError)


class Watch:
    """When a screen last heard the clock, so that the end it expects can be told."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._heard_at = 0.0
        screen.on_frame = self._hear

    def end_of_phase(self) -> float | None:
        """When the clock reads zero, in seconds since 1970; None when it does not run."""
        clock = self._screen.shown.get("clock") or {}
        if not clock.get("is_running"):
            return None
        return self._heard_at + clock["remaining"] / 1000

    def _hear(self, frame: bytes, _at: int) -> None:
        if _CLOCK.search(frame):
            self._heard_at = time.time()


class Crowd:
    """Everybody with a socket for a phone, in order of arrival."""

    def __init__(self, site: Site, code: str, ledger: Ledger) -> None:
        self._site, self._code, self._ledger = site, code, ledger
        self.phones: list[Phone] = []
        self.tabs: list[Phone] = []
        self.watches: list[Watch] = []
        self._turns: dict[int, asyncio.Lock] = {}

    async def arrive(self, character: Character) -> Phone:
        """Check in, and bring a challenge."""
        phone = new_phone(self._site, self._code)
        self.watches.append(Watch(phone))
        await phone.check_in(character.name, character.kind, character.habit)
        if character.challenge:
            phone.send("offer_challenge", form={"sentence": character.challenge})
            await phone.until(lambda shown: shown["me"]["challenge"])
        self.phones.append(phone)
        return phone

    async def second_tab(self, phone: Phone) -> Phone:
        """The same person with one more tab open."""
        tab = Phone(phone.browser, self._code)
        self.watches.append(Watch(tab))
        await tab.open()
        self.tabs.append(tab)
        return tab

    async def write(self, phone: Phone, idea: str) -> None:
        """Send until it is stored, whatever happens to the server meanwhile."""
        stage = phone.shown["stage"]
        await self._keep_sending(phone, idea, stage["step_id"], stage["round"])

    async def write_all(self, ideas: Sequence[str], seconds: float) -> None:
        """All these ideas, spread over so many seconds and over everyone who thinks along."""
        phones = list(self.in_role("thinker"))
        stage = dict(phones[0].shown["stage"])
        pause = seconds / len(ideas)

        async def one(index: int, idea: str) -> None:
            await asyncio.sleep(index * pause)
            phone = phones[index % len(phones)]
            await self._keep_sending(phone, idea, stage["step_id"], stage["round"])

        await asyncio.gather(*(one(index, idea) for index, idea in enumerate(ideas)))

    async def come_back(self) -> None:
        """After the server died: every phone connects again."""
        await asyncio.gather(*(self._reconnect(tab) for tab in (*self.phones, *self.tabs)))

    async def look_back(self) -> None:
        """Every owner marks two ideas of the table."""
        for owner in self.in_role("owner"):
            await owner.until(wall)
            for note in owner.shown["notes"][:2]:
                owner.act("mark_idea", id=note["id"], on=True)

    async def decide(self, steps: Iterator[Resolution]) -> None:
        """Every owner records a next step, or says 'not yet'."""
        for index, owner in enumerate(self.in_role("owner")):
            step = next(steps)
            if index:
                owner.act("record_next_step", what=step.what, who=step.who, when=step.when)
            else:
                owner.act("not_yet")
            await owner.until(lambda shown: shown["face"]["next_step"])

    async def vote(self, dots: int) -> None:
        """Everyone gives all their dots, to one choice after the other."""
        for index, phone in enumerate(self.phones):
            choices = phone.shown["face"]["choices"]
            for dot in range(dots):
                choice = choices[(index + dot) % len(choices)]["id"]
                phone.act("vote", id=f"dot-{index}-{dot}-{self._code}", choice=choice)
            await phone.until(lambda shown: shown["personal"].get("left") == 0)
            self._ledger.dots += dots

    def in_role(self, role: str) -> Iterator[Phone]:
        """Who is owner, thinker or waiting in this round."""
        return (phone for phone in self.phones if phone.shown["me"]["role"] == role)

    def seats(self) -> dict[str, int]:
        """Where everyone's home table is."""
        return {phone.browser.cookie_header: phone.shown["me"]["table"] for phone in self.phones}

    async def close(self) -> None:
        """Put all phones away."""
        await asyncio.gather(*(tab.close() for tab in (*self.phones, *self.tabs)))

    async def _keep_sending(self, phone: Phone, idea: str, step: str, number: int) -> None:
        idea_id = str(uuid.uuid4())
        more = {"step_id": step, "round_number": number, "round": number}
        while True:
            await self._reconnect(phone)
            try:
                phone.offer_idea(idea, idea_id, **more)
                await phone.until_stored(idea_id, TIMEOUT_SECONDS)
            except _AWAY:
                await asyncio.sleep(RETRY_SECONDS)
            else:
                return self._ledger.ideas.append(idea)

    async def _reconnect(self, phone: Phone) -> None:
        """One at a time for each phone: opening closes what was open before."""
        async with self._turns.setdefault(id(phone), asyncio.Lock()):
            while not phone.is_open:
                try:
                    await phone.open()
                except _AWAY:
                    await phone.close()
                    await asyncio.sleep(RETRY_SECONDS)
