"""A database that cannot write, or that others use: no false promise, and it goes on by itself."""

import asyncio
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from plekberaad_app.i18n.catalogue import text
from tests.faults import troubles
from tests.faults.conftest import House
from tests.faults.probe import Probe, probing
from tests.faults.rooms import in_ideas, orders, stored_ideas
from tests.faults.steady import Writer, staying
from tests.faults.tally import Tally
from tests.faults.troubles import Trouble

pytestmark = [pytest.mark.served, pytest.mark.services]

WRITERS, TABLES = 20, 2
TROUBLE_SECONDS = 10
DISK = "32m"
# A loop that waits for the database itself would stand still for the five seconds that a writer
# waits for its turn; a busy machine does not.
STANDSTILL_SECONDS = 2.5


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own for the data of the test."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user cannot mount a disk")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


@pytest.mark.parametrize(
    "trouble",
    [
        troubles.no_longer_files,
        pytest.param(troubles.read_only_files, marks=pytest.mark.long),
        pytest.param(troubles.locked, marks=pytest.mark.long),
    ],
)
async def test_what_cannot_be_written_is_told_and_stored_later(
    trouble: Trouble, sqlite_house: House, rng: Random, tally: Tally
):
    await _suffer(sqlite_house, trouble, rng, tally, is_told=True)


@pytest.mark.long
async def test_a_full_disk_is_told_and_its_ideas_are_stored_later(
    small_disk: Path, sqlite_house: House, rng: Random, tally: Tally
):
    await _suffer(sqlite_house, troubles.full_disk, rng, tally, is_told=True)


@pytest.mark.long
async def test_a_postgresql_that_only_reads_is_told_and_ideas_are_stored_later(
    postgresql_house: House, rng: Random, tally: Tally
):
    await _suffer(postgresql_house, troubles.read_only_server, rng, tally, is_told=True)


@pytest.mark.long
@pytest.mark.parametrize("trouble", [troubles.backup_running, troubles.long_reader])
async def test_who_reads_along_hinders_nobody(
    trouble: Trouble, sqlite_house: House, rng: Random, tally: Tally
):
    await _suffer(sqlite_house, trouble, rng, tally, is_told=False)


async def _suffer(
    house: House, trouble: Trouble, rng: Random, tally: Tally, *, is_told: bool
) -> None:
    evening = await in_ideas(await house.driver(), WRITERS + TABLES, TABLES)
    phones = [phone for phone in evening.phones if phone.shown["me"]["role"] == "thinker"]
    writers = [Writer(phone, house.sites, Random(rng.random())) for phone in phones]
    is_over = asyncio.Event()
    async with staying(writers):
        writing = asyncio.gather(*(_keep_writing(each, rng, is_over) for each in writers))
        await _until_each_stored_more(writers)
        with probing(house.servers[0].url) as probe:
            with trouble(house):
                before = _count(writers)
                await asyncio.sleep(TROUBLE_SECONDS)
                told, meanwhile = _told(writers), _count(writers) - before
            healed = time.monotonic()
            await _until_each_stored_more(writers)
            back = time.monotonic() - healed
        is_over.set()
        await writing
    _note(tally, trouble, probe, back, (meanwhile, told, _lost(house, writers)), _count(writers))
    assert _lost(house, writers) == 0
    assert sorted(orders(stored_ideas(house.database_url))) == sorted(
        writer.stored for writer in writers
    )
    assert bool(told) is is_told
    assert is_told or meanwhile > WRITERS
    assert probe.slowest < STANDSTILL_SECONDS
    await evening.close()


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
    """How many phones say that it is not stored."""
    sentence = text("error.not_stored")
    return sum(each.phone.shown["refusal"]["sentence"] == sentence for each in writers)


def _lost(house: House, writers: list[Writer]) -> int:
    times = Counter(idea.id for idea in stored_ideas(house.database_url))
    return sum(times[idea_id] != 1 for writer in writers for idea_id in writer.stored)


def _note(
    tally: Tally,
    trouble: Trouble,
    probe: Probe,
    back: float,
    found: tuple[int, int, int],
    tries: int,
) -> None:
    meanwhile, told, lost = found
    slowest = f"slowest trivial answer {1000 * probe.slowest:.0f} ms"
    tally.note(
        f"7 {trouble.__name__.replace('_', ' ')}, {TROUBLE_SECONDS} s",
        tries=tries,
        lost=lost,
        seconds=[back],
        more=f"{meanwhile} stored meanwhile, {told} of {WRITERS} told, {slowest}",
    )
