"""The demonstration: the people it invents get a whole evening to its end."""

import random

import pytest

from plekberaad_app.activities.carousel.demo import said
from plekberaad_app.activities.contract.demo import Minds
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.people import composition
from plekberaad_app.features.rehearsal import cast
from plekberaad_app.features.rehearsal.turns import Participant, planned
from plekberaad_app.ops.demo import own_data
from plekberaad_app.platform.settings import Settings
from plekberaad_app.room import acts, admission, challenges
from tests.rooms import Room, open_room
from tests.settings import overridden

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


def let_in(room: Room) -> None:
    """Everyone of the cast, with a challenge where they have one."""
    for who in cast.characters():
        if not who.has_phone:
            place = (room.facilitator, room.live_session_id)
            admission.add_by_hand(*place, who.name, who.kind, who.habit, room.now)
            continue
        visitor = room.check_in(who.name, who.kind, who.habit)
        if who.challenge:
            challenges.offer(visitor, who.challenge, room.now)


def play(room: Room, minds: Minds) -> int:
    """Take all turns of the running phase; how many of them did something."""
    guests = [
        Participant(person, visitor)
        for visitor in room.visitors
        if (person := admission.who_is(visitor)) is not None
    ]
    count = 0
    for turn in planned(scene(room), guests, minds):
        if wish := turn.request(scene(room)):
            acts.act_as_visitor(turn.visitor, wish, room.now)
            count += 1
    return count


def scene(room: Room):
    here = running(room.look(), room.now)
    assert here is not None
    return here[1]


def test_thirty_six_people_come_of_whom_twenty_never_come_and_two_have_no_phone():
    people = cast.characters()
    assert [who.has_phone for who in people].count(False) == 2
    room = open_room()
    let_in(room)
    counted = composition(room.look().people)
    assert (counted.total, counted.newcomers, counted.professionals) == (36, 20, 6)


def test_there_are_150_different_ideas():
    assert len(set(said.ideas())) == len(said.ideas()) == 150


def test_a_round_is_played_without_a_refusal_and_ends_with_all_next_steps():
    room, minds = open_room(), Minds(random.Random(7))
    let_in(room)
    room.seat(6)
    room.go_to("carousel", "ideas")
    assert play(room, minds) >= 28
    room.steer("next")
    assert play(room, minds) >= 6
    room.steer("next")
    assert play(room, minds) == 6
    room.steer("next")
    assert room.stands_at("carousel", "explain", 2)


def test_everyone_gives_their_dots():
    room, minds = open_room(), Minds(random.Random(7))
    let_in(room)
    room.seat(6)
    room.go_to("voting", "vote")
    assert play(room, minds) == 2 * len(room.visitors)


def test_it_lives_in_a_folder_of_its_own_and_leaves_a_real_database_alone(tmp_path):
    environment = {"PLEKBERAAD_DATA": str(tmp_path), "PLEKBERAAD_DATABASE_URL": "postgresql:///x"}
    own_data.move_in(environment)
    assert environment == {"PLEKBERAAD_DATA": str(tmp_path / "demo")}


def test_a_start_forgets_the_evening_before_and_keeps_the_secret(tmp_path):
    for name in ("plekberaad.db", "plekberaad.db-wal", "secret"):
        (tmp_path / name).write_text("x" * 32)
    with overridden(data=tmp_path) as used:
        assert isinstance(used, Settings)
        own_data.start_afresh(used)
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]
