"""Two rows that are one person become one, with all that is theirs."""

import random

import pytest

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.people import Habit
from plekberaad_app.platform.database import people
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.room import admission, challenges, erasure, merging_people, seating
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def room(store, quick_hashes, own_settings) -> Room:
    """Fatima twice: number 1 has a seat and a wish, number 5 the phone in her hand."""
    room = open_room(PROGRAMME)
    for name in ("Fatima", "Bo", "Sam", "Li"):
        room.check_in(name)
    challenges.name_owner(room.facilitator, room.live_session_id, 1, "Een bankje", room.now)
    seating.make_tables(room.facilitator, room.live_session_id, 2, random.Random(1))
    room.check_in("Fatima", habit="skipped")
    return room


def join(room: Room, one: int = 1, other: int = 5):
    return merging_people.join_people(room.facilitator, room.live_session_id, one, other, room.now)


@pytest.mark.parametrize(("one", "other"), [(1, 5), (5, 1)])
def test_seat_number_answers_wish_and_turn_stay_whichever_is_named_first(room, one, other):
    before = room.look().person(1)
    assert before
    join(room, one, other)
    found = room.look().person(1)
    assert found
    assert (found.table, found.seat, found.habit) == (before.table, before.seat, Habit.NEVER)
    assert [person.number for person in room.look().people] == [1, 2, 3, 4]
    challenge = room.look().challenges[0]
    assert (challenge.owner.id, challenge.sentence) == (found.id, "Een bankje")


def test_both_phones_are_this_person_and_the_one_in_her_hand_goes_on(room):
    newest = admission.who_is(room.visitors[4])
    join(room)
    kept = room.look().person(1)
    assert kept
    assert newest
    assert newest.id == kept.id
    assert admission.who_is(room.visitors[0]) == admission.who_is(room.visitors[4]) == kept


def test_anyone_who_is_erased_afterwards_is_gone_with_both_phones(room):
    join(room)
    erasure.erase(room.facilitator, room.live_session_id, 1, room.now)
    assert admission.who_is(room.visitors[0]) is None
    assert admission.who_is(room.visitors[4]) is None


def test_a_day_later_neither_key_is_known(room):
    join(room)
    with transaction() as db:
        people.forget_people(db, room.live_session_id)
    with reading() as db:
        for visitor in (room.visitors[0], room.visitors[4]):
            assert people.by_key(db, room.live_session_id, key_hash(visitor.key)) is None


def test_somebody_added_on_paper_keeps_the_phone_that_came_later(room):
    added = admission.add_by_hand(room.facilitator, room.live_session_id, "Kim", "", "", room.now)
    phone = room.check_in("Kim", habit="often")
    join(room, added.number, added.number + 1)
    found = admission.who_is(phone)
    assert found
    assert (found.number, found.has_phone, found.habit) == (added.number, True, Habit.OFTEN)


def test_one_row_is_no_two_and_who_is_gone_is_not_joined(room):
    with pytest.raises(BadInput):
        join(room, 1, 1)
    with pytest.raises(NotFound):
        join(room, 1, 99)
