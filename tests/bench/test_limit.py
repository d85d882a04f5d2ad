"""The limit server does the least there is, but all of it: every idea is stored and heard."""

import sqlite3
from pathlib import Path

import pytest

from bench.cases import Case
from bench.load import pour
from bench.servers.limit.house import serving

FRAME = 226
PHONES = 4
IDEAS = 4


async def test_everybody_in_the_room_hears_what_was_stored(tmp_path: Path):
    case = Case("small", rooms=2, phones=PHONES)
    async with serving(case, tmp_path) as house:
        figures = await pour(house.pid, await house.gather(), IDEAS, per_second=20)
        house.leave()
    stored = sqlite3.connect(tmp_path / "limit.db").execute("SELECT count(*) FROM idea").fetchone()

    assert stored == (2 * IDEAS,)
    assert figures["due"] == 2 * IDEAS * PHONES
    assert figures["missing"] == 0
    # Everybody gets a message, the sender too, who is not counted.
    assert figures["bytes"] == pytest.approx(FRAME * (PHONES + 1) / PHONES)


async def test_a_table_hears_its_own_ideas_and_the_projector_hears_all(tmp_path: Path):
    case = Case("small", phones=PHONES, tables=2, is_shared=False)
    async with serving(case, tmp_path) as house:
        figures = await pour(house.pid, await house.gather(), IDEAS, per_second=20)
        house.leave()

    assert figures["due"] == IDEAS * 2
    assert figures["missing"] == 0


async def test_a_newcomer_sees_the_wall(tmp_path: Path):
    case = Case("small", "joining", rooms=2, phones=PHONES, notes_before=3)
    async with serving(case, tmp_path) as house:
        await house.prepare()
        await house.rush()
        house.leave()
        heard = [client.bytes_received for client in house.clients]

    assert min(heard) > 3 * 100
