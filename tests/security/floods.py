"""What a flood is made of: an attacker's bare sockets, and a room in which others go on."""

import asyncio
import json
import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

from tests.clients.browser import Site
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.screen import NAMESPACE, ROOT_STATE, state_name
from tests.clients.websocket import CLOSE, TEXT, Refused, WebSocket, frame
from tests.security.attacks import keep
from tests.setup.program import Program

PEOPLE = 4
CLOSED_TAB_SECONDS = 1.0
TIMEOUT_SECONDS = 20
# Engine.io keeps a little of a socket that is gone until its next heartbeat.
HEARTBEAT_SECONDS = 11
MAX_LOG = 1_000_000
MAX_MEGABYTES = 100
# Only where `make test-attacks` measures is anything held to a clock.
IS_MEASURED = bool(os.environ.get("ATTACK_REPORT"))
GOAL_P95_SECONDS = 0.5
GOAL_CUT_SECONDS = 2.0
PHONE_STATE = state_name("room.phone.state", "phone_state")
HEAD = (
    "| flood | sent or tried | cut or refused | others' answers p95 "
    "| memory before / peak / after, MB | log, bytes |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: |"
)
_numbers = count(1)


@dataclass
class Cost:
    """What a flood cost: memory in MB, the log in bytes, what others waited in seconds."""

    before: int
    peak: int = 0
    after: int = 0
    log: int = 0
    waits: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """What nineteen of twenty answers took at most, in seconds."""
        return quantiles(self.waits, n=20)[-1]


