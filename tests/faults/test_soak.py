"""An evening of ninety minutes at ten times its speed: nothing grows, and nothing stays behind."""

import asyncio
import re
import time
import urllib.request
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from plekberaad_app.activities.carousel.demo import said
from tests.clients.browser import Browser
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import CommandRefused, Desk, Facilitator
from tests.clients.phone import Phone
from tests.clients.projector import Projector
from tests.clients.screen import Screen
from tests.faults.conftest import House, WatchedServer, open_house
from tests.faults.rooms import stored_ideas
from tests.faults.steady import AWAY, Steady, staying
from tests.faults.suffering import STANDSTILL_SECONDS
from tests.faults.tally import Goal, Tally
from tests.rehearsal.crowd import Watch

pytestmark = [pytest.mark.served, pytest.mark.long]

TIME_SCALE = 0.1
# 10 for the welcome, 4 rounds of 17, 5 for the vote, 5 for the closing: 88 minutes.
CAROUSEL = {"rounds": "4", "ideas": "7"}
PEOPLE, TABLES = 60, 10
WARM_SECONDS = 60
LOOK_SECONDS = 2.0
OFFLINE = 0.01
MAX_GROWTH_MB = 50
GONE_SECONDS = 60
# Longer than a heartbeat of a socket that has gone.
REST_SECONDS = 20
IDEAS = said.ideas()
_COUNT = re.compile(r"^plekberaad_(sockets|screens|rooms|tasks) (\S+)$", re.MULTILINE)


@pytest.fixture
async def fast_house(built: None, tmp_path: Path) -> AsyncIterator[House]:
    """A program that runs an evening ten times as fast."""
    server = WatchedServer(tmp_path, time_scale=TIME_SCALE)
    async for house in open_house([server], f"sqlite:///{tmp_path}/plekberaad.db"):
        yield house


async def test_a_whole_evening_leaves_no_memory_no_task_and_no_socket_behind(
    fast_house: House, rng: Random, tally: Tally
):
    facilitator, began = await fast_house.facilitator(), time.monotonic()
    empty = await _counts_at_rest(fast_house, facilitator)
    evening = await _evening(facilitator)
    screens = [Steady(each, fast_house.sites, Random(rng.random())) for each in _all(evening)]
    memory = [_memory(fast_house)]
    async with staying(screens):
        lives = [asyncio.create_task(_live(each, Random(rng.random()))) for each in evening.phones]
        async for _ in _steered(evening):
            memory.append(_memory(fast_house))
        for life in lives:
            life.cancel()
        await asyncio.gather(*lives, return_exceptions=True)
    ideas, left = len(stored_ideas(fast_house.database_url)), await _left_behind(fast_house, empty)
    loop = await fast_house.servers[0].standstill()
    warm = memory[int(WARM_SECONDS / LOOK_SECONDS)]
    growth = max(memory) - warm
    tally.note(
        f"9 soak: {PEOPLE} phones, 2 tablets, 2 projectors",
        tries=ideas,
        lost=sum(left.values()),
        goals=[
            Goal("growth", growth, MAX_GROWTH_MB, "MB"),
            Goal("loop", 1000 * loop.own, 1000 * STANDSTILL_SECONDS, "ms"),
        ],
        more=f"{time.monotonic() - began:.0f} s, from {warm:.0f} MB; {loop.told()}; tries: ideas;"
        f" left behind: {', '.join(f'{name} {count}' for name, count in left.items())}",
    )
    assert loop.waits == []
    assert ideas > PEOPLE
    assert growth < MAX_GROWTH_MB
    assert not any(left.values())


async def _counts_at_rest(house: House, facilitator: Browser) -> dict[str, int]:
    """What the program has when nobody is there; a little of it begins with the first screen."""
    desk = Desk(facilitator)
    await desk.open()
    await desk.close()
    await asyncio.sleep(REST_SECONDS)
    return _counts(house)


async def _evening(facilitator: Browser) -> Evening:
    """A full room with its tables and four owners at each."""
    evening = await new_evening(facilitator, CAROUSEL)
    await evening.fill(PEOPLE)
    await evening.seat(TABLES)
    await evening.bring_challenges(per_table=4)
    return evening


def _all(evening: Evening) -> list[Screen]:
    """All screens, with a second tablet and a second projector."""
    tablet = Facilitator(evening.facilitator.browser, evening.code)
    return [*evening.screens, tablet, Projector(evening.site, evening.code)]


async def _steered(evening: Evening) -> AsyncIterator[None]:
    """Press 'Volgende' where nothing goes on by itself, until the evening is closed."""
    tablet, watch = evening.facilitator, Watch(evening.facilitator)
    await tablet.steer("next")
    while tablet.shown.get("stage", {}).get("status") != "closed":
        yield
        await asyncio.sleep(LOOK_SECONDS)
        end = watch.end_of_phase()
        if end is not None and time.time() > end + LOOK_SECONDS:
            with suppress(*AWAY, CommandRefused):
                await tablet.steer("next")


async def _live(phone: Phone, rng: Random) -> None:
    """Now and then do what the phase asks of this person, or lose the network."""
    while True:
        await asyncio.sleep(rng.uniform(2, 6))
        with suppress(*AWAY):
            if rng.random() < OFFLINE:
                phone.lose_network()
            else:
                _act(phone, rng)


def _act(phone: Phone, rng: Random) -> None:
    shown = phone.shown
    match shown["stage"]["phase"], shown["me"]["role"]:
        case "ideas", "thinker":
            phone.offer_idea(rng.choice(IDEAS), round=shown["stage"]["round"])
        case "review", "owner" if notes := shown["notes"]:
            phone.act("mark_idea", id=rng.choice(notes)["id"], on=True)
        case "next_step", "owner":
            phone.act("not_yet")
        case "vote", _ if choices := shown["face"].get("choices"):
            phone.act("vote", id=str(uuid.uuid4()), choice=rng.choice(choices)["id"])


async def _left_behind(house: House, empty: dict[str, int]) -> dict[str, int]:
    """What there is more than before anybody came, as soon as it is nothing or after a minute."""
    deadline = time.monotonic() + GONE_SECONDS
    while True:
        left = {name: max(0, count - empty[name]) for name, count in _counts(house).items()}
        if not any(left.values()) or time.monotonic() > deadline:
            return left
        await asyncio.sleep(1)


def _counts(house: House) -> dict[str, int]:
    """Sockets, screens, rooms and tasks of the program, as it counts them itself."""
    with urllib.request.urlopen(f"{house.servers[0].url}/metrics", timeout=20) as answer:
        text = answer.read().decode()
    return {name: int(float(count)) for name, count in _COUNT.findall(text)}


def _memory(house: House) -> float:
    """What the program holds in memory, in MB."""
    status = Path(f"/proc/{house.servers[0].pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024
