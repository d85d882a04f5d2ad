"""Before it begins the projector shows who is in, and when it begins."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from plekberaad_app.live.snapshot import take
from plekberaad_app.room.projections import common, projector
from tests.casting import NOW
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    opened = open_room()
    for name in ("Samira", "", "Mila", "Mila"):
        opened.check_in(name)
    return opened


def shown(room: Room):
    return projector.shared(take(room.live_session_id).evening, projector.AUDIENCE, NOW)


def test_everybody_is_called_as_on_every_other_screen(room):
    names = [card.name for card in shown(room)["arrived"]]
    assert names == ["Samira", "Nummer 2", "Mila (3)", "Mila (4)"]


def test_the_animal_is_that_of_the_table_once_there_are_tables(room):
    room.seat(2)
    tables = {person.number: person.table for person in room.look().people}
    assert {card.number: card.sign for card in shown(room)["arrived"]} == tables


def test_when_it_has_begun_nobody_arrives_any_more(room):
    room.seat(1)
    room.steer("next")
    assert shown(room)["arrived"] == []


@pytest.mark.parametrize(
    ("starts_at", "told"), [(None, ""), (datetime(2026, 12, 1, 18, 30, tzinfo=UTC), "19.30")]
)
def test_it_tells_when_it_begins_on_the_clock_of_the_room(room, starts_at, told):
    evening = room.look()
    planned = replace(evening.live_session, starts_at=starts_at)
    assert common.room(replace(evening, live_session=planned), NOW).begins == told
