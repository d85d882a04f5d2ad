"""Carousel plans: what is refused, what fits, and small rooms worked out by hand."""

import json
from dataclasses import replace
from typing import Any

import pytest

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.meetings import Meetings, companies, meetings
from plekberaad_app.activities.carousel.planning.rotation import (
    fewest_rounds,
    most_rounds,
    plan_rotation,
)
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan, sits_at
from plekberaad_app.activities.carousel.planning.travel import (
    best_strides,
    circle,
    permitted,
    travel_groups,
)
from plekberaad_app.core.errors import BadInput, DomainError
from tests.activities.carousel.planned import first_owners, owner_of, seating_of

THREE_TABLES = {1: ("a", "b", "c"), 2: ("d", "e", "f"), 3: ("g", "h", "i")}
THREE_OWNERS = [OwnerSeat("A", "a", 1), OwnerSeat("D", "d", 2), OwnerSeat("G", "g", 3)]


def refusal(mode: Mode, rounds: int, seating: Any, owners: list[OwnerSeat]) -> DomainError:
    with pytest.raises(DomainError) as caught:
        plan_rotation(mode, rounds, seating, owners)
    return caught.value


def test_three_tables_three_rounds_by_hand():
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    assert plan.strides == (1, 2)
    assert companies(plan, THREE_TABLES, THREE_OWNERS, 2) == {
        1: ["a", "f", "h"],
        2: ["b", "d", "i"],
        3: ["c", "e", "g"],
    }
    assert meetings(plan, THREE_TABLES, THREE_OWNERS) == Meetings(new=27, possible=27)


def test_owners_stay_and_have_every_turn_at_their_own_table():
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    assert plan.turns == {1: ("A", "A", "A"), 2: ("D", "D", "D"), 3: ("G", "G", "G")}
    assert [sits_at(plan, "d", 2, 1, number, THREE_OWNERS) for number in (1, 2, 3)] == [2, 2, 2]


def test_inside_a_table_the_turn_goes_round_and_then_stays_empty():
    owners = [OwnerSeat("A", "a", 1), OwnerSeat("B", "b", 1), OwnerSeat("G", "g", 3)]
    plan = plan_rotation(Mode.INSIDE, 2, THREE_TABLES, owners)
    assert plan.turns == {1: ("A", "B"), 2: ("", ""), 3: ("G", "")}
    assert plan.table_of(2, 3, 2) == 2


@pytest.mark.parametrize(("table", "round_number"), [(1, 0), (1, 4), (0, 1), (4, 1)])
def test_outside_the_plan_nobody_has_the_turn(table: int, round_number: int):
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    assert plan.challenge_at(table, round_number) == ""


def test_a_second_owner_hosts_where_there_is_none():
    owners = [OwnerSeat("A", "a", 1), OwnerSeat("B", "b", 1), OwnerSeat("G", "g", 3)]
    plan = plan_rotation(Mode.GROUPS, 2, THREE_TABLES, owners)
    assert plan.hosts == {"A": 1, "B": 2, "G": 3}
    assert sits_at(plan, "b", 1, 2, 1, owners) == 2


def test_with_fewer_owners_than_tables_a_table_has_no_owner():
    plan = plan_rotation(Mode.GROUPS, 2, THREE_TABLES, THREE_OWNERS[:2])
    assert plan.turns[3] == ("", "")


def test_two_owners_at_a_table_take_turns():
    seating = seating_of(12, 2)
    plan = plan_rotation(Mode.GROUPS, 4, seating, first_owners(seating, per_table=2))
    first, second = (f"challenge of {one}" for one in seating[1][:2])
    assert plan.turns[1] == (first, second, second, first)


def test_with_two_owners_at_a_table_a_group_may_stay_for_the_other():
    seating = seating_of(20, 2)
    plan = plan_rotation(Mode.GROUPS, 2, seating, first_owners(seating, per_table=2))
    assert plan.strides == (0, 1)


