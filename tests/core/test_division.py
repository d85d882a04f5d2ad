"""Dividing: the promises hold for every room, and pairs are never parted."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.people import Habit, Person
from plekberaad_app.core.seating import Spread, divide, spread
from tests.core.cast import by_table, crowds, crowds_with_pairs, newcomer, regular, room

tables_of_a_room = st.integers(1, 12)
seeds = st.integers(0, 1000).map(random.Random)
few_examples = settings(max_examples=60, deadline=None)


def tables_per_group(people: Sequence[Person]) -> dict[str, set[int | None]]:
    tables: dict[str, set[int | None]] = defaultdict(set)
    for one in people:
        if one.together:
            tables[one.together].add(one.table)
    return tables


def sizes_can_be_even(people: Sequence[Person], tables: int) -> bool:
    """A table with an odd number of people needs one who came alone."""
    size, larger = divmod(len(people), tables)
    odd_tables = larger if size % 2 == 0 else tables - larger
    return odd_tables <= sum(not one.together for one in people)


def owners_per_table(people: Sequence[Person], owners: frozenset[str], tables: int) -> list[int]:
    seated = [one.table for one in people if one.id in owners]
    return [seated.count(table) for table in range(1, tables + 1)]


@few_examples
@given(crowds(), tables_of_a_room, seeds)
def test_without_pairs_no_two_tables_differ_by_more_than_one(people, tables, rng):
    differences = spread(divide(people, tables, rng), tables)
    assert differences.sizes <= 1
    assert differences.newcomers <= 1
    assert differences.unknown <= 1
    assert differences.professionals <= 1


@few_examples
@given(crowds(), tables_of_a_room, seeds, st.integers(0, 60))
def test_owners_never_cost_the_promises(people, tables, rng, count):
    owners = frozenset(one.id for one in people[:count])
    differences = spread(divide(people, tables, rng, owners), tables)
    assert max(differences.sizes, *differences.mixes) <= 1


@few_examples
@given(crowds_with_pairs(), tables_of_a_room, seeds)
def test_pairs_are_never_parted(people, tables, rng):
    seated = divide(people, tables, rng)
    assert all(len(group) == 1 for group in tables_per_group(seated).values())


@few_examples
@given(crowds_with_pairs(), tables_of_a_room, seeds)
def test_with_pairs_sizes_differ_by_at_most_one_exactly_where_that_can_be(people, tables, rng):
    differences = spread(divide(people, tables, rng), tables)
    assert (differences.sizes <= 1) is sizes_can_be_even(people, tables)


@few_examples
@given(crowds_with_pairs(), tables_of_a_room, seeds)
def test_everyone_gets_a_place_of_their_own(people, tables, rng):
    seated = divide(people, tables, rng)
    assert [one.id for one in seated] == [one.id for one in people]
    for table, members in by_table(seated).items():
        assert 1 <= table <= tables
        assert [one.seat for one in members] == list(range(1, len(members) + 1))


@few_examples
@given(crowds_with_pairs(), tables_of_a_room, seeds)
def test_pairs_sit_next_to_each_other(people, tables, rng):
    seats = defaultdict(list)
    for one in divide(people, tables, rng):
        if one.together:
            seats[one.together].append(one.seat)
    assert all(abs(first - second) == 1 for first, second in seats.values())


def imbalance(people: Sequence[Person], tables: int) -> tuple[int, int, int, int]:
    """Squares are smallest exactly when the numbers are as even as they can be."""
    squares = [0, 0, 0, 0]
    for table in range(1, tables + 1):
        members = [one for one in people if one.table == table]
        squares[0] += len(members) ** 2
        squares[1] += sum(one.is_newcomer for one in members) ** 2
        squares[2] += sum(one.is_unknown for one in members) ** 2
        squares[3] += sum(one.is_professional for one in members) ** 2
    return squares[0], squares[1], squares[2], squares[3]


@settings(max_examples=25, deadline=None)
@given(crowds_with_pairs().map(lambda people: people[:6]), st.integers(2, 3), seeds)
def test_in_a_small_room_no_other_division_is_better(people, tables, rng):
    every_way = (
        [replace(one, table=table) for one, table in zip(people, way, strict=True)]
        for way in product(range(1, tables + 1), repeat=len(people))
    )
    allowed = (
        seated
        for seated in every_way
        if all(len(group) == 1 for group in tables_per_group(seated).values())
    )
    best = min(imbalance(seated, tables) for seated in allowed)
    assert imbalance(divide(people, tables, rng), tables) == best


def test_the_cast_is_divided_evenly_over_six_tables():
    differences = spread(divide(room(), 6, random.Random(5)), 6)
    assert differences == Spread(sizes=0, newcomers=1, professionals=0)


def test_the_silent_are_spread_as_a_group_of_their_own():
    silent = [replace(regular(number), habit=Habit.SKIPPED) for number in range(1, 7)]
    people = [*silent, *(regular(number) for number in range(7, 19))]
    seated = divide(people, 6, random.Random(2))
    tables = [one.table or 0 for one in seated if one.is_unknown]
    assert sorted(tables) == [1, 2, 3, 4, 5, 6]


def test_six_owners_come_one_to_a_table():
    owners = frozenset(one.id for one in room()[:6])
    seated = divide(room(), 6, random.Random(5), owners)
    assert owners_per_table(seated, owners, 6) == [1] * 6


def test_a_large_group_stays_together_even_when_sizes_suffer():
    people = [replace(newcomer(number), together="choir") for number in range(8)]
    people += [regular(number) for number in range(8, 12)]
    seated = divide(people, 3, random.Random(1))
    assert sorted(len(members) for members in by_table(seated).values()) == [2, 2, 8]


def test_the_same_random_source_gives_the_same_division():
    assert divide(room(), 6, random.Random(3)) == divide(room(), 6, random.Random(3))


def test_another_random_source_gives_another_division():
    assert divide(room(), 6, random.Random(3)) != divide(room(), 6, random.Random(4))


def test_the_order_in_which_people_came_in_does_not_decide_where_they_sit():
    one_way = divide(room(), 6, random.Random(3))
    other_way = divide(room()[::-1], 6, random.Random(3))
    assert set(one_way) == set(other_way)


def test_more_tables_than_people_leaves_tables_empty():
    seated = divide([newcomer(1), newcomer(2)], 5, random.Random(1))
    assert spread(seated, 5) == Spread(sizes=1, newcomers=1, professionals=0)


def test_an_empty_room_can_be_divided():
    assert divide([], 3, random.Random(1)) == ()


@pytest.mark.parametrize("tables", [0, -1])
def test_without_tables_nobody_can_be_seated(tables: int):
    with pytest.raises(BadInput) as refusal:
        divide(room(), tables, random.Random(1))
    assert refusal.value.code == "seating.no_tables"
