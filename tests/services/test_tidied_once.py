"""Tidying in two processes at once: each thing is forgotten once, and no total is counted twice."""

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from plekberaad_app.domain.programme import Step
from plekberaad_app.domain.retention import KEEP_NAMES, QUIET
from plekberaad_app.services import tidying
from plekberaad_app.services.reporting import totals_of
from plekberaad_app.store import retention
from plekberaad_app.store.database import Database, open_database, reading
from plekberaad_app.store.tables import ParticipantRow
from tests.services.rooms import Room, open_room

AT_ONCE = 2
ROOM_SIZE = 12
# The last letters of as many codes.
LAST = "CFHJKMNPRTWX"


def tidy_at_once(url: str, moment: datetime, start: Any) -> None:
    """What one process does; the processes begin in the same moment."""
    database = open_database(url)
    with reading():
        start.wait()
    tidying.end_untended(moment)
    tidying.forget_people(moment)
    database.dispose()


@pytest.fixture
def rooms(postgresql_store: Database, own_settings, quick_hashes) -> list[Room]:
    """So many that both processes are at work before one of them is done."""
    opened = [
        open_room(
            (Step(f"welcome-{last}", "welcome", "Welkom"),),
            f"Anna {last}",
            f"De Linde {last}",
            f"K7M3X{last}",
        )
        for last in LAST
    ]
    for room in opened:
        room.fill(ROOM_SIZE)
        room.steer("next")
    return opened


def people() -> list[ParticipantRow]:
    with reading() as db:
        return list(db.exec(select(ParticipantRow)))


def kept_totals(rooms: list[Room]) -> list[Mapping[str, Any]]:
    with reading() as db:
        return [retention.totals(db, room.live_session_id) for room in rooms]


def both_tidy(url: str, moment: datetime) -> None:
    processes = multiprocessing.get_context("spawn")
    with processes.Manager() as manager, ProcessPoolExecutor(AT_ONCE, processes) as pool:
        start = manager.Barrier(AT_ONCE, timeout=60)
        done = [pool.submit(tidy_at_once, url, moment, start) for _ in range(AT_ONCE)]
        for each in done:
            each.result()


def test_two_processes_that_tidy_in_the_same_moment_count_everybody_once(
    rooms: list[Room], postgresql_url: str
):
    before = [totals_of(room.look().people) for room in rooms]
    end = rooms[0].now + timedelta(days=1) + QUIET
    both_tidy(postgresql_url, end)
    assert {room.live_session.closed_at for room in rooms} == {end}
    assert all(person.kind is person.habit is None for person in people())
    assert kept_totals(rooms) == before
    steering = [room.live_session.steering for room in rooms]

    both_tidy(postgresql_url, end + KEEP_NAMES + timedelta(microseconds=1))
    assert {(person.name, person.key_hash) for person in people()} == {("", None)}
    assert kept_totals(rooms) == before
    assert [room.live_session.steering for room in rooms] == steering
