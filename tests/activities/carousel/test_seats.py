"""Who is owner, who thinks along and who waits, in every round; and when the room cannot go on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.core.errors import BadInput
from tests.activities.carousel.scenes import (
    CHALLENGES,
    PEOPLE,
    A,
    B,
    C,
    D,
    F,
    a,
    carousel,
    challenge_of,
)
from tests.activities.scenes import FACILITATOR, Room, person


def seat(room: Room, who) -> tuple[int | None, str]:
    return Carousel().seat(room.scene, who)


def obstacle(room: Room) -> tuple[str, dict]:
    found = Carousel().obstacle(room.scene)
    return (found.code, dict(found.values)) if found else ("", {})


def not_begun(people=PEOPLE, challenges=CHALLENGES, **options) -> Room:
    return Room(Carousel(), people, challenges, options=options, tables=2)


def test_a_round_takes_fifteen_minutes_in_five_phases():
    stops = carousel().scene.stops
    minutes = [(stop.phase, stop.length / timedelta(minutes=1)) for stop in stops[:5]]
    assert minutes == [
        ("explain", 2), ("questions", 3), ("ideas", 5), ("review", 3), ("next_step", 2)
    ]  # fmt: skip
    assert [stop.round for stop in stops] == [1] * 5 + [2] * 5


@pytest.mark.parametrize(
    "options",
    [{"rounds": 0}, {"rounds": 13}, {"rounds": "2"}, {"mode": "sideways"}, {"explain": 1},
     {"ideas": 7201}, {"ideas": "300"}, {"is_private": 1}],
)  # fmt: skip
def test_options_of_a_wrong_type_or_size_are_refused(options):
    with pytest.raises(BadInput):
        Carousel().options(options)


def test_inside_a_table_the_turn_goes_round_and_nobody_moves():
    room = carousel()
    assert [seat(room, who) for who in (A, B, C, D)] == [
        (1, "owner"), (1, "thinker"), (1, "thinker"), (2, "owner")
    ]  # fmt: skip
    room.go_to("explain", 2)
    assert [seat(room, who) for who in (A, B, C, D)] == [
        (1, "thinker"), (1, "owner"), (1, "thinker"), (2, "thinker")
    ]  # fmt: skip


def test_groups_move_on_and_owners_stay():
    room = not_begun(challenges=CHALLENGES[:2], mode="groups").begin().go_to("explain", 2)
    assert seat(room, A) == (1, "owner")
    assert seat(room, D) == (2, "owner")
    assert seat(room, C) == (2, "thinker")
    assert seat(room, F) == (1, "thinker")


def test_a_person_without_a_table_waits():
    assert seat(carousel(), person(9)) == (None, "waiting")


def test_where_the_owner_took_the_challenge_back_people_wait():
    room = carousel()
    room.challenges = CHALLENGES[1:]
    assert seat(room, C) == (1, "waiting")
    assert seat(room, F) == (2, "thinker")


def test_a_latecomer_thinks_along_and_nobody_else_moves():
    room = carousel()
    before = [seat(room, who) for who in PEOPLE]
    late = person(7, 2, 4)
    room.people = (*PEOPLE, late)
    assert seat(room, late) == (2, "thinker")
    assert [seat(room, who) for who in PEOPLE] == before


def test_the_plan_that_was_made_at_the_start_holds():
    room = carousel()
    room.challenges = (challenge_of(C), *CHALLENGES)
    assert seat(room, A) == (1, "owner")
    room.go_to("explain", 2)
    assert seat(room, B) == (1, "owner")


def test_before_the_step_begins_people_see_the_plan_as_it_would_be():
    assert seat(not_begun(), A) == (1, "owner")


def test_an_open_chair_is_no_reason_to_refuse_a_plan():
    people = tuple(who for who in PEOPLE if who is not B)
    room = not_begun(people=people, challenges=CHALLENGES[:2], rounds=1, mode="groups").begin()
    assert room.plan
    assert seat(room, C) == (1, "thinker")


def test_it_begins_with_tables_and_owners_only():
    assert obstacle(not_begun()) == ("", {})
    assert obstacle(not_begun(challenges=())) == ("carousel.no_owners", {})
    nowhere = tuple(replace(who, table=None, seat=None) for who in PEOPLE)
    assert obstacle(not_begun(people=nowhere)) == ("carousel.no_tables", {})


def test_an_owner_without_a_table_is_not_an_owner_yet():
    assert obstacle(not_begun(challenges=(challenge_of(person(9)),)))[0] == "carousel.no_owners"


def test_rounds_that_cannot_be_planned_stand_in_the_way():
    assert obstacle(not_begun(rounds=5))[0] == "rotation.more_rounds_than_wishes"
    assert obstacle(not_begun(rounds=1))[0] == "rotation.too_few_rounds"


def test_a_carousel_that_was_skipped_into_without_owners_lets_everyone_wait():
    room = not_begun(challenges=())
    assert Carousel().plan(room.scene) == {}
    room.stop_index = 0
    assert seat(room, A) == (1, "waiting")
    assert obstacle(room.go_to("next_step")) == ("", {})


def test_a_round_ends_only_when_every_owner_has_said_what_comes_next():
    room = carousel().go_to("next_step")
    assert obstacle(room) == ("carousel.next_steps_missing", {"tables": "1, 2"})
    room.act(a, "record_next_step", what="Ik bel de gemeente")
    assert obstacle(room) == ("carousel.next_step_missing", {"table": 2})
    room.act(FACILITATOR, "not_yet", table=2)
    assert obstacle(room) == ("", {})
    assert obstacle(room.go_to("next_step", 2))[0] == "carousel.next_steps_missing"


@pytest.mark.parametrize("phase", ["explain", "questions", "ideas", "review"])
def test_inside_a_round_nothing_stands_in_the_way(phase: str):
    assert obstacle(carousel().go_to(phase)) == ("", {})
