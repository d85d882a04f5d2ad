"""Another owner for a turn while the carousel runs: who may take it, and what is said of it."""

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.activity import Say
from plekberaad_app.activities.contract.capabilities import Replan
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.people import Person
from tests.activities.carousel.scenes import A, B, C, D, E, F, a, b, c, carousel, challenge_of, idea
from tests.activities.scenes import Room


def replace_owner(room: Room, number: int, table: int, who: Person) -> Replan:
    """As the service does it: the plan is kept, and so is the challenge."""
    found = Carousel().replan(room.scene, number, table, who)
    room.plan = dict(found.plan)
    if found.challenge not in room.challenges:
        room.challenges = (*room.challenges, found.challenge)
    return found


def refusal(room: Room, number: int, table: int, who: Person) -> str:
    with pytest.raises(DomainError) as refused:
        Carousel().replan(room.scene, number, table, who)
    return refused.value.code


def seat(room: Room, who: Person) -> tuple[int | None, str]:
    return Carousel().seat(room.scene, who)


def test_anyone_who_brings_nothing_takes_over_the_challenge_of_whom_they_replace():
    room = carousel()
    found = replace_owner(room, 1, 1, C)
    assert (found.challenge.owner, found.challenge.sentence) == (C, "De wens van A")
    assert [seat(room, who)[1] for who in (A, B, C)] == ["thinker", "thinker", "owner"]
    assert found.said == (
        Say("carousel.replaced", {"new": "C", "table": 1, "round": 1}),
        Say("carousel.replaced.lost", {"old": "A"}),
    )
    assert not found.is_kept


def test_anyone_who_brings_a_challenge_of_their_own_talks_about_that():
    room = carousel()
    room.challenges = (*room.challenges, challenge_of(C))
    assert replace_owner(room, 2, 1, C).challenge == challenge_of(C)
    assert seat(room.go_to("explain", 2), C) == (1, "owner")


def test_anyone_who_was_to_be_owner_later_at_that_table_swaps_turns():
    room = carousel()
    found = replace_owner(room, 1, 1, B)
    assert found.is_kept
    assert found.said[1:] == (Say("carousel.replaced.later", {"old": "A", "round": 2}),)
    assert seat(room, B) == (1, "owner")
    assert seat(room.go_to("explain", 2), A) == (1, "owner")
    assert seat(room, B) == (1, "thinker")


def test_anyone_who_had_a_turn_before_is_heard_twice_and_that_is_said():
    room = carousel()
    found = replace_owner(room, 2, 1, A)
    assert not found.is_kept
    assert Say("carousel.replaced.twice", {"new": "A", "n": 2}) in found.said
    assert Say("carousel.replaced.lost", {"old": "B"}) in found.said


def test_the_ideas_of_the_round_stay_and_the_new_owner_works_with_them():
    room = carousel()
    idea(room, b)
    replace_owner(room, 1, 1, C)
    room.go_to("review").act(c, "mark_idea", id="idea-0001", on=True)
    with pytest.raises(DomainError, match="owners_only"):
        room.act(a, "mark_idea", id="idea-0001", on=False)
    first = Carousel().report(room.scene)[0]
    assert (first.owner, len(first.ideas)) == ("C", 1)


def test_a_turn_of_which_the_owner_left_goes_to_somebody_with_a_challenge():
    room = carousel()
    room.people = tuple(who for who in room.people if who is not A)
    room.challenges = tuple(each for each in room.challenges if each.owner is not A)
    assert refusal(room, 1, 1, C) == "carousel.bring_challenge_first"
    room.challenges = (*room.challenges, challenge_of(C))
    found = replace_owner(room, 1, 1, C)
    assert found.is_kept
    assert seat(room, C) == (1, "owner")


def test_only_somebody_who_sits_there_in_a_round_that_is_not_over():
    room = carousel().go_to("explain", 2)
    assert refusal(room, 2, 1, E) == "carousel.sits_elsewhere"
    assert refusal(room, 1, 1, C) == "carousel.round_over"
    assert refusal(room, 3, 1, C) == "carousel.round_over"
    assert refusal(room.end(), 2, 1, C) == "carousel.round_over"


def test_an_owner_is_no_replacement_for_themselves():
    assert refusal(carousel(), 1, 1, A) == "carousel.is_owner_already"
    assert refusal(carousel(), 1, 2, D) == "carousel.is_owner_already"


def test_before_the_carousel_begins_there_is_no_plan_to_change():
    room = carousel()
    room.plan, room.stop_index = {}, -1
    assert refusal(room, 1, 1, C) == "carousel.not_begun"


def test_where_groups_rotate_the_new_owner_stays_at_the_table():
    room = carousel(mode="groups")
    room.challenges = tuple(challenge_of(who) for who in (A, D))
    room.plan, room.stop_index = {}, -1
    room.begin().go_to("explain", 2)
    assert seat(room, F) == (1, "thinker")
    replace_owner(room, 2, 1, F)
    assert seat(room, F) == (1, "owner")
    assert seat(room, A) == (1, "thinker")
    assert seat(room.go_to("ideas", 1), F) == (2, "thinker")


def test_the_preview_offers_who_sits_there_for_rounds_that_are_not_over():
    room = carousel().go_to("ideas", 2)
    rows = Carousel().preview(room.scene).view.rows
    offered = {(row.round, row.table): [each.name for each in row.others] for row in rows}
    assert offered == {(1, 1): [], (1, 2): [], (2, 1): ["A", "C"], (2, 2): ["D", "F"]}


def test_the_turns_that_somebody_still_has_are_those_that_are_not_over():
    room = carousel().go_to("ideas", 1)
    rows = Carousel().preview(room.scene).view.rows
    assert held(room) == sorted((row.owner_number, (row.round, row.table)) for row in rows)
    in_round_two = [(number, turn) for number, turn in held(room) if turn[0] == 2]
    assert held(room.go_to("ideas", 2)) == in_round_two
    room.stop_index = -1
    assert held(room) == []


def held(room: Room) -> list[tuple[int, tuple[int, int]]]:
    """Whose turns are still to come, by number, each with its round and table."""
    left = Carousel().turns_left
    return sorted((number, turn) for number in range(1, 10) for turn in left(room.scene, number))
