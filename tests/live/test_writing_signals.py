"""The real program tells over real sockets where somebody writes, and keeps nothing of it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from plekberaad_app.live.writing import TOLD_EVERY_SECONDS
from plekberaad_app.platform.reflex.signals import SIGNALS_AT_ONCE
from tests.clients.browser import visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.phone import Phone
from tests.setup.program import Program, running

pytestmark = pytest.mark.served


@pytest.fixture
async def evening(program: Program) -> AsyncIterator[Evening]:
    """Eight people at two tables, in the ideas phase; the clock stands still."""
    async with visiting(program.url) as site:
        anna = await begin(site, await begin_token(program.log))
        evening = await new_evening(anna, {"rounds": "1"})
        await evening.go_to_ideas(8, 2)
        await evening.facilitator.steer("pause")
        yield evening
        await evening.close()


@pytest.fixture
def program(built: None, tmp_path: Path):
    with running(tmp_path) as program:
        yield program


async def told(evening: Evening, count: int, but_for: Phone | None = None) -> None:
    """Wait until all screens know that so many write at the first table, and nobody elsewhere."""
    tables = [1] if count else []
    for screen in (evening.projector, evening.facilitator):
        await screen.until(lambda shown: shown["writing_tables"] == tables)
    for phone in evening.phones:
        if phone is not but_for:
            expected = count if phone.shown["me"]["sits_at"] == 1 else 0
            await phone.until(lambda shown, expected=expected: shown["writers"] == expected)


async def test_who_writes_is_told_and_reloading_changes_nothing(evening: Evening):
    writer = evening.at_table(1)[0]
    writer.tell_writing()
    await told(evening, 1)
    for screen in (evening.at_table(1)[1], evening.projector, evening.facilitator):
        screen.be_another_tab()
        await screen.open()
    await told(evening, 1)
    writer.tell_writing(False)
    await told(evening, 0)


async def test_who_loses_the_connection_writes_no_more(evening: Evening):
    writer = evening.at_table(1)[0]
    writer.tell_writing()
    await told(evening, 1)
    writer.lose_network()
    await told(evening, 0, but_for=writer)
    await writer.open()
    assert writer.shown["writers"] == 0


async def test_a_flood_is_ignored_seldom_told_and_the_phone_goes_on(evening: Evening):
    writer, neighbour = evening.at_table(1)[:2]
    frames: list[bytes] = []
    neighbour.on_frame = lambda frame, _at: frames.append(frame)
    for number in range(10 * SIGNALS_AT_ONCE):
        writer.tell_writing(number % 2 == 0)
    await asyncio.sleep(3 * TOLD_EVERY_SECONDS)
    assert len([frame for frame in frames if b"writers" in frame]) <= 4
    await writer.write("Een bankje")
    assert writer.is_open


async def test_nothing_of_it_is_stored_or_logged(
    evening: Evening, program: Program, tmp_path: Path
):
    def kept() -> tuple[list[str], str]:
        with sqlite3.connect(f"file:{tmp_path}/plekberaad.db?mode=ro", uri=True) as db:
            return list(db.iterdump()), program.log.read_text("utf-8")

    before = kept()
    writer = evening.at_table(1)[0]
    writer.tell_writing()
    writer.signal("writing", {"odd": ["words"]}, None)
    writer.signal("writing")
    await told(evening, 1)
    writer.tell_writing(False)
    await told(evening, 0)
    assert kept() == before
