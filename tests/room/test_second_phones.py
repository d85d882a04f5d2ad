"""A phone whose owner is in already: asked first, and then the same person, on both databases."""

import random
from datetime import timedelta

import pytest

from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.core.people import Habit, Kind
from plekberaad_app.core.recognition import ARRIVING, Reply
from plekberaad_app.features.privacy import own_data
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import (
    admission,
    challenges,
    erasure,
    merging_people,
    seating,
    second_phones,
)
from plekberaad_app.room.second_phones import Asking
from tests.casting import new_facilitator
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def room(store, quick_hashes, own_settings) -> Room:
    """Fatima (1) has a seat and a wish; all came in a while ago."""
    room = open_room(PROGRAMME)
    for name in ("Fatima", "Bo", "Sam", "Li"):
        room.check_in(name)
    challenges.name_owner(room.facilitator, room.live_session_id, 1, "Een bankje", room.now)
    seating.make_tables(room.facilitator, room.live_session_id, 2, random.Random(1))
    room.now += ARRIVING
    return room


def come(room: Room, name: str = "fatima", reply: Reply | None = None, present=(), **answers):
    """One more phone, in a room where these ids are connected."""
    said = {"kind": "resident", "habit": "often"} | answers
    asking = Asking(lambda _room: present, reply or Reply())
    key = answers.pop("key", None)
    return Visitor(
        room.live_session_id,
        admission.check_in(
            room.code, name, said["kind"], said["habit"], room.now, key, asking=asking
        ),
    )


YES = Reply(1, is_same=True)


def numbers(room: Room) -> list[int]:
    return [person.number for person in room.look().people]


def test_anyone_who_has_the_name_of_a_silent_person_is_asked_and_nothing_is_stored(room):
    fatima = room.look().person(1)
    assert fatima
    with pytest.raises(BadInput) as asked:
        come(room)
    assert (asked.value.code, asked.value.values) == (
        "namesake",
        {"number": 1, "table": fatima.table},
    )
    assert numbers(room) == [1, 2, 3, 4]


def test_a_yes_gives_this_phone_number_seat_and_wish(room):
    before = room.look().person(1)
    phone = come(room, reply=YES)
    assert numbers(room) == [1, 2, 3, 4]
    assert admission.who_is(phone) == before == admission.who_is(room.visitors[0])
    assert second_phones.claimed_by(phone) == before
    assert second_phones.claimed_by(room.visitors[0]) is None


def test_a_no_is_somebody_new_with_the_same_name(room):
    come(room, reply=Reply(1))
    assert numbers(room) == [1, 2, 3, 4, 5]


def test_who_has_her_phone_in_her_hand_can_not_be_taken_over(room):
    fatima = room.look().person(1)
    assert fatima
    come(room, reply=YES, present={fatima.id})
    assert numbers(room) == [1, 2, 3, 4, 5]


def test_anyone_who_is_still_on_the_way_in_is_not_silent(room):
    room.now -= timedelta(seconds=0.1)
    come(room)
    assert numbers(room) == [1, 2, 3, 4, 5]


def test_anyone_who_gives_no_name_or_another_one_is_not_asked(room):
    come(room, "")
    come(room, "Kim")
    assert numbers(room) == [1, 2, 3, 4, 5, 6]


def test_a_second_phone_reads_no_answers_of_the_first_and_changes_none(room):
    phone = come(room, reply=YES)
    known = own_data.own_data(phone)
    assert (known.person.kind, known.person.habit, known.is_claimed) == (None, None, True)
    again = come(room, "Iemand anders", key=phone.key, habit="sometimes", kind="professional")
    kept = admission.who_is(again)
    assert kept
    assert (again, kept.name, kept.kind, kept.habit) == (
        phone,
        "Fatima",
        Kind.RESIDENT,
        Habit.NEVER,
    )


def test_a_second_phone_wipes_itself_and_not_the_person(room):
    phone = come(room, reply=YES)
    erasure.erase_self(phone, room.now, take_along=True)
    assert admission.who_is(phone) is None
    assert admission.who_is(room.visitors[0]) == room.look().person(1)


def test_the_facilitator_parts_the_phones_again(room):
    phone = come(room, reply=YES)
    with pytest.raises(NotAllowed):
        merging_people.part_phones(new_facilitator("Bea", "De Eik"), room.live_session_id, 1)
    merging_people.part_phones(room.facilitator, room.live_session_id, 1)
    assert admission.who_is(phone) is None
    assert admission.who_is(room.visitors[0]) == room.look().person(1)


def test_two_rows_that_a_facilitator_joined_are_not_parted_so(room):
    come(room, reply=Reply(1))
    merging_people.join_people(room.facilitator, room.live_session_id, 1, 5, room.now)
    merging_people.part_phones(room.facilitator, room.live_session_id, 1)
    assert admission.who_is(room.visitors[0]) == room.look().person(1)


def test_anyone_who_went_home_and_comes_back_on_another_phone_has_a_seat_again(room):
    admission.go_home(room.facilitator, room.live_session_id, 2, room.now, gone=True)
    come(room, "Bo", Reply(2, is_same=True))
    found = room.look().person(2)
    assert found
    assert found.table
    assert not found.has_left
