"""Counting people: whose share it is, and where the goal line lies."""

from dataclasses import replace

import pytest

from plekberaad_app.domain.people import Composition, Habit, Kind, Person, composition
from tests.domain.cast import newcomer, professional, regular, room


@pytest.mark.parametrize(
    ("habit", "is_newcomer"),
    [
        (Habit.NEVER, True),
        (Habit.ONCE, False),
        (Habit.SOMETIMES, False),
        (Habit.OFTEN, False),
        (None, False),
    ],
)
def test_only_who_never_joins_is_a_newcomer(habit: Habit | None, is_newcomer: bool):
    assert replace(regular(1), habit=habit).is_newcomer is is_newcomer


@pytest.mark.parametrize(
    ("kind", "is_professional"),
    [(Kind.PROFESSIONAL, True), (Kind.RESIDENT, False), (None, False)],
)
def test_who_would_rather_not_say_is_no_professional(kind: Kind | None, is_professional: bool):
    assert replace(regular(1), kind=kind).is_professional is is_professional


def test_somebody_who_answers_nothing_is_still_a_person():
    assert composition([Person("p1", 1)]) == Composition(1, 0, 0)


def test_a_newcomer_who_is_a_professional_counts_as_both():
    assert composition([newcomer(1, Kind.PROFESSIONAL)]) == Composition(1, 1, 1)


def test_people_without_a_phone_count():
    assert composition([replace(newcomer(1), has_phone=False)]).newcomers == 1


def test_the_cast_counts_56_per_cent_and_reaches_the_goal():
    counts = composition(room())
    assert counts == Composition(36, 20, 6)
    assert counts.newcomer_percentage == 56
    assert counts.goal_reached


def test_one_of_two_is_a_half_and_not_more_than_a_half():
    counts = composition([newcomer(1), regular(2)])
    assert counts.newcomer_percentage == 50
    assert not counts.goal_reached


def test_two_of_three_is_more_than_a_half():
    assert composition([newcomer(1), newcomer(2), professional(3)]).goal_reached


def test_just_over_a_half_reaches_the_goal_even_when_it_rounds_to_fifty():
    counts = Composition(total=201, newcomers=101, professionals=0)
    assert counts.newcomer_percentage == 50
    assert counts.goal_reached


def test_an_empty_room_has_no_share_and_no_goal():
    counts = composition([])
    assert counts.newcomer_percentage == 0
    assert not counts.goal_reached
