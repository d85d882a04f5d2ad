"""PostgreSQL, Redis or one of the programs goes away under load: it goes on by itself."""

from random import Random

import pytest

from tests.faults import troubles
from tests.faults.conftest import House
from tests.faults.suffering import WRITERS, note_and_judge, suffer
from tests.faults.tally import Tally
from tests.faults.troubles import Trouble

pytestmark = [pytest.mark.served, pytest.mark.services, pytest.mark.long]


@pytest.mark.parametrize(
    "trouble", [troubles.restarted_postgresql, troubles.crashed_postgresql, troubles.held_row]
)
async def test_without_its_database_a_room_is_told_and_ideas_are_stored_later(
    trouble: Trouble, postgresql_house: House, rng: Random, tally: Tally
):
    found = await suffer(postgresql_house, trouble, rng)
    note_and_judge(tally, _name(trouble), found)
    assert found.told > 0


@pytest.mark.parametrize(
    "trouble", [troubles.crashed_redis, troubles.killed_worker, troubles.taken_connections]
)
async def test_a_room_goes_on_without_it(
    trouble: Trouble, postgresql_house: House, rng: Random, tally: Tally
):
    found = await suffer(postgresql_house, trouble, rng)
    note_and_judge(tally, _name(trouble), found)
    assert found.meanwhile > WRITERS


def _name(trouble: Trouble) -> str:
    return f"8 {trouble.__name__.replace('_', ' ')}"
