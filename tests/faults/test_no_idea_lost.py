"""Everything that was answered with 'bewaard' is there, once, in the order of its author."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from random import Random

import pytest

from tests.faults.conftest import House
from tests.faults.rooms import in_ideas, orders, stored_ideas
from tests.faults.steady import Writer, staying, until_all_there
from tests.faults.tally import Tally

pytestmark = [pytest.mark.served, pytest.mark.services]


@dataclass(frozen=True)
class Storm:
    """How many write how much, and how often it goes wrong meanwhile."""

    writers: int
    tables: int
    ideas_each: int
    kills: int


SHORT = Storm(writers=10, tables=2, ideas_each=8, kills=1)
LONG = Storm(writers=60, tables=6, ideas_each=50, kills=10)


@pytest.mark.parametrize(
    "storm",
    [pytest.param(SHORT, id="short"), pytest.param(LONG, id="long", marks=pytest.mark.long)],
)
async def test_no_idea_is_lost_doubled_or_out_of_order_however_often_we_are_killed(
    house: House, storm: Storm, rng: Random, tally: Tally, request: pytest.FixtureRequest
):
    evening = await in_ideas(await house.facilitator(), storm.writers + storm.tables, storm.tables)
    writers = [
        Writer(phone, house.sites, Random(rng.random()))
        for phone in evening.phones
        if phone.shown["me"]["role"] == "thinker"
    ]
    assert len(writers) == storm.writers
    async with staying(writers):
        everything = asyncio.gather(
            *(_write(writer, number, storm) for number, writer in enumerate(writers))
        )
        cuts = asyncio.create_task(_cut_sockets(writers, rng))
        back = await _kill_and_start(house, writers, storm, rng)
        await everything
        cuts.cancel()
    ideas = stored_ideas(house.database_url)
    answered = [idea_id for writer in writers for idea_id in writer.stored]
    times = Counter(idea.id for idea in ideas)
    lost = sum(times[idea_id] == 0 for idea_id in answered)
    kind = "SQLite" if len(house.servers) == 1 else "PostgreSQL, two processes"
    tally.note(
        f"1 no idea lost: {kind}, {storm.kills} kills",
        tries=len(answered),
        lost=lost,
        seconds=back,
        more=f"{len(ideas) - len(set(answered))} stored twice or by nobody",
    )
    assert lost == 0
    assert max(times.values()) == 1
    assert {idea.text for idea in ideas} == _texts(storm)
    assert sorted(orders(ideas)) == sorted(writer.stored for writer in writers)
    await evening.close()


def _texts(storm: Storm) -> set[str]:
    return {f"{name} {n}" for name in range(storm.writers) for n in range(storm.ideas_each)}


async def _write(writer: Writer, name: int, storm: Storm) -> None:
    for number in range(storm.ideas_each):
        await writer.write(f"{name} {number}")


async def _cut_sockets(writers: list[Writer], rng: Random) -> None:
    while True:
        await asyncio.sleep(rng.uniform(0.1, 0.6))
        rng.choice(writers).screen.lose_network()


async def _kill_and_start(
    house: House, writers: list[Writer], storm: Storm, rng: Random
) -> list[float]:
    """Kill one of the programs at random points of the work; seconds until all phones are back."""
    work = storm.writers * storm.ideas_each
    back = []
    for point in sorted(rng.sample(range(work // 20, work - work // 10), storm.kills)):
        while sum(len(writer.stored) for writer in writers) < point:
            await asyncio.sleep(0.01)
        number = rng.randrange(len(house.servers))
        await house.kill(number)
        killed = time.monotonic()
        await asyncio.sleep(0)
        await asyncio.gather(house.start(number), until_all_there(writers))
        back.append(time.monotonic() - killed)
    return back
