"""A carousel with a break in it: two steps, in which everyone has one turn in all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan, sits_at
from plekberaad_app.activities.carousel.rounds import owner_seats, seating_of
from plekberaad_app.activities.carousel.turns import turns_left
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.programme import Step
from tests.activities.carousel.planned import first_owners
from tests.activities.carousel.planned import seating_of as dealt
from tests.activities.carousel.scenes import CHALLENGES, PEOPLE, challenge_of

OWNERS = owner_seats(PEOPLE, CHALLENGES)


def step(name: str, rounds: int, mode: str = "inside") -> Step:
    return Step(name, "carousel", name, {"rounds": rounds, "mode": mode})


def begun(steps: list[Step], at: int, owners=OWNERS, seating=None) -> list[Step]:
    """The same programme, in which this step has its plan."""
    here = steps[at]
    left = turns_left(here, steps, owners)
    mode, rounds = Mode(here.options["mode"]), here.options["rounds"]
    plan = left.plan(mode, rounds, seating or seating_of(PEOPLE), {})
    return [*steps[:at], replace(here, plan=plan), *steps[at + 1 :]]


def rotation_of(one: Step) -> RotationPlan:
    return RotationPlan.from_json(one.plan["rotation"])


def turns(one: Step) -> dict[int, tuple[str, ...]]:
    rounds = one.options["rounds"]
    return {table: row[:rounds] for table, row in rotation_of(one).turns.items()}


def test_who_had_a_turn_before_the_break_has_none_after_it():
    steps = begun([step("before", 1), step("after", 1)], 0)
    steps = begun(steps, 1)
    before, after = map(turns, steps)
    assert before == {1: ("challenge-1",), 2: ("challenge-4",)}
    assert after == {1: ("challenge-2",), 2: ("challenge-5",)}


def test_rounds_after_the_break_count_before_it():
    with pytest.raises(DomainError, match="too_few_rounds"):
        begun([step("alone", 1)], 0)
    begun([step("before", 1), Step("pause", "welcome", "Pauze"), step("after", 1)], 0)


def test_a_refusal_names_the_rounds_of_this_step():
    owners = owner_seats(PEOPLE, (*CHALLENGES, *(challenge_of(PEOPLE[at]) for at in (2, 5))))
    with pytest.raises(DomainError, match="too_few_rounds") as refused:
        begun([step("before", 1), step("after", 1)], 0, owners)
    assert refused.value.values == {"n": 2}


def test_a_wish_that_comes_up_in_the_break_gets_its_turn():
    steps = begun([step("before", 1), step("after", 2)], 0)
    late = owner_seats(PEOPLE, (*CHALLENGES, challenge_of(PEOPLE[2])))
    assert turns(begun(steps, 1, late)[1])[1] == ("challenge-2", "challenge-3")


def test_with_no_turn_left_there_is_nobody_to_plan():
    steps = begun([step("before", 2), step("after", 1)], 0)
    assert turns_left(steps[1], steps, OWNERS).owners == []
    with pytest.raises(DomainError, match="no_owners"):
        begun(steps, 1)


def test_a_carousel_that_was_skipped_leaves_all_turns_to_the_next():
    steps = [step("skipped", 2), step("after", 2)]
    assert turns_left(steps[1], steps, OWNERS).owners == OWNERS


@given(
    tables=st.integers(2, 8),
    people=st.integers(12, 60),
    before=st.integers(1, 4),
    after=st.integers(1, 4),
)
def test_groups_go_on_from_where_they_were_and_visit_nobody_twice(tables, people, before, after):
    seating = dealt(people, tables)
    owners = first_owners(seating)
    programme = [step("before", before, "groups"), step("after", after, "groups")]
    try:
        programme = begun(programme, 0, owners, seating)
        programme = begun(programme, 1, owners, seating)
    except DomainError:
        assert before + after > tables
        return
    plans = [(rotation_of(each), each.options["rounds"]) for each in programme]
    for table, row in seating.items():
        for seat, one in enumerate(row[1:], start=2):
            at = [
                sits_at(plan, one, table, seat, number, owners)
                for plan, rounds in plans
                for number in range(1, rounds + 1)
            ]
            assert len(set(at)) == len(at)


def test_more_rounds_than_are_left_of_the_way_round_are_refused():
    seating = dealt(12, 3)
    owners = first_owners(seating)
    steps = begun([step("before", 2, "groups"), step("after", 2, "groups")], 0, owners, seating)
    left = turns_left(steps[1], steps, owners)
    assert (left.fewest(Mode.GROUPS, 3), left.most(Mode.GROUPS, 3)) == (1, 1)
    with pytest.raises(DomainError, match="too_many_rounds"):
        begun(steps, 1, owners, seating)


def test_what_is_left_of_a_rotation_reads_back():
    seating = dealt(12, 3)
    owners = first_owners(seating)
    steps = begun([step("before", 1, "groups"), step("after", 2, "groups")], 0, owners, seating)
    plan = rotation_of(begun(steps, 1, owners, seating)[1])
    whole = rotation_of(steps[0])
    assert [plan.table_of(1, 2, number) for number in (1, 2)] == [
        whole.table_of(1, 2, number) for number in (2, 3)
    ]