@pytest.mark.parametrize("mode", list(Mode))
def test_without_owners_there_is_no_carousel(mode: Mode):
    assert refusal(mode, 1, THREE_TABLES, []).code == "rotation.no_owners"


def test_groups_cannot_rotate_over_one_table():
    error = refusal(Mode.GROUPS, 1, {1: ("a", "b")}, [OwnerSeat("A", "a", 1)])
    assert error.code == "rotation.too_few_tables"


def test_an_owner_brings_one_challenge():
    owners = [OwnerSeat("A", "a", 1), OwnerSeat("second of a", "a", 1)]
    assert refusal(Mode.INSIDE, 2, THREE_TABLES, owners).code == "rotation.owner_twice"


@pytest.mark.parametrize("owner", [OwnerSeat("A", "a", 2), OwnerSeat("A", "stranger", 1)])
def test_an_owner_has_to_sit_at_their_table(owner: OwnerSeat):
    assert refusal(Mode.GROUPS, 1, THREE_TABLES, [owner]).code == "rotation.owner_not_seated"


@pytest.mark.parametrize(
    ("mode", "most", "why"),
    [
        (Mode.INSIDE, 1, "rotation.more_rounds_than_wishes"),
        (Mode.GROUPS, 3, "rotation.too_many_rounds"),
    ],
)
def test_one_round_too_many_is_refused_and_says_why_and_how_many_can_be(
    mode: Mode, most: int, why: str
):
    assert plan_rotation(mode, most, THREE_TABLES, THREE_OWNERS).rounds == most
    error = refusal(mode, most + 1, THREE_TABLES, THREE_OWNERS)
    assert (error.code, error.values) == (why, {"n": most})


@pytest.mark.parametrize(("mode", "fewest"), [(Mode.INSIDE, 3), (Mode.GROUPS, 2)])
def test_one_round_too_few_is_refused_and_says_how_many_are_needed(mode: Mode, fewest: int):
    owners = [owner_of(one, 1) for one in "abc"] + [OwnerSeat("D", "d", 2)]
    assert plan_rotation(mode, fewest, THREE_TABLES, owners).rounds == fewest
    error = refusal(mode, fewest - 1, THREE_TABLES, owners)
    assert (error.code, error.values) == ("rotation.too_few_rounds", {"n": fewest})


@pytest.mark.parametrize(
    ("mode", "owners", "fewest", "most"),
    [
        (Mode.INSIDE, 0, 0, 0),
        (Mode.INSIDE, 1, 1, 1),
        (Mode.INSIDE, 4, 2, 2),
        (Mode.GROUPS, 0, 0, 0),
        (Mode.GROUPS, 1, 1, 3),
        (Mode.GROUPS, 3, 1, 3),
        (Mode.GROUPS, 4, 2, 3),
        (Mode.GROUPS, 6, 2, 6),
    ],
)
def test_fewest_and_most_rounds_at_three_tables(mode, owners, fewest, most):
    asked = [OwnerSeat(f"c{number}", f"p{number}", number % 3 + 1) for number in range(owners)]
    assert fewest_rounds(mode, 3, asked) == fewest
    assert most_rounds(mode, 3, asked) == most


def test_groups_at_one_table_can_make_no_rounds():
    assert most_rounds(Mode.GROUPS, 1, [OwnerSeat("A", "a", 1)]) == 0


def test_anyone_who_came_together_travels_together():
    groups = travel_groups(("a", "b", "c", "d", "e"), ["c"], {"b": "x", "e": "x"}, 2)
    assert groups == (1, 0, -1, 1, 0)


def test_a_group_of_three_travels_together_through_the_whole_carousel():
    seating = seating_of(36, 6)
    trio = dict.fromkeys(seating[2][2:5], "trio")
    plan = plan_rotation(Mode.GROUPS, 4, seating, first_owners(seating), trio)
    for number in range(1, 5):
        assert len({plan.table_of(2, seat, number) for seat in (3, 4, 5)}) == 1


