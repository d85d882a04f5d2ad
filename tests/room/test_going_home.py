"""Going home: nothing of a person goes, and nobody waits for them."""

import random

import pytest

from plekberaad_app.core.people import composition
from plekberaad_app.room import admission, seating
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def room(store, quick_hashes, own_settings) -> Room:
    room = open_room(PROGRAMME)
    for name in ("Ria", "Bo", "Sam", "Li", "Kim"):
        room.check_in(name)
    return room


def make_tables(room: Room, tables: int = 2) -> None:
    seating.make_tables(room.facilitator, room.live_session_id, tables, random.Random(1))


def test_anyone_who_goes_home_keeps_everything_but_the_seat(room):
    make_tables(room)
    before = room.look()
    admission.go_home(room.facilitator, room.live_session_id, 3, room.now, gone=True)
    gone = room.look().person(3)
    assert gone
    assert (gone.name, gone.habit, gone.table, gone.has_left) == (
        "Sam",
        before.people[2].habit,
        None,
        True,
    )
    assert composition(room.look().people) == composition(before.people)


def test_new_tables_are_made_for_whoever_is_still_here(room):
    admission.go_home(room.facilitator, room.live_session_id, 3, room.now, gone=True)
    make_tables(room)
    tables = {person.name: person.table for person in room.look().people}
    assert tables["Sam"] is None
    assert sorted(table for table in tables.values() if table) == [1, 1, 2, 2]


def test_anyone_who_is_back_gets_a_table_again(room):
    make_tables(room)
    admission.go_home(room.facilitator, room.live_session_id, 3, room.now, gone=True)
    admission.go_home(room.facilitator, room.live_session_id, 3, room.now, gone=False)
    back = room.look().person(3)
    assert back
    assert (back.table is not None, back.has_left) == (True, False)
