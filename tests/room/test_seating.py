"""Seating the room: divided in one tap, moved with two, undone with one."""

import random

import pytest

from plekberaad_app.core.errors import DomainError, NotAllowed, NotFound
from plekberaad_app.core.reseating import Change
from plekberaad_app.core.seating import spread
from plekberaad_app.room import admission, erasure, projector_display, seating
from tests.casting import OTHER_CODE
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    room = open_room()
    room.fill(36)
    return room


def test_everyone_gets_a_table_and_no_table_differs_by_more_than_one(room):
    summary, _ = seating.make_tables(room.facilitator, room.live_session_id, 6, random.Random(1))
    people = room.look().people
    found = spread(people, 6)
    assert (found.sizes, found.newcomers, found.professionals) <= (1, 1, 1)
    assert summary.balanced
    assert room.live_session.tables == 6


@pytest.mark.parametrize("tables", [0, -1, 13])
def test_an_impossible_number_of_tables_is_refused(room, tables):
    with pytest.raises(DomainError):
        seating.make_tables(room.facilitator, room.live_session_id, tables, random.Random(1))
    assert room.live_session.tables == 0


def test_a_move_changes_one_person_only_and_undo_puts_them_back(room):
    room.seat(6)
    before = {person.number: (person.table, person.seat) for person in room.look().people}
    target = before[1][0] % 6 + 1
    change, _ = seating.move(room.facilitator, room.live_session_id, 1, target)
    after = {person.number: (person.table, person.seat) for person in room.look().people}
    assert after[1][0] == target
    assert {number: at for number, at in after.items() if number != 1} == {
        number: at for number, at in before.items() if number != 1
    }
    seating.put_back(room.facilitator, room.live_session_id, change)
    assert {p.number: (p.table, p.seat) for p in room.look().people} == before


def test_a_move_to_a_table_that_does_not_exist_is_refused(room):
    room.seat(6)
    with pytest.raises(NotFound):
        seating.move(room.facilitator, room.live_session_id, 1, 7)


def test_undoing_the_first_division_unseats_everyone(room):
    _, change = seating.make_tables(room.facilitator, room.live_session_id, 6, random.Random(1))
    room.check_in("Laat")
    seating.put_back(room.facilitator, room.live_session_id, change)
    assert all(person.table is None for person in room.look().people)
    assert room.live_session.tables == 0


def test_undo_keeps_a_table_where_nobody_sits(room):
    room.seat(6)
    last = [person.number for person in room.look().people if person.table == 6]
    for number in last:
        erasure.erase(room.facilitator, room.live_session_id, number, room.now)
    someone = room.look().people[0]
    _move_and_back(room, someone.number, someone.table % 5 + 1)
    assert room.live_session.tables == 6


def test_anyone_who_came_since_gets_another_table_when_theirs_is_undone(room):
    room.seat(3)
    _, change = seating.make_tables(room.facilitator, room.live_session_id, 6, random.Random(2))
    for _ in range(6):
        room.check_in("Laat")
    seating.put_back(room.facilitator, room.live_session_id, change)
    people = room.look().people
    assert room.live_session.tables == 3
    assert spread(people, 3).sizes == 0
    assert len({(person.table, person.seat) for person in people}) == 42


def test_undo_is_refused_when_a_colleague_moved_somebody_since(room):
    _, change = seating.make_tables(room.facilitator, room.live_session_id, 6, random.Random(1))
    target = room.look().person(1).table % 6 + 1
    seating.move(room.facilitator, room.live_session_id, 1, target)
    with pytest.raises(NotAllowed) as refused:
        seating.put_back(room.facilitator, room.live_session_id, change)
    assert refused.value.code == "seating_changed"
    assert room.look().person(1).table == target


def test_fewer_tables_put_the_wall_of_all_tables_back_on_the_projector(room):
    room.seat(6)
    projector_display.choose_wall(room.facilitator, room.live_session_id, 6)
    room.seat(5)
    assert room.live_session.screen.wall_table == 0


def test_from_its_first_round_to_its_last_a_carousel_keeps_its_tables(room):
    _, change = seating.make_tables(room.facilitator, room.live_session_id, 6, random.Random(1))
    room.bring_challenges()
    room.go_to("carousel")
    for attempt in (lambda: room.seat(5), lambda: _undo(room, change)):
        with pytest.raises(NotAllowed) as refused:
            attempt()
        assert refused.value.code == "tables_fixed"
    assert room.live_session.tables == 6


def test_in_a_carousel_one_person_is_moved_and_moved_back(room):
    room.seat(6)
    room.bring_challenges()
    room.go_to("carousel")
    before = room.look().people
    _move_and_back(room, 1, room.look().person(1).table % 6 + 1)
    assert room.look().people == before


def test_after_the_carousel_tables_are_made_anew(room):
    room.seat(6)
    room.bring_challenges()
    room.go_to("voting")
    room.seat(5)
    assert room.live_session.tables == 5


def test_people_marked_as_company_sit_together(room):
    seating.keep_together(room.facilitator, room.live_session_id, 1, 20)
    seating.keep_together(room.facilitator, room.live_session_id, 20, 33)
    room.seat(6)
    tables = {person.table for person in room.look().people if person.number in (1, 20, 33)}
    assert len(tables) == 1
    seating.keep_apart(room.facilitator, room.live_session_id, 33)
    assert room.look().person(33).together == ""


def test_a_latecomer_gets_a_table_and_nobody_else_moves(room):
    room.seat(6)
    before = {person.number: (person.table, person.seat) for person in room.look().people}
    room.check_in("Laat")
    after = {person.number: (person.table, person.seat) for person in room.look().people}
    assert after.pop(37)[0] in range(1, 7)
    assert after == before


def test_another_library_seats_nobody(room):
    stranger = open_room((), name="Bea", library="De Eik", code=OTHER_CODE).facilitator
    with pytest.raises(NotAllowed):
        seating.make_tables(stranger, room.live_session_id, 6, random.Random(1))


def test_somebody_without_a_phone_is_seated_like_everyone(room):
    admission.add_by_hand(
        room.facilitator, room.live_session_id, "Ria", "resident", "never", room.now
    )
    room.seat(6)
    assert room.look().person(37).table


def _move_and_back(room: Room, number: int, table: int) -> None:
    change, _ = seating.move(room.facilitator, room.live_session_id, number, table)
    _undo(room, change)


def _undo(room: Room, change: Change) -> None:
    seating.put_back(room.facilitator, room.live_session_id, change)