class Figures:
    """What floods cost, as a table."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}

    def note(self, flood: str, tried: str, cut: str, cost: Cost) -> None:
        """One line."""
        memory = f"{cost.before} / {cost.peak} / {cost.after}"
        self.rows[f"| {flood} |"] = (
            f"| {flood} | {tried} | {cut} | {cost.p95 * 1000:.0f} ms | {memory} | {cost.log:,} |"
        )

    def write(self) -> None:
        """Write it down, dated, with how busy the machine was."""
        keep("floods", "Floods", HEAD, self.rows)


class Room:
    """A program behind a proxy, with an evening in it and a phone that goes on writing.

    Every Room has an attacker at an address of its own, and a word that the log must never hold.
    """

    def __init__(self, program: Program, evening: Evening) -> None:
        self.program, self.evening = program, evening
        self.word = f"kruidnagel{uuid.uuid4().hex}"
        self.attacker = self.another_address()

    def another_address(self) -> Site:
        """The same program, visited from an address that nobody used before."""
        number = next(_numbers)
        return self.evening.site.from_address(f"203.0.{number // 250}.{number % 250 + 1}")

    async def be_there(self) -> None:
        """Open what closed while nobody played."""
        await asyncio.sleep(0.05)
        for screen in self.evening.screens:
            if not screen.is_open:
                await screen.open()

    @asynccontextmanager
    async def flood(self) -> AsyncIterator[Cost]:
        """While this lasts others go on writing; what it cost is known at its end."""
        cost, is_over = Cost(self._megabytes), asyncio.Event()
        logged = self._log.stat().st_size
        others = asyncio.create_task(self._answers(is_over))
        peak = asyncio.create_task(self._peak(is_over))
        try:
            yield cost
        finally:
            is_over.set()
            cost.waits, cost.peak = await others, await peak
            cost.after = self._megabytes
            cost.log = self._log.stat().st_size - logged

    async def forget(self, cost: Cost, seconds: float = CLOSED_TAB_SECONDS) -> None:
        """Where it is measured, wait until nothing is kept of tabs that closed so long ago."""
        if IS_MEASURED:
            await asyncio.sleep(seconds + HEARTBEAT_SECONDS)
            cost.after = self._megabytes

    def check(self, cost: Cost) -> None:
        """Others were served, memory is bounded, the log is small and has nobody's words."""
        assert self.word not in self._log.read_text("utf-8")
        assert cost.log < MAX_LOG
        assert cost.peak - cost.before < MAX_MEGABYTES
        assert not IS_MEASURED or cost.p95 < GOAL_P95_SECONDS

    def event(self) -> dict[str, Any]:
        """An event that would be taken, with the attacker's word in it."""
        return {
            "name": f"{PHONE_STATE}.act",
            "payload": {"name": self.word},
            "router_data": {"pathname": "/"},
        }

    async def _answers(self, is_over: asyncio.Event, at_least: int = 10) -> list[float]:
        """How long somebody else waits for an answer, tap after tap, in seconds."""
        writer, taken = self.evening.at_table(1)[0], list[float]()
        while not is_over.is_set() or len(taken) < at_least:
            begun = perf_counter()
            # Refused is answered too, and leaves nothing behind.
            about = str(uuid.uuid4())
            writer.act("take_back_idea", id=about)
            await writer.refused(about)
            taken.append(perf_counter() - begun)
            await asyncio.sleep(0.05)
        return taken

    async def _peak(self, is_over: asyncio.Event) -> int:
        most = self._megabytes
        while not is_over.is_set():
            await asyncio.sleep(0.05)
            most = max(most, self._megabytes)
        return most

    @property
    def _log(self) -> Path:
        return self.program.log

    @property
    def _megabytes(self) -> int:
        status = Path(f"/proc/{self.program.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024


async def room_of(program: Program, site: Site) -> Room:
    """The room, in its ideas phase."""
    anna = await begin(site, await begin_token(program.log))
    evening = await new_evening(anna, {"rounds": "1"})
    await evening.fill(PEOPLE)
    await evening.seat(1)
    await evening.bring_challenges(1)
    await evening.go_to("carousel", "ideas")
    await evening.facilitator.steer("pause")
    return Room(program, evening)


class Deaf(WebSocket):
    """A socket that goes on when the server says goodbye."""

    def _take(self, kind: int, payload: bytes, at: int) -> None:
        if kind != CLOSE:
            super()._take(kind, payload, at)


class Line:
    """A bare socket of the attacker's, that says nothing by itself."""

    def __init__(self, site: Site, path: str = "/") -> None:
        self._site, self._path = site, path
        self.socket = site.noted(Deaf(lambda _frame, _at: None))

    async def open(self) -> None:
        """Connect, and say hello as Reflex wants it; raises Refused."""
        url = f"{self._site.socket_url}?token={uuid.uuid4()}&EIO=4&transport=websocket"
        headers = {"Origin": self._site.url, "X-Forwarded-For": self._site.address}
        await self.socket.open(url, headers)
        hello = {"event": self.event(f"{ROOT_STATE}.hydrate")}
        self.socket.send(f"40{NAMESPACE},{json.dumps(hello)}")

    async def opens(self) -> bool:
        """Whether the server lets it in."""
        try:
            await self.open()
        except Refused:
            return False
        return True

    def event(self, name: str) -> dict[str, Any]:
        """An event without a payload, from the page of this tab."""
        return {"name": name, "payload": {}, "router_data": {"pathname": self._path}}

    def say(self, event: Any) -> None:
        """Send an event, whatever it is."""
        self.pour(event_frame(json.dumps(event)))

    def pour(self, raw: bytes, kind: int = TEXT) -> None:
        """Send a frame, whatever is in it."""
        self.socket.write(frame(raw, kind))

    async def cut_after(self) -> float:
        """How long it took until the server hung up, in seconds. Raises TimeoutError."""
        begun = perf_counter()
        async with asyncio.timeout(TIMEOUT_SECONDS):
            while not self.socket.closed.is_set():
                # Who does not read learns that nobody is there by saying something.
                self.socket.send("3")
                await asyncio.sleep(0.05)
        seconds = perf_counter() - begun
        assert not IS_MEASURED or seconds < GOAL_CUT_SECONDS + 0.2
        return seconds


def event_frame(text: str) -> bytes:
    """An event as socket.io writes it, of a text that should have been JSON."""
    return f'42{NAMESPACE},["event",{text}]'.encode("utf-8", "surrogatepass")
