"""Floods on a running program: others are served, the offender is cut, the log says no words."""

import asyncio
import json
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from plekberaad_app.states.forgetting import GRACE_SECONDS
from tests.clients.browser import Browser, Site, visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.phone import Phone
from tests.clients.screen import NAMESPACE, ROOT_STATE
from tests.clients.websocket import Refused, WebSocket
from tests.security.attacks import keep
from tests.setup.program import Program, running

pytestmark = pytest.mark.served

WORD = "kruidnagelthee"
PEOPLE = 4
HERE, THERE = "198.51.100.1", "203.0.113.9"
CUT_SECONDS = 2.0
MOST_LOG = 1_000_000
PHONE_STATE = f"{ROOT_STATE}.plekberaad_app___states___phone____phone_state"
# So many a socket may say before it is one that floods.
PER_SOCKET = 100
HEAD = (
    "| flood | sent or tried | cut or refused | others' answers p95 | memory before → after |\n"
    "| --- | ---: | ---: | ---: | ---: |"
)


class Figures:
    """What floods cost, as a table."""

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}

    def note(self, flood: str, tried: int, cut: str, taken: list[float], memory: str) -> None:
        """One line; `taken` are the answers others waited for, in seconds."""
        p95 = quantiles(taken, n=20)[-1] * 1000 if len(taken) > 1 else 0
        self.rows[f"| {flood} |"] = f"| {flood} | {tried:,} | {cut} | {p95:.0f} ms | {memory} |"

    def write(self) -> None:
        """Write it down, dated."""
        keep("floods", "Floods", HEAD, self.rows)


