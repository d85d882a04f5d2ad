"""A room that writes while something is in trouble: what is told, what is lost, when it is over."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from random import Random

from tests.faults.conftest import House
from tests.faults.probe import probing
from tests.faults.rooms import in_ideas, orders, stored_ideas
from tests.faults.steady import Writer, staying
from tests.faults.tally import Goal, Tally
from tests.faults.troubles import Trouble
from tests.faults.watched import Standstill

WRITERS, TABLES = 20, 2
STANDSTILL_SECONDS = 0.1
BACK_SECONDS = 10


@dataclass
class Suffering:
    """What came of it; `meanwhile` counts ideas stored during the trouble, `told` phones."""

    seconds: float
    stored: int
    meanwhile: int
    told: int
    lost: int
    back_seconds: float
    slowest_seconds: float
    loop: Standstill


async def suffer(house: House, trouble: Trouble, rng: Random, seconds: float = 10) -> Suffering:
    """Let a room write through a trouble; whatever it was, no word of it may be lost."""
    evening = await in_ideas(await house.facilitator(), WRITERS + TABLES, TABLES)
    phones = [phone for phone in evening.phones if phone.shown["me"]["role"] == "thinker"]
    writers = [Writer(phone, house.sites, Random(rng.random())) for phone in phones]
    is_over = asyncio.Event()
    async with staying(writers):
        writing = asyncio.gather(*(_keep_writing(each, rng, is_over) for each in writers))
        await _until_each_stored_more(writers)
        with probing(house.servers[-1].url) as probe:
            with trouble(house):
                before = _count(writers)
                await asyncio.sleep(seconds)
                told, meanwhile = _told(writers), _count(writers) - before
            healed = time.monotonic()
            await _until_each_stored_more(writers)
            back = time.monotonic() - healed
        is_over.set()
        await writing
    await evening.close()
    lost, loop = _lost(house, writers), await house.servers[-1].standstill()
    return Suffering(seconds, _count(writers), meanwhile, told, lost, back, probe.slowest, loop)


def note_and_judge(tally: Tally, name: str, found: Suffering) -> None:
    """Write down what came of it; nothing may be lost, and nothing waited on the event loop."""
    loop = found.loop
    tally.note(
        f"{name}, {found.seconds:.0f} s",
        tries=found.stored,
        lost=found.lost,
        seconds=[found.back_seconds],
        goals=[
            Goal("back", found.back_seconds, BACK_SECONDS),
            Goal("loop", 1000 * loop.own, 1000 * STANDSTILL_SECONDS, "ms"),
        ],
        more=f"{found.meanwhile} stored meanwhile, {found.told} of {WRITERS} told; {loop.told()},"
        f" slowest trivial answer {1000 * found.slowest_seconds:.0f} ms",
    )
    assert found.lost == 0
    assert loop.waits == []
    assert loop.own < STANDSTILL_SECONDS


async def _keep_writing(writer: Writer, rng: Random, is_over: asyncio.Event) -> None:
    while not is_over.is_set():
        await asyncio.sleep(rng.uniform(0.5, 1.5))
        await writer.write(f"Idee {len(writer.stored)}")


async def _until_each_stored_more(writers: list[Writer]) -> None:
    before = [len(writer.stored) for writer in writers]
    while any(len(each.stored) == count for each, count in zip(writers, before, strict=True)):
        await asyncio.sleep(0.02)


def _count(writers: list[Writer]) -> int:
    return sum(len(writer.stored) for writer in writers)


def _told(writers: list[Writer]) -> int:
    """How many phones say that it is not stored yet."""
    shown = (each.phone.shown.get("refusal", {}).get("sentence") for each in writers)
    return sum(bool(said) and said["key"] == "error.not_stored_yet" for said in shown)


def _lost(house: House, writers: list[Writer]) -> int:
    """Ideas that are not there once, or not in the order of their author."""
    ideas = stored_ideas(house.database_url)
    times = Counter(idea.id for idea in ideas)
    lost = sum(times[idea_id] != 1 for writer in writers for idea_id in writer.stored)
    in_order = sorted(orders(ideas)) == sorted(writer.stored for writer in writers)
    return lost if in_order else max(lost, 1)
