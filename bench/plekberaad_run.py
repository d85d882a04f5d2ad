"""The load on Plekberaad itself, in production mode: one room, everybody sees the whole wall."""

import asyncio
import re
from pathlib import Path
from time import perf_counter_ns

from bench.load import Sender, Tally, pour
from bench.receipts import Receipts
from bench.rounds import BURST, IDEAS_A_ROUND, IDEAS_A_SECOND, NOTES_BEFORE, ROUNDS, Plan, Result
from tests.clients.browser import visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.screen import Screen
from tests.setup.program import running

PEOPLE_A_TABLE = 6
REVIEW = re.compile(rb'"phase":\s*"review"')
PATIENCE_SECONDS = 10


async def run_plekberaad(plan: Plan, folder: Path) -> Result:
    """One repetition, with a program and a database of its own."""
    with running(folder) as program:
        async with visiting(program.url) as site:
            browser = await begin(site, await begin_token(program.log))
            carousel = {"rounds": str(min(plan.rounds + 1, ROUNDS)), "is_wall_shared": "on"}
            evening = await new_evening(browser, carousel)
            await evening.fill(plan.people)
            await evening.seat(max(plan.people // PEOPLE_A_TABLE, 2))
            await evening.bring_challenges(per_table=min(plan.rounds + 1, ROUNDS))
            result = await _play(plan, program.process.pid, evening)
            await evening.close()
    return result


async def _play(plan: Plan, pid: int, evening: Evening) -> Result:
    steady, burst, next_ms = Tally(), Tally(), []
    for number in range(1, plan.rounds + 2):
        await evening.go_to("carousel", "ideas", number)
        sockets, senders = _sockets(evening), _senders(evening)
        await pour(Tally(), pid, sockets, senders, NOTES_BEFORE, NOTES_BEFORE)
        await asyncio.sleep(1)
        if number <= plan.rounds:
            await pour(steady, pid, sockets, senders, IDEAS_A_ROUND, IDEAS_A_SECOND)
        else:
            await pour(burst, pid, sockets, senders, BURST, BURST)
        next_ms.append(await _press_next(evening, sockets))
    return Result(steady.figures(), burst.figures(), tuple(next_ms))


def _sockets(evening: Evening) -> list[Screen]:
    return [*evening.phones, evening.projector]


def _senders(evening: Evening) -> list[Sender]:
    """The thinkers of this round; owners listen."""
    return [
        Sender(index, phone.offer_idea)
        for index, phone in enumerate(evening.phones)
        if phone.shown["me"]["role"] == "thinker"
    ]


async def _press_next(evening: Evening, sockets: list[Screen]) -> float:
    """Milliseconds from the tap until every phone and the projector show the next phase."""
    receipts = Receipts(REVIEW)
    for socket in sockets:
        socket.on_frame = receipts.listener()
    tapped = perf_counter_ns()
    await evening.facilitator.steer("next")
    for socket in sockets:
        await socket.until(lambda shown: shown["stage"]["phase"] == "review", PATIENCE_SECONDS)
        socket.on_frame = None
    return max(max(first.values()) - tapped for first in receipts.heard) / 1e6
