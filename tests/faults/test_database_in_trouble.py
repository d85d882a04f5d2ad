"""A database that cannot write, or that others use: no false promise, and it goes on by itself."""

from pathlib import Path
from random import Random

import pytest

from tests.faults import troubles
from tests.faults.conftest import House
from tests.faults.suffering import WRITERS, note_and_judge, suffer
from tests.faults.tally import Tally
from tests.faults.troubles import Trouble

pytestmark = [pytest.mark.served, pytest.mark.services]


@pytest.mark.parametrize(
    ("trouble", "seconds"),
    [
        pytest.param(troubles.no_longer_files, 3, id="short"),
        *(
            pytest.param(trouble, 10, id=trouble.__name__, marks=pytest.mark.long)
            for trouble in (troubles.no_longer_files, troubles.read_only_files, troubles.locked)
        ),
    ],
)
async def test_what_cannot_be_written_is_told_and_stored_later(
    trouble: Trouble, seconds: float, sqlite_house: House, rng: Random, tally: Tally
):
    await _must_tell(sqlite_house, trouble, rng, tally, seconds)


@pytest.mark.long
async def test_a_full_disk_is_told_and_ideas_are_stored_later(
    small_disk: Path, sqlite_house: House, rng: Random, tally: Tally
):
    await _must_tell(sqlite_house, troubles.full_disk, rng, tally)


@pytest.mark.long
async def test_a_postgresql_that_only_reads_is_told_and_ideas_are_stored_later(
    postgresql_house: House, rng: Random, tally: Tally
):
    await _must_tell(postgresql_house, troubles.read_only_server, rng, tally)


@pytest.mark.long
@pytest.mark.parametrize("trouble", [troubles.backup_running, troubles.long_reader])
async def test_anyone_who_reads_along_hinders_nobody(
    trouble: Trouble, sqlite_house: House, rng: Random, tally: Tally
):
    found = await suffer(sqlite_house, trouble, rng)
    note_and_judge(tally, _name(trouble), found)
    assert found.told == 0
    assert found.meanwhile > WRITERS


async def _must_tell(
    house: House, trouble: Trouble, rng: Random, tally: Tally, seconds: float = 10
) -> None:
    found = await suffer(house, trouble, rng, seconds)
    note_and_judge(tally, _name(trouble), found)
    assert found.told > 0


def _name(trouble: Trouble) -> str:
    return f"7 {trouble.__name__.replace('_', ' ')}"
