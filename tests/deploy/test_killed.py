"""A process that dies behind the proxy: its screens go on at another one, and nothing is lost."""

import asyncio
import signal
from random import Random

import pytest

from tests.clients.browser import visiting
from tests.clients.phone import wall
from tests.deploy.conftest import an_evening, screens_at, spread, thinkers
from tests.faults.steady import Steady, staying, until_all_there
from tests.setup.hosting import Hosting

pytestmark = [pytest.mark.served, pytest.mark.services]


async def test_when_a_process_is_killed_its_screens_go_on_at_another_and_nothing_is_lost(
    mortal: Hosting, rng: Random
):
    async with visiting(mortal.proxy.url, tls=mortal.proxy.tls) as site:
        evening = await an_evening(mortal, site)
        await evening.go_to_ideas(9, 2)
        await spread(mortal, evening.screens)
        writers = thinkers(evening)
        persons = [phone.shown["me"] for phone in evening.phones]
        for number, phone in enumerate(writers):
            await phone.write(f"Voor {number}")
        steady = [Steady(screen, [site], rng) for screen in evening.screens]
        async with staying(steady):
            await until_all_there(steady)
            mortal.programs[0].stop(signal.SIGKILL)
            async with asyncio.timeout(20):
                while sum(await screens_at(mortal, site)) < len(steady):
                    await asyncio.sleep(0.05)
                await until_all_there(steady)
            assert [phone.shown["me"] for phone in evening.phones] == persons
            assert {screen.shown["stage"]["phase"] for screen in evening.screens} == {"ideas"}
            for number, phone in enumerate(writers):
                await phone.write(f"Na {number}")
            said = {f"{when} {number}" for when in ("Voor", "Na") for number in range(len(writers))}
            await evening.projector.until(lambda shown: set(wall(shown)) == said)
