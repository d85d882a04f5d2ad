"""Tidying in two processes at once: each thing is forgotten once, and no total is counted twice."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from plekberaad_app.core.programme import Step
from plekberaad_app.core.retention import KEEP_NAMES, QUIET
from plekberaad_app.platform.database import retention
from plekberaad_app.platform.database.engine import Database, reading
from plekberaad_app.platform.database.tables import ParticipantRow
from plekberaad_app.room.closing import totals_of
from tests.features.retention.tidier import DONE, READY, Tidier, tidier
from tests.rooms import Room, open_room

AT_ONCE = 2
ROOM_SIZE = 12
# The last letters of as many codes.
LAST = "CFHJKMNPRTWX"


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


@pytest.fixture
def tidiers(rooms: list[Room], postgresql_url: str) -> Iterator[list[Tidier]]:
    with ExitStack() as stack:
        started = [stack.enter_context(tidier(postgresql_url)) for _ in range(AT_ONCE)]
        for each in started:
            each.until_it_says(READY)
        yield started


def all_tidy(tidiers: list[Tidier], moment: datetime) -> None:
    """The processes begin in the same moment."""
    for each in tidiers:
        each.begin(moment)
    for each in tidiers:
        each.until_it_says(DONE)


def test_two_processes_that_tidy_in_the_same_moment_count_everybody_once(
    rooms: list[Room], tidiers: list[Tidier]
):
    before = [totals_of(room.look().people) for room in rooms]
    end = rooms[0].now + timedelta(days=1) + QUIET
    all_tidy(tidiers, end)
    assert {room.live_session.closed_at for room in rooms} == {end}
    assert all(person.kind is person.habit is None for person in people())
    assert kept_totals(rooms) == before
    steering = [room.live_session.steering for room in rooms]

    all_tidy(tidiers, end + KEEP_NAMES + timedelta(microseconds=1))
    assert {(person.name, person.key_hash) for person in people()} == {("", None)}
    assert kept_totals(rooms) == before
    assert [room.live_session.steering for room in rooms] == steering