def test_on_an_open_chair_sits_nobody_and_it_shifts_nobody():
    seating = THREE_TABLES | {2: ("d", "", "f", "e")}
    plan = plan_rotation(Mode.GROUPS, 3, seating, THREE_OWNERS)
    for number in (1, 2, 3):
        at = companies(plan, seating, THREE_OWNERS, number)
        assert sorted(one for row in at.values() for one in row) == list("abcdefghi")
    assert plan.groups[2] == (-1, -1, 0, 1)


def test_an_owner_without_challenge_any_more_travels_like_the_others():
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    tables = [sits_at(plan, "a", 1, 1, number, THREE_OWNERS[1:]) for number in (1, 2, 3)]
    assert tables == [1, 2, 3]


def test_an_owner_who_offers_after_the_plan_was_made_goes_on_travelling():
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    owners = [*THREE_OWNERS, OwnerSeat("late", "b", 1)]
    assert sits_at(plan, "b", 1, 2, 2, owners) == plan.table_of(1, 2, 2)


@pytest.mark.parametrize(("stride", "rounds"), [(0, 1), (1, 6), (2, 3), (3, 2), (4, 3), (5, 6)])
def test_a_stride_over_six_tables_is_back_after(stride: int, rounds: int):
    assert circle(stride, 6) == rounds


def test_only_strides_that_do_not_come_back_are_permitted():
    assert permitted(dict.fromkeys(range(6), ("A",) * 2)) == (1, 2, 3, 4, 5)
    assert permitted(dict.fromkeys(range(6), ("A",) * 3)) == (1, 2, 4, 5)
    assert permitted(dict.fromkeys(range(6), ("A",) * 6)) == (1, 5)


def test_there_are_never_more_strides_than_thinkers():
    assert len(best_strides((1, 2, 3, 4), 5, 3, thinkers=2, hosts=5)) == 2
    assert len(best_strides((1, 2, 3, 4), 5, 3, thinkers=0, hosts=5)) == 1


def test_a_stored_plan_is_plain_json():
    plan = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS)
    assert RotationPlan.from_json(json.loads(json.dumps(plan.to_json()))) == plan


@pytest.mark.parametrize(
    "spoilt",
    [
        {"mode": "upside down"},
        {"mode": "inside"},
        {"rounds": "3"},
        {"rounds": True},
        {"rounds": 4},
        {"tables": 2},
        {"turns": []},
        {"turns": {"one": ["A"]}},
        {"turns": {"1": ["A", "A", 7], "2": ["D"] * 3, "3": ["G"] * 3}},
        {"hosts": {"A": 1}},
        {"hosts": {"A": 1, "D": 2, "G": 9}},
        {"strides": []},
        {"strides": [3]},
        {"strides": 5},
        {"groups": {}},
        {"groups": {"1": [2], "2": [], "3": []}},
        {"extra": 1},
    ],
)
def test_a_spoilt_plan_is_refused(spoilt: dict[str, Any]):
    stored = plan_rotation(Mode.GROUPS, 3, THREE_TABLES, THREE_OWNERS).to_json()
    with pytest.raises(BadInput) as caught:
        RotationPlan.from_json(stored | spoilt)
    assert caught.value.code == "rotation.plan_unreadable"


def test_an_empty_mapping_is_no_plan():
    with pytest.raises(BadInput):
        RotationPlan.from_json({})


def test_meetings_counts_a_pair_once_however_often_it_sits_together():
    plan = plan_rotation(Mode.INSIDE, 1, THREE_TABLES, THREE_OWNERS)
    twice = replace(plan, rounds=2)
    assert meetings(plan, THREE_TABLES, THREE_OWNERS) == Meetings(new=9, possible=9)
    assert meetings(twice, THREE_TABLES, THREE_OWNERS) == Meetings(new=9, possible=18)
