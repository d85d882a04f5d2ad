"""Two processes that share PostgreSQL and Redis are one house: every screen stands in step."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis

from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.room import admission
from tests.clients.browser import Site, visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.phone import Phone, new_phone, wall
from tests.conftest import missing_service
from tests.settings import overridden
from tests.setup.program import ROOT, Program, running

pytestmark = [pytest.mark.served, pytest.mark.services]

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
SECRET = "s" * 32


@dataclass
class House:
    """Two programs on one database, each with the site it serves."""

    first: Program
    second: Program
    here: Site
    there: Site
    database_url: str


@pytest.fixture
def redis_url() -> str:
    """A Redis that answers."""
    try:
        with redis.Redis.from_url(REDIS, socket_connect_timeout=2) as client:
            client.ping()
    except redis.RedisError:
        missing_service("Redis")
    return REDIS


@pytest.fixture
async def house(
    built: None,
    empty_postgresql: str,
    redis_url: str,
    tmp_path: Path,
) -> AsyncIterator[House]:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    shared = {"database_url": empty_postgresql, "redis_url": redis_url, "secret": SECRET}
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(running(tmp_path / name, None, ROOT, **shared))
            for name in ("first", "second")
        )
        async with visiting(first.url) as here, visiting(second.url) as there:
            yield House(first, second, here, there, empty_postgresql)


async def in_ideas(house: House) -> tuple[Evening, Phone]:
    """A room on the first process in the ideas phase, and one of its thinkers on the second."""
    evening = await new_evening(
        await begin(house.here, await begin_token(house.first.log)), {"rounds": "1"}
    )
    evening.projector.browser.site = house.there
    await evening.projector.open()
    await evening.go_to_ideas(6, 2)
    away = evening.at_table(1)[1]
    away.browser.site = house.there
    await away.open()
    return evening, away


async def test_phones_on_two_processes_stand_in_step(house: House):
    evening, away = await in_ideas(house)
    at_home = evening.at_table(1)[0]
    await at_home.write("Van de ene")
    await away.until(lambda shown: wall(shown) == ["Van de ene"])
    await away.write("Van de andere")
    for screen in (at_home, evening.projector, evening.facilitator):
        await screen.until(lambda shown: wall(shown) == ["Van de ene", "Van de andere"])
    await evening.facilitator.steer("next")
    for screen in evening.screens:
        await screen.until(lambda shown: shown["stage"]["phase"] == "review")
    ends = [
        screen.shown["clock"]["sent"] + screen.shown["clock"]["remaining"]
        for screen in evening.screens
    ]
    assert max(ends) - min(ends) <= 2
    await evening.close()


async def test_who_writes_at_one_process_is_told_at_the_other(house: House):
    evening, away = await in_ideas(house)
    at_home = evening.at_table(1)[0]
    away.tell_writing()
    await at_home.until(lambda shown: shown["writers"] == 1)
    for screen in (evening.projector, evening.facilitator):
        await screen.until(lambda shown: shown["writing_tables"] == [1])
    at_home.tell_writing()
    await away.until(lambda shown: shown["writers"] == 2)
    away.tell_writing(False)
    at_home.tell_writing(False)
    for screen in (evening.projector, evening.facilitator):
        await screen.until(lambda shown: shown["writing_tables"] == [])
    await evening.close()


async def test_when_one_process_is_killed_its_phones_go_on_at_the_other(house: House):
    evening, away = await in_ideas(house)
    at_home = evening.at_table(1)[0]
    me, idea_id = at_home.shown["me"], await at_home.write("Blijft")
    house.first.stop(signal.SIGKILL)
    for screen in evening.screens:
        screen.browser.site = house.there
    await asyncio.gather(*(screen.open() for screen in evening.screens))
    assert at_home.shown["me"] == me
    await at_home.until(lambda shown: idea_id in shown["stored"])
    await away.write("En verder")
    await at_home.until(lambda shown: wall(shown) == ["Blijft", "En verder"])
    await evening.facilitator.steer("next")
    await away.until(lambda shown: shown["stage"]["phase"] == "review")
    await evening.close()


async def test_a_change_whose_message_was_lost_is_found_by_looking(house: House, tmp_path: Path):
    """A third process writes and tells nobody, as when Redis is away at that moment."""
    evening, _ = await in_ideas(house)
    with overridden(data=tmp_path, secret=SECRET, database_url=house.database_url) as used:
        database = open_database(used.database)
        try:
            admission.check_in(evening.code, "Stil", "resident", "never", datetime.now(UTC))
        finally:
            database.dispose()
    await evening.facilitator.until(
        lambda shown: "Stil" in [card["name"] for card in shown["roster"]]
    )
    latecomer = new_phone(house.there, evening.code)
    await latecomer.check_in("Later")
    assert latecomer.shown["me"]["number"] == 8
    await latecomer.close()
    await evening.close()
