"""Whose phone a screen is may change while it is open: it follows without a reload."""

import pytest

from plekberaad_app.core.recognition import ARRIVING, Reply
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import admission, merging_people
from plekberaad_app.room.second_phones import Asking
from plekberaad_app.room.tablet_warnings import warn_of_second_phone
from tests.live.watching import Live, only_our_houses
from tests.rooms import Room, open_room

__all__ = ["only_our_houses"]


@pytest.fixture
def room(store, own_settings, quick_hashes, only_our_houses):
    return open_room()


async def test_a_screen_of_a_row_that_was_joined_into_another_goes_on_as_that_person(room: Room):
    live = Live(room)
    first, second = room.check_in("Fatima"), room.check_in("Fatima")
    shown = [await live.open("one", "phone", first), await live.open("two", "phone", second)]
    merging_people.join_people(room.facilitator, room.live_session_id, 1, 2, room.now)
    await live.settle()
    assert [(each["me"]["number"], each["me"]["name"]) for each in shown] == [(1, "Fatima")] * 2


async def test_anyone_who_has_a_phone_open_is_present_and_nobody_else(room: Room):
    live = Live(room)
    visitor = room.check_in("Fatima")
    room.check_in("Bo")
    await live.open("one", "phone", visitor)
    person = admission.who_is(visitor)
    assert person
    assert live.house.present(room.live_session_id) == {person.id}
    live.screens.gone.add("one")
    assert live.house.present(room.live_session_id) == frozenset()


async def test_a_second_phone_that_was_parted_is_nobodys_at_once(room: Room):
    live = Live(room)
    first = room.check_in("Fatima")
    room.now += ARRIVING
    asking = Asking(lambda _room: (), Reply(1, is_same=True))
    key = admission.check_in(room.code, "Fatima", "", "", room.now, asking=asking)
    shown = [
        await live.open("one", "phone", first),
        await live.open("two", "phone", Visitor(room.live_session_id, key)),
    ]
    assert [each["me"]["number"] for each in shown] == [1, 1]
    merging_people.part_phones(room.facilitator, room.live_session_id, 1)
    live.house.identify(room.live_session_id)
    await live.settle()
    assert [each["me"]["has_joined"] for each in shown] == [True, False]


async def test_the_tablet_is_told_who_came_in_once_more(room: Room, monkeypatch):
    live = Live(room)
    tablet = await live.open("desk", "tablet")
    monkeypatch.setattr("plekberaad_app.live.registry._registry", live.house)
    warn_of_second_phone(room.live_session_id, "Fatima is er nog eens.", 3)
    assert (tablet["notice"]["sentence"], tablet["notice"]["second_phone_of"]) == (
        "Fatima is er nog eens.",
        3,
    )
