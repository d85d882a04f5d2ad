"""Redis or PostgreSQL goes away under a room that three processes show, and comes back."""

import json
import signal

import pytest

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import Browser, Site
from tests.clients.evening import Evening
from tests.clients.facilitator import CommandRefused
from tests.clients.phone import wall
from tests.deploy.conftest import an_evening, spread, thinkers
from tests.setup.hosting import Hosting

pytestmark = [pytest.mark.served, pytest.mark.services]


async def health(hosting: Hosting, site: Site) -> list[dict[str, str]]:
    """What the health page of each process says."""
    sites = [Site(program.url, site.http) for program in hosting.programs]
    return [json.loads(await Browser(there).look("/gezond")) for there in sites]


async def a_spread_room(hosting: Hosting, site: Site) -> Evening:
    evening = await an_evening(hosting, site)
    await evening.go_to_ideas(9, 2)
    await spread(hosting, evening.screens)
    return evening


async def everyone_sees(evening: Evening, said: list[str]) -> None:
    for screen in evening.screens:
        await screen.until(lambda shown: wall(shown) == said)


async def everyone_stands_in(evening: Evening, phase: str) -> None:
    for screen in evening.screens:
        await screen.until(lambda shown: shown["stage"]["phase"] == phase)


async def test_without_redis_everything_goes_on_and_others_follow_by_looking(
    hosting: Hosting, site: Site
):
    evening = await a_spread_room(hosting, site)
    first, second = thinkers(evening)[:2]
    hosting.redis.stop(signal.SIGKILL)
    try:
        await first.write("Zonder Redis")
        await everyone_sees(evening, ["Zonder Redis"])
        assert {found["redis"] for found in await health(hosting, site)} == {"down"}
        assert {found["status"] for found in await health(hosting, site)} == {"degraded"}
        await evening.facilitator.steer("next")
        await everyone_stands_in(evening, "review")
    finally:
        hosting.redis.start()
    await evening.facilitator.steer("back")
    await everyone_stands_in(evening, "ideas")
    await second.write("Met Redis")
    await everyone_sees(evening, ["Zonder Redis", "Met Redis"])
    assert {found["status"] for found in await health(hosting, site)} == {"ok"}
    await evening.close()


async def test_without_postgresql_people_are_told_so_and_it_goes_on_when_it_is_back(
    hosting: Hosting, site: Site
):
    evening = await a_spread_room(hosting, site)
    phone, sleeper = thinkers(evening)[:2]
    await sleeper.close()
    hosting.postgresql.stop(signal.SIGQUIT)
    try:
        idea = phone.offer_idea("In de storm")
        assert await phone.refused(idea) == text("error.not_stored_yet")
        assert phone.shown["refusal"]["stays"]
        assert idea not in phone.shown["stored"]
        assert phone.shown["stage"]["phase"] == "ideas"
        with pytest.raises(CommandRefused, match=text("error.not_stored")):
            await evening.facilitator.steer("next")
        assert {found["status"] for found in await health(hosting, site)} == {"down"}
        await sleeper.connect()
    finally:
        hosting.postgresql.start()
    await sleeper.until(sleeper.is_ready)
    phone.offer_idea("In de storm", idea)
    await phone.until_stored(idea)
    assert phone.shown["refusal"]["sentence"]["key"] == ""
    await everyone_sees(evening, ["In de storm"])
    await evening.facilitator.steer("next")
    await everyone_stands_in(evening, "review")
    assert {found["status"] for found in await health(hosting, site)} == {"ok"}
    await evening.close()
