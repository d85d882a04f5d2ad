"""Before an owner goes, what becomes of their wish is settled."""

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import obstacle, running
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.people import Person
from plekberaad_app.room import departures
from tests.rooms import Room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def room(store, quick_hashes, own_settings) -> Room:
    return room_in_ideas()


def at_table_1(room: Room, role: str) -> list[Person]:
    here = running(room.look(), room.now)
    assert here is not None
    activity, scene = here
    return [who for who in room.look().people if activity.seat(scene, who) == (1, role)]


def owner(room: Room) -> Person:
    return at_table_1(room, "owner")[0]


def heir(room: Room) -> Person:
    """Somebody at the table who brings no wish."""
    owners = {each.owner.id for each in room.look().challenges}
    return next(who for who in at_table_1(room, "thinker") if who.id not in owners)


def wish_of(room: Room, person: Person) -> str:
    found = [each.sentence for each in room.look().challenges if each.owner.id == person.id]
    return found[0] if found else ""


def erase(room: Room, number: int, wish: str, heir: int = 0) -> None:
    ids = (room.facilitator, room.live_session_id)
    departures.erase(*ids, number, wish, heir, room.now, take_along=False)


def go_home(room: Room, number: int, wish: str, heir: int = 0) -> None:
    departures.goes_home(room.facilitator, room.live_session_id, number, wish, heir, room.now)


def told_table_1(room: Room) -> str:
    """What the phones of the table say when nobody asks there."""
    here = running(room.look(), room.now)
    assert here is not None
    return here[0].face(here[1], Audience("phone", 1, "waiting")).line.key


def in_the_way(room: Room) -> str:
    found = obstacle(room.look(), room.now)
    return found.code if found else ""


@pytest.mark.parametrize("leave", [erase, go_home])
def test_somebody_at_the_table_takes_the_wish_over(room: Room, leave):
    who, sentence = owner(room), wish_of(room, owner(room))
    new = heir(room)
    leave(room, who.number, "pass_on", new.number)
    assert owner(room).number == new.number
    assert (wish_of(room, new), wish_of(room, who)) == (sentence, "")
    assert in_the_way(room) == ""


def test_anyone_who_was_erased_leaves_the_sentence_for_whoever_takes_over(room: Room):
    who, sentence = owner(room), wish_of(room, owner(room))
    erase(room, who.number, "keep")
    assert in_the_way(room) == "carousel.owner_left"
    found = obstacle(room.look(), room.now)
    assert found is not None
    given = {ask.name: ask.given for cure in found.cures for ask in cure.asks}
    assert given["sentence"] == sentence
    assert told_table_1(room) == "carousel.line.left"


def test_the_table_of_whoever_went_home_goes_on_with_a_wish_that_is_kept(room: Room):
    who, sentence = owner(room), wish_of(room, owner(room))
    go_home(room, who.number, "keep")
    assert wish_of(room, owner(room)) == sentence
    assert owner(room).has_left
    assert in_the_way(room) == ""


@pytest.mark.parametrize("leave", [erase, go_home])
def test_where_the_wish_stops_the_phones_say_what_people_can_do_now(room: Room, leave):
    leave(room, owner(room).number, "stop")
    assert in_the_way(room) == ""
    assert told_table_1(room) == "carousel.line.rests"


def test_without_a_choice_nothing_goes():
    with pytest.raises(BadInput, match="wish_undecided"):
        departures.read_fate("")


@pytest.mark.parametrize("wish", ["keep", "stop"])
def test_before_the_carousel_there_is_nothing_of_a_table_to_settle(room: Room, wish: str):
    for _ in range(3):
        room.steer("back")
    who = owner(room) if at_table_1(room, "owner") else room.look().challenges[0].owner
    erase(room, who.number, wish)
    assert room.look().person(who.number) is None
