"""What is done with a server in each kind of case, and the figures that come of it."""

import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter

from bench.cases import Case, Measure
from bench.figures import Figures, percentile
from bench.house import House
from bench.load import pour
from bench.meter import Meter, memory_kilobytes
from bench.servers.hosted.measures import killed, messages, parts

BEFORE_PER_SECOND = 5
FILL_PER_SECOND = 20
# A multiple of what any tier of a wall holds, so that the average has its due of each.
IDEAS_A_WALL = 64
PRESSES = 20
REST_SECONDS = 1.0


async def _ideas(house: House, case: Case) -> Figures:
    """Ideas pour in, on a wall with some notes."""
    before = memory_kilobytes(house.pid)
    rooms = await house.gather()
    per_client = (memory_kilobytes(house.pid) - before) / case.clients
    await pour(house.pid, rooms, case.notes_before, BEFORE_PER_SECOND)
    await asyncio.sleep(REST_SECONDS)
    figures = await pour(house.pid, rooms, case.ideas, case.per_second)
    after = (memory_kilobytes(house.pid) - before) / case.clients
    return figures | {"memory": per_client, "memory_after": after, "memory_base": before}


async def _joining(house: House, case: Case) -> Figures:
    """Everybody joins at once a server that just started; seconds until all see the wall."""
    await house.prepare()
    before = memory_kilobytes(house.pid)
    began = perf_counter()
    async with Meter(house.pid) as meter:
        await house.rush()
    seconds = perf_counter() - began
    return {
        "join_seconds": seconds,
        "cpu_per_join": meter.server * 1000 / case.clients,
        "memory": (memory_kilobytes(house.pid) - before) / case.clients,
        "server": meter.server / seconds,
        "client": meter.client / seconds,
        "others": meter.others / meter.seconds,
        "lag_p99": percentile(meter.lags, 0.99),
    }


async def _walls(house: House, case: Case) -> Figures:
    """The bytes of a delivery as the wall grows."""
    rooms = await house.gather()
    figures: Figures = {}
    hanging = 0
    for wall in case.walls:
        await pour(house.pid, rooms, wall - hanging, FILL_PER_SECOND)
        heard = await pour(house.pid, rooms, IDEAS_A_WALL, case.per_second)
        figures[f"bytes_{wall}"] = heard["bytes"]
        hanging = wall + IDEAS_A_WALL
    return figures


async def _phases(house: House, case: Case) -> Figures:
    """The facilitator presses *next* again and again."""
    await house.gather()
    slowest = []
    async with Meter(house.pid) as meter:
        for _ in range(PRESSES):
            slowest.append(max(await house.press_next()))
            await asyncio.sleep(REST_SECONDS / 4)
    return {
        "next_p50": percentile(slowest, 0.5),
        "next_p95": percentile(slowest, 0.95),
        "cpu_per_press": meter.server * 1000 / PRESSES,
        "lag_p99": percentile(meter.lags, 0.99),
    }


MEASURES: dict[Measure, Callable[[House, Case], Awaitable[Figures]]] = {
    "ideas": _ideas,
    "joining": _joining,
    "walls": _walls,
    "phases": _phases,
    "parts": parts,
    "killed": killed,
    "messages": messages,
}
