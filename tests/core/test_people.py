"""Counting people: whose share it is, and where the goal line lies."""

from dataclasses import replace

import pytest

from plekberaad_app.core.people import (
    Challenge,
    Composition,
    Goal,
    Habit,
    Kind,
    Person,
    by_owner,
    composition,
)
from tests.core.cast import newcomer, professional, regular, room


@pytest.mark.parametrize(
    ("habit", "is_newcomer"),
    [
        (Habit.NEVER, True),
        (Habit.ONCE, False),
        (Habit.SOMETIMES, False),
        (Habit.OFTEN, False),
        (Habit.SKIPPED, False),
        (None, False),
    ],
)
def test_only_whoever_never_joins_is_a_newcomer(habit: Habit | None, is_newcomer: bool):
    assert replace(regular(1), habit=habit).is_newcomer is is_newcomer


@pytest.mark.parametrize(
    ("kind", "is_professional"),
    [(Kind.PROFESSIONAL, True), (Kind.RESIDENT, False), (Kind.SKIPPED, False), (None, False)],
)
def test_who_would_rather_not_say_is_no_professional(kind: Kind | None, is_professional: bool):
    assert replace(regular(1), kind=kind).is_professional is is_professional


def test_somebody_who_answers_nothing_is_still_a_person():
    assert composition([Person("p1", 1)]) == Composition(1, 0, 0, unknown=1)


def test_a_newcomer_who_is_a_professional_counts_as_both():
    assert composition([newcomer(1, Kind.PROFESSIONAL)]) == Composition(1, 1, 1)


def test_people_without_a_phone_count():
    assert composition([replace(newcomer(1), has_phone=False)]).newcomers == 1


def test_the_cast_counts_20_of_36_and_reaches_the_goal():
    counts = composition(room())
    assert counts == Composition(36, 20, 6)
    assert counts.answered == 36
    assert counts.goal is Goal.REACHED


def test_one_of_two_is_a_half_and_not_more_than_a_half():
    assert composition([newcomer(1), regular(2)]).goal is Goal.MISSED


def test_two_of_three_is_more_than_a_half():
    assert composition([newcomer(1), newcomer(2), professional(3)]).goal is Goal.REACHED


def test_just_over_a_half_reaches_the_goal():
    assert Composition(total=201, newcomers=101, professionals=0).goal is Goal.REACHED


def test_of_somebody_who_brings_two_challenges_the_first_counts():
    one, other = regular(1), regular(2)
    first, second, third = (
        Challenge(f"c{number}", owner, "Een bankje")
        for number, owner in enumerate([one, other, one])
    )
    assert by_owner((first, second, third)) == {one.id: first, other.id: second}
