"""The three promises of the carousel hold for every room of 12 to 60 people and 2 to 10 tables."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.activities.carousel.planning.hosting import in_turn
from plekberaad_app.activities.carousel.planning.meetings import companies, meetings
from plekberaad_app.activities.carousel.planning.rotation import plan_rotation
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan, sits_at
from tests.activities.carousel.planned import Seating, carousels, first_owners, seating_of, thinkers

any_room = settings(max_examples=80, deadline=None)
groups_rotate = carousels(Mode.GROUPS)
owners_rotate = carousels(Mode.INSIDE)
any_carousel = st.sampled_from(list(Mode)).flatmap(
    lambda mode: st.tuples(st.just(mode), carousels(mode))
)


def heard(plan: RotationPlan, home: int, seat: int) -> list[str]:
    """The challenges somebody hears who hosts nothing, round by round."""
    tables = [plan.table_of(home, seat, number) for number in range(1, plan.rounds + 1)]
    turns = [plan.challenge_at(table, number) for number, table in enumerate(tables, start=1)]
    return [challenge for challenge in turns if challenge]


def turns_taken(plan: RotationPlan) -> Counter[str]:
    return Counter(turn for row in plan.turns.values() for turn in row if turn)


def as_one_block(plan: RotationPlan) -> RotationPlan:
    """The same plan, with everybody of a home table moving one table on together."""
    return replace(plan, strides=(1,) * len(plan.strides))


@any_room
@given(any_carousel)
def test_nobody_who_thinks_along_hears_an_owner_twice(carousel):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    for home, seat, _ in thinkers(seating, owners):
        stories = heard(plan, home, seat)
        assert len(set(stories)) == len(stories)


@any_room
@given(any_carousel)
def test_everyone_asked_gets_a_turn(carousel):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    assert set(turns_taken(plan)) == {owner.challenge_id for owner in owners}


@any_room
@given(any_carousel)
def test_an_owner_is_at_the_table_where_their_challenge_is_on_turn(carousel):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    for owner in owners:
        seat = seating[owner.table].index(owner.person_id) + 1
        for number in range(1, rounds + 1):
            table = sits_at(plan, owner.person_id, owner.table, seat, number, owners)
            others = [row[number - 1] for at, row in plan.turns.items() if at != table]
            assert owner.challenge_id not in others


@any_room
@given(any_carousel)
def test_everyone_sits_at_exactly_one_table_in_every_round(carousel):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    everyone = sorted(one for row in seating.values() for one in row)
    for number in range(1, rounds + 1):
        at = companies(plan, seating, owners, number)
        assert set(at) == set(seating)
        assert sorted(one for members in at.values() for one in members) == everyone


@any_room
@given(groups_rotate)
def test_no_table_is_without_owner_while_there_are_enough(carousel):
    rounds, seating, owners = carousel
    plan = plan_rotation(Mode.GROUPS, rounds, seating, owners)
    hosting = Counter(plan.hosts.values())
    per_table = [hosting[table] for table in seating]
    assert max(per_table) - min(per_table) <= 1
    if min(per_table):
        assert all(all(row) for row in plan.turns.values())


@any_room
@given(st.integers(2, 10), st.integers(1, 6), st.data())
def test_owners_of_one_table_have_about_as_many_turns(tables: int, owners: int, data):
    rounds = data.draw(st.integers(owners, tables * owners))
    row = in_turn([f"c{number}" for number in range(owners)], rounds, tables)
    counts = Counter(row)
    assert len(counts) == owners
    assert max(counts.values()) - min(counts.values()) <= (1 if rounds <= tables else 2)


@any_room
@given(groups_rotate)
def test_in_the_first_round_every_thinker_is_at_home(carousel):
    rounds, seating, owners = carousel
    plan = plan_rotation(Mode.GROUPS, rounds, seating, owners)
    assert all(plan.table_of(home, seat, 1) == home for home, seat, _ in thinkers(seating, owners))


@any_room
@given(owners_rotate)
def test_inside_a_table_nobody_moves(carousel):
    rounds, seating, owners = carousel
    plan = plan_rotation(Mode.INSIDE, rounds, seating, owners)
    for number in range(1, rounds + 1):
        at = companies(plan, seating, owners, number)
        assert {table: tuple(members) for table, members in at.items()} == seating


@any_room
@given(owners_rotate)
def test_inside_a_table_turns_come_first_and_empty_rounds_last(carousel):
    rounds, seating, owners = carousel
    plan = plan_rotation(Mode.INSIDE, rounds, seating, owners)
    for table, row in plan.turns.items():
        own = [owner.challenge_id for owner in owners if owner.table == table]
        assert list(row) == own + [""] * (rounds - len(own))


@any_room
@given(st.integers(12, 60), st.integers(2, 10), st.data())
def test_with_one_owner_at_each_table_sizes_stay_within_one(people: int, tables: int, data):
    seating = seating_of(people, tables)
    owners = first_owners(seating)
    rounds = data.draw(st.integers(1, tables))
    plan = plan_rotation(Mode.GROUPS, rounds, seating, owners)
    for number in range(1, rounds + 1):
        sizes = [len(members) for members in companies(plan, seating, owners, number).values()]
        assert max(sizes) - min(sizes) <= 1


@any_room
@given(any_carousel, st.integers(1, 4))
def test_latecomers_change_nobody_elses_place_and_hear_nobody_twice(carousel, count: int):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    with_latecomers: Seating = {
        table: (*row, *(f"late {table} {number}" for number in range(count)))
        for table, row in seating.items()
    }
    for number in range(1, rounds + 1):
        before = companies(plan, seating, owners, number)
        after = companies(plan, with_latecomers, owners, number)
        there = {t: [one for one in row if one[0] == "p"] for t, row in after.items()}
        assert there == before
    for home, seat, _ in thinkers(with_latecomers, owners):
        stories = heard(plan, home, seat)
        assert len(set(stories)) == len(stories)


@any_room
@given(groups_rotate)
def test_nobody_can_meet_more_people_than_there_are_places(carousel):
    rounds, seating, owners = carousel
    score = meetings(plan_rotation(Mode.GROUPS, rounds, seating, owners), seating, owners)
    assert 0 < score.new <= score.possible


@any_room
@given(st.integers(3, 10), st.integers(3, 6), st.data())
def test_more_people_meet_than_when_each_table_moves_as_one_block(tables: int, size: int, data):
    seating = seating_of(tables * size, tables)
    owners = first_owners(seating)
    plan = plan_rotation(Mode.GROUPS, data.draw(st.integers(2, tables)), seating, owners)
    block = as_one_block(plan)
    assert len(plan.strides) > 1
    assert meetings(plan, seating, owners).new > meetings(block, seating, owners).new


@pytest.mark.parametrize(
    ("people", "tables", "rounds", "block", "strides", "possible"),
    [
        (36, 6, 2, 120, 180, 180),
        (36, 6, 3, 150, 240, 270),
        (24, 4, 3, 100, 124, 180),
        (30, 5, 3, 125, 215, 225),
        (42, 7, 3, 175, 315, 315),
        (42, 7, 7, 315, 735, 735),
        (60, 10, 3, 250, 440, 450),
    ],
)
def test_meetings_of_travel_groups_against_one_block(
    people, tables, rounds, block, strides, possible
):
    seating = seating_of(people, tables)
    owners = first_owners(seating)
    plan = plan_rotation(Mode.GROUPS, rounds, seating, owners)
    score = meetings(plan, seating, owners)
    assert meetings(as_one_block(plan), seating, owners).new == block
    assert (score.new, score.possible) == (strides, possible)


@any_room
@given(any_carousel)
def test_a_plan_survives_being_stored(carousel):
    mode, (rounds, seating, owners) = carousel
    plan = plan_rotation(mode, rounds, seating, owners)
    assert RotationPlan.from_json(plan.to_json()) == plan
