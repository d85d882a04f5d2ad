"""Seating the room: divided in one tap, moved with two, undone with one."""

import random

import pytest

from plekberaad_app.domain.errors import DomainError, NotAllowed, NotFound
from plekberaad_app.domain.seating import spread
from plekberaad_app.services import arriving, seating
from tests.services.casting import OTHER_CODE
from tests.services.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    room = open_room()
    room.fill(36)
    return room


def test_everyone_gets_a_table_and_no_table_differs_by_more_than_one(room):
    summary, _ = seating.make_tables(room.driver, room.live_session_id, 6, random.Random(1))
    people = room.look().people
    found = spread(people, 6)
    assert (found.sizes, found.newcomers, found.professionals) <= (1, 1, 1)
    assert summary.balanced
    assert room.live_session.tables == 6


@pytest.mark.parametrize("tables", [0, -1, 13])
def test_an_impossible_number_of_tables_is_refused(room, tables):
    with pytest.raises(DomainError):
        seating.make_tables(room.driver, room.live_session_id, tables, random.Random(1))
    assert room.live_session.tables == 0


def test_a_move_changes_one_person_only_and_undo_puts_them_back(room):
    room.seat(6)
    before = {person.number: (person.table, person.seat) for person in room.look().people}
    target = before[1][0] % 6 + 1
    moved = seating.move(room.driver, room.live_session_id, 1, target)
    after = {person.number: (person.table, person.seat) for person in room.look().people}
    assert after[1][0] == target
    assert {number: at for number, at in after.items() if number != 1} == {
        number: at for number, at in before.items() if number != 1
    }
    seating.put_back(room.driver, room.live_session_id, moved.before)
    assert {p.number: (p.table, p.seat) for p in room.look().people} == before


def test_a_move_to_a_table_that_does_not_exist_is_refused(room):
    room.seat(6)
    with pytest.raises(NotFound):
        seating.move(room.driver, room.live_session_id, 1, 7)


def test_undoing_the_first_division_unseats_everyone(room):
    _, before = seating.make_tables(room.driver, room.live_session_id, 6, random.Random(1))
    seating.put_back(room.driver, room.live_session_id, before)
    assert all(person.table is None for person in room.look().people)
    assert room.live_session.tables == 0


def test_people_marked_as_company_sit_together(room):
    seating.keep_together(room.driver, room.live_session_id, 1, 20)
    seating.keep_together(room.driver, room.live_session_id, 20, 33)
    room.seat(6)
    tables = {person.table for person in room.look().people if person.number in (1, 20, 33)}
    assert len(tables) == 1
    seating.keep_apart(room.driver, room.live_session_id, 33)
    assert room.look().person(33).together == ""


def test_a_latecomer_gets_a_table_and_nobody_else_moves(room):
    room.seat(6)
    before = {person.number: (person.table, person.seat) for person in room.look().people}
    room.check_in("Laat")
    after = {person.number: (person.table, person.seat) for person in room.look().people}
    assert after.pop(37)[0] in range(1, 7)
    assert after == before


def test_another_library_seats_nobody(room):
    stranger = open_room((), name="Bea", library="De Eik", code=OTHER_CODE).driver
    with pytest.raises(NotAllowed):
        seating.make_tables(stranger, room.live_session_id, 6, random.Random(1))


def test_somebody_without_a_phone_is_seated_like_everyone(room):
    arriving.add_by_hand(room.driver, room.live_session_id, "Ria", "resident", "never", room.now)
    room.seat(6)
    assert room.look().person(37).table
