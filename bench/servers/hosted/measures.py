"""What is measured of several processes: what each part costs, how soon a dead one is missed."""

import asyncio
from time import perf_counter

from bench.cases import Case
from bench.figures import Figures, percentile
from bench.house import House
from bench.load import pour
from bench.servers.hosted.house import HostedHouse
from bench.servers.hosted.messages import heard

BEFORE_PER_SECOND = 5
REST_SECONDS = 1.0


async def parts(house: House, case: Case) -> Figures:
    """Ideas pour in; processor time of programs, PostgreSQL and Redis apart, in ms per idea."""
    hosted = _hosted(house)
    empty = hosted.memory()
    rooms = await hosted.gather()
    full = hosted.memory()
    await pour(hosted.pid, rooms, case.notes_before, BEFORE_PER_SECOND)
    await asyncio.sleep(REST_SECONDS)
    before, began = hosted.spent(), perf_counter()
    figures = await pour(hosted.pid, rooms, case.ideas, case.per_second)
    seconds, after = perf_counter() - began, hosted.spent()
    per_part = {name: after[name] - before[name] for name in before}
    cores = sum(per_part.values()) / seconds
    return figures | {
        **{f"{name}_per_idea": spent * 1000 / figures["ideas"] for name, spent in per_part.items()},
        "cpu_per_idea": sum(per_part.values()) * 1000 / figures["ideas"],
        "cpu_per_1000": sum(per_part.values()) * 1e6 / figures["due"],
        # `pour` took all but the first process for somebody else.
        "others": max(figures["others"] - (cores - figures["server"]), 0),
        "server": cores,
        "memory": (full - empty) / case.clients,
        "memory_base": empty / case.processes,
    }


async def killed(house: House, case: Case) -> Figures:
    """One process dies; seconds until its screens have their view again."""
    hosted = _hosted(house)
    await hosted.gather()
    away = await hosted.lose_a_process()
    return {
        "screens": len(away),
        "back_p50": percentile(away, 0.5),
        "back_last": max(away, default=float("nan")),
    }


async def messages(house: House, case: Case) -> Figures:
    """Microseconds of processor time that a message between processes costs who hears it."""
    return await heard(_hosted(house).hosting.redis)


def _hosted(house: House) -> HostedHouse:
    if not isinstance(house, HostedHouse):
        raise TypeError("this is measured of several processes")
    return house