class Room:
    """A program behind a proxy, with an evening in it and a phone that goes on writing."""

    def __init__(self, program: Program, evening: Evening, attacked: Site) -> None:
        self.program, self.evening, self.attacked = program, evening, attacked
        self._writer = evening.at_table(1)[0]

    async def answers(self, seconds: float, at_least: int = 6) -> list[float]:
        """How long somebody else waits for an answer, tap after tap."""
        taken: list[float] = []
        ends = perf_counter() + seconds
        while perf_counter() < ends or len(taken) < at_least:
            begun = perf_counter()
            # Refused is answered too, and leaves nothing behind.
            about = str(uuid.uuid4())
            self._writer.act("take_back_idea", id=about)
            await self._writer.refused(about)
            taken.append(perf_counter() - begun)
            await asyncio.sleep(0.05)
        return taken

    @property
    def megabytes(self) -> int:
        """The memory of the program."""
        status = Path(f"/proc/{self.program.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024

    def check_log(self) -> None:
        """Small, and nobody's words in it."""
        log = self.program.log.read_text("utf-8")
        assert len(log) < MOST_LOG
        assert WORD not in log


@pytest.fixture(scope="module")
def figures() -> Iterator[Figures]:
    """What `make test-attacks` keeps."""
    noted = Figures()
    yield noted
    if os.environ.get("ATTACK_REPORT"):
        noted.write()


@pytest.fixture
async def room(built: None, tmp_path: Path) -> AsyncIterator[Room]:
    """The room is at one address, who attacks at another; a proxy says which."""
    with running(tmp_path, trusted_proxy_hops="1") as program:
        async with visiting(program.url, HERE) as site, visiting(program.url, THERE) as attacked:
            anna = await begin(site, await begin_token(program.log))
            evening = await new_evening(anna, {"rounds": "1"})
            await evening.fill(PEOPLE)
            await evening.seat(1)
            await evening.bring_challenges(1)
            await evening.go_to("carousel", "ideas")
            yield Room(program, evening, attacked)
            await evening.close()


class Line:
    """A bare socket of the attacker's, that says nothing by itself."""

    def __init__(self, site: Site, token: str = "") -> None:
        self._site = site
        self._token = token or str(uuid.uuid4())
        self.socket = WebSocket(lambda _frame, _at: None)

    async def open(self) -> None:
        """Connect, and say hello as Reflex wants it; raises Refused."""
        url = f"{self._site.socket_url}?token={self._token}&EIO=4&transport=websocket"
        headers = {"Origin": self._site.url, "X-Forwarded-For": self._site.address}
        await self.socket.open(url, headers)
        hydrate = {"name": f"{ROOT_STATE}.hydrate", "payload": {}, "router_data": {}}
        self.socket.send(f"40{NAMESPACE},{json.dumps({'event': hydrate})}")

    def say(self, event: Any) -> None:
        """Send an event, whatever it is."""
        self.socket.send(f"42{NAMESPACE},{json.dumps(['event', event])}")

    async def cut_after(self, patience: float) -> float:
        """How long it took until the server hung up. Raises TimeoutError."""
        begun = perf_counter()
        async with asyncio.timeout(patience):
            await self.socket.closed.wait()
        return perf_counter() - begun


def some_event() -> dict[str, Any]:
    """An event that would be taken."""
    return {
        "name": f"{PHONE_STATE}.act",
        "payload": {"name": WORD},
        "router_data": {"pathname": "/"},
    }


async def pour(line: Line, events: int, per_second: int) -> int:
    """Send that many at that pace, until the server hangs up; how many went out."""
    batch = max(1, per_second // 100)
    for sent in range(0, events, batch):
        if line.socket.closed.is_set():
            return sent
        for _ in range(batch):
            line.say(some_event())
        await asyncio.sleep(0.01)
    return events


async def cut_when_flooding(room: Room, events: int) -> tuple[int, float, list[float]]:
    """Events sent, seconds until the cut, and what others waited meanwhile."""
    line = Line(room.attacked)
    await line.open()
    others = asyncio.create_task(room.answers(CUT_SECONDS))
    begun = perf_counter()
    sent = await pour(line, events, 8_000)
    await line.cut_after(CUT_SECONDS + 8)
    return sent, perf_counter() - begun, await others


async def test_a_socket_that_floods_is_cut_and_others_are_answered(room: Room, figures: Figures):
    before = room.megabytes
    sent, seconds, taken = await cut_when_flooding(room, 8_000)
    assert sent < 8_000
    figures.note(
        "8,000 events/s from one socket",
        sent,
        f"after {seconds:.1f} s",
        taken,
        _memory(room, before),
    )
    room.check_log()


async def test_one_address_opens_no_more_than_a_library_needs(room: Room, figures: Figures):
    before, lines = room.megabytes, [Line(room.attacked) for _ in range(500)]
    others = asyncio.create_task(room.answers(2))
    came_in = [line for line in lines if await _opens(line)]
    assert 150 <= len(came_in) < 500
    newcomer = Phone(Browser(room.evening.site), room.evening.code)
    await newcomer.check_in("Nog iemand")
    await newcomer.close()
    for line in came_in:
        line.socket.abort()
    refused = f"{500 - len(came_in)} refused"
    figures.note("500 sockets, one address", 500, refused, await others, _memory(room, before))
    room.check_log()


async def test_too_long_a_message_ends_its_socket_alone(room: Room, figures: Figures):
    before = room.megabytes
    for size in (70_000, 2_000_000):
        line = Line(room.attacked)
        await line.open()
        line.say({**some_event(), "payload": {"text": WORD * (size // len(WORD))}})
        await line.cut_after(CUT_SECONDS + 8)
    taken = await room.answers(1)
    figures.note("messages over 64 KB", 2, "2 cut", taken, _memory(room, before))
    room.check_log()


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=True)
    | st.integers(min_value=-(10**40), max_value=10**40)
    | st.text(alphabet=st.characters(categories=None), max_size=20)
    | st.just(WORD)
    | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
HANDLERS = st.sampled_from(["act", "enter", "leave", "offer_challenge", "steer", "setvar", WORD])
EVENTS = JUNK | st.fixed_dictionaries(
    {"name": HANDLERS.map(lambda handler: f"{PHONE_STATE}.{handler}") | JUNK},
    optional={"payload": JUNK, "router_data": JUNK, "tap": JUNK, "token": JUNK},
)


def junk(events: int) -> list[Any]:
    """So many malformed events, the same in every run."""
    made: list[Any] = []

    @seed(2026)
    @settings(
        max_examples=events,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(EVENTS)
    def make(event: Any) -> None:
        made.append(event)

    make()
    return made


async def send_junk(room: Room, events: list[Any]) -> int:
    """Over as many sockets as that takes without a flood; how many of them the server ended."""
    ended = 0
    for start in range(0, len(events), PER_SOCKET):
        line = Line(room.attacked)
        await line.open()
        for event in events[start : start + PER_SOCKET]:
            line.say(event)
        await asyncio.sleep(0.3)
        ended += line.socket.closed.is_set()
        line.socket.abort()
    return ended


async def test_malformed_events_harm_nobody_and_are_logged_without_words(
    room: Room, figures: Figures
):
    await suffer_junk(room, figures, 500)


@pytest.mark.long
async def test_ten_thousand_malformed_events_harm_nobody(room: Room, figures: Figures):
    await suffer_junk(room, figures, 10_000)


@pytest.mark.long
async def test_three_hundred_tabs_a_second_are_slowed_and_forgotten(room: Room, figures: Figures):
    before = room.megabytes
    others = asyncio.create_task(room.answers(10))
    tried, refused = await open_without_end(room)
    taken, first = await others, room.megabytes
    assert refused > tried / 2
    await asyncio.sleep(GRACE_SECONDS + 10)
    # What the first wave took is there for the second.
    await open_without_end(room)
    second = room.megabytes
    memory = f"{before} → {first}, after a second wave {second} MB"
    figures.note("300 made-up tabs/s for ten seconds", tried, f"{refused:,} refused", taken, memory)
    assert second < first + (first - before) / 2
    room.check_log()


async def open_without_end(room: Room) -> tuple[int, int]:
    """Three hundred new tabs a second for ten seconds: how many, and how many were refused."""
    tried = refused = 0
    for _ in range(10):
        lines = [Line(room.attacked) for _ in range(300)]
        opened = await asyncio.gather(*map(_opens, lines))
        tried, refused = tried + len(lines), refused + opened.count(False)
        for line in lines:
            line.socket.abort()
        await asyncio.sleep(1)
    return tried, refused


async def suffer_junk(room: Room, figures: Figures, events: int) -> None:
    before, made = room.megabytes, junk(events)
    others = asyncio.create_task(room.answers(2))
    ended = await send_junk(room, made)
    taken = await others
    assert len(made) >= events * 0.9
    figures.note("malformed events", len(made), f"{ended} cut", taken, _memory(room, before))
    room.check_log()
    assert room.program.log.read_text().count("library_message") > 0


async def _opens(line: Line) -> bool:
    try:
        await line.open()
    except Refused:
        return False
    return True


def _memory(room: Room, before: int) -> str:
    return f"{before} → {room.megabytes} MB"
