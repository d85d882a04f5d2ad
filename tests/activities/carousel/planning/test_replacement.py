"""Somebody else takes the turn of an owner while a plan runs: nobody else moves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.replacement import (
    hear_twice,
    replaced,
    without_turn,
)
from plekberaad_app.activities.carousel.planning.rotation import plan_rotation
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, sits_at
from tests.activities.carousel.planned import carousels, owner_of, seating_of, thinkers

SEATING = seating_of(9, 3)
ONE_EACH = [owner_of(SEATING[table][0], table) for table in SEATING]
TWO_EACH = [owner_of(one, table) for table in SEATING for one in SEATING[table][:2]]


def at(plan, owners, round_number: int, person: str) -> int:
    home = next(table for table, row in SEATING.items() if person in row)
    seat = SEATING[home].index(person) + 1
    return sits_at(plan, person, home, seat, round_number, owners)


def test_inside_a_table_somebody_without_a_turn_takes_it_over():
    plan = plan_rotation(Mode.INSIDE, 2, SEATING, TWO_EACH)
    new = owner_of(SEATING[1][2], 1)
    after = replaced(plan, 2, 1, new)
    assert after.turns[1] == (plan.turns[1][0], new.challenge_id)
    assert {table: after.turns[table] for table in (2, 3)} == {t: plan.turns[t] for t in (2, 3)}
    assert without_turn(plan, after) == {plan.turns[1][1]}


def test_anyone_who_has_a_turn_later_at_that_table_swaps_it_so_that_both_get_one():
    plan = plan_rotation(Mode.INSIDE, 2, SEATING, TWO_EACH)
    later = next(owner for owner in TWO_EACH if owner.challenge_id == plan.turns[1][1])
    after = replaced(plan, 1, 1, later)
    assert after.turns[1] == plan.turns[1][::-1]
    assert without_turn(plan, after) == set()


def test_a_turn_of_nobody_is_taken_for_that_round_only():
    plan = plan_rotation(Mode.INSIDE, 2, SEATING, [*ONE_EACH, owner_of(SEATING[1][1], 1)])
    new = owner_of(SEATING[2][1], 2)
    assert plan.turns[2][1] == ""
    assert replaced(plan, 2, 2, new).turns[2] == (plan.turns[2][0], new.challenge_id)


def test_where_groups_rotate_the_new_owner_stays_from_that_round_on_and_was_elsewhere_before():
    plan = plan_rotation(Mode.GROUPS, 3, SEATING, ONE_EACH)
    person = next(p for _, _, p in thinkers(SEATING, ONE_EACH) if at(plan, ONE_EACH, 2, p) == 1)
    home = next(table for table, row in SEATING.items() if person in row)
    new = owner_of(person, home)
    after, owners = replaced(plan, 2, 1, new), [*ONE_EACH, new]
    assert after.turns[1] == (plan.turns[1][0], new.challenge_id, new.challenge_id)
    assert at(after, owners, 1, person) == at(plan, ONE_EACH, 1, person)
    assert [at(after, owners, number, person) for number in (2, 3)] == [1, 1]


def test_a_plan_with_a_replacement_survives_its_storage_and_older_plans_are_still_read():
    plan = plan_rotation(Mode.GROUPS, 3, SEATING, ONE_EACH)
    after = replaced(plan, 2, 1, owner_of(SEATING[3][1], 3))
    assert type(after).from_json(after.to_json()) == after
    stored = plan.to_json()
    del stored["since"]
    assert type(plan).from_json(stored) == plan


def test_anyone_who_already_had_a_turn_is_heard_twice_by_the_people_at_that_table():
    plan = plan_rotation(Mode.INSIDE, 2, SEATING, TWO_EACH)
    first = next(owner for owner in TWO_EACH if owner.challenge_id == plan.turns[1][0])
    after = replaced(plan, 2, 1, first)
    assert hear_twice(after, SEATING, TWO_EACH, first) == set(SEATING[1]) - {first.person_id}
    assert hear_twice(plan, SEATING, TWO_EACH, first) == set()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whoever_takes_a_turn_nobody_else_sits_elsewhere(data: st.DataObject):
    mode = data.draw(st.sampled_from(Mode))
    rounds, seating, owners = data.draw(carousels(mode))
    plan = plan_rotation(mode, rounds, seating, owners)
    number = data.draw(st.integers(1, rounds))
    everyone = [
        (home, seat, one) for home, row in seating.items() for seat, one in enumerate(row, start=1)
    ]
    home, seat, person = data.draw(st.sampled_from(list(thinkers(seating, owners)) or everyone))
    table = sits_at(plan, person, home, seat, number, owners)
    new = OwnerSeat(f"challenge of {person}", person, home)
    after = replaced(plan, number, table, new)
    assert after.challenge_at(table, number) == new.challenge_id
    for earlier in range(1, number):
        assert after.turns[table][earlier - 1] == plan.turns[table][earlier - 1]
    for each_home, each_seat, one in everyone:
        for each_round in range(1, rounds + 1):
            before = sits_at(plan, one, each_home, each_seat, each_round, owners)
            now = sits_at(after, one, each_home, each_seat, each_round, [*owners, new])
            if one != person or each_round < number:
                assert now == before
            else:
                assert now == table
