"""The goal of an evening: what is certain, what is not known, and when that no longer matters."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.people import Composition, Goal, Habit, Person, composition
from tests.core.cast import crowds

mixes = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))


def a_mix(newcomers: int, others: int, unknown: int) -> Composition:
    total = newcomers + others + unknown
    return Composition(total, newcomers, professionals=0, unknown=unknown)


def outcomes(mix: Composition) -> set[bool]:
    """Whether more than half never comes, whatever the silent would have said."""
    possible = range(mix.newcomers, mix.newcomers + mix.unknown + 1)
    return {2 * newcomers > mix.total for newcomers in possible}


@given(mixes)
def test_the_goal_is_called_only_when_the_unknown_cannot_change_it(mix):
    counted = a_mix(*mix)
    certain = {Goal.REACHED: {True}, Goal.MISSED: {False}, Goal.OPEN: {True, False}}
    if counted.total:
        assert outcomes(counted) == certain[counted.goal]


@given(mixes)
def test_the_share_is_of_those_who_answered_and_the_silent_do_not_move_it(mix):
    newcomers, others, unknown = mix
    answered = a_mix(newcomers, others, 0)
    assert a_mix(newcomers, others, unknown).answered == answered.total
    assert a_mix(newcomers, others, unknown).newcomers == answered.newcomers


@given(crowds(smallest=0))
def test_everybody_is_a_newcomer_another_or_unknown(people):
    counted = composition(people)
    others = sum(one.habit in (Habit.ONCE, Habit.SOMETIMES, Habit.OFTEN) for one in people)
    assert counted.newcomers + counted.unknown + others == counted.total == len(people)
    assert counted.answered == counted.newcomers + others


def test_asked_and_skipped_counts_as_unknown_and_so_does_never_asked():
    people = [Person("a", 1, habit=Habit.SKIPPED), Person("b", 2, habit=None)]
    assert composition(people) == Composition(2, 0, 0, unknown=2)


def test_ten_and_six_with_ten_silent_people_is_not_to_say_yet():
    counted = a_mix(10, 6, 10)
    assert (counted.newcomers, counted.answered, counted.unknown) == (10, 16, 10)
    assert counted.goal is Goal.OPEN


def test_six_people_without_answers_are_no_miss():
    assert a_mix(0, 0, 6).goal is Goal.OPEN


def test_an_empty_room_is_neither_reached_nor_missed():
    assert a_mix(0, 0, 0).goal is Goal.OPEN


def test_exactly_a_half_with_nobody_silent_is_missed_and_one_more_is_reached():
    assert a_mix(8, 8, 0).goal is Goal.MISSED
    assert a_mix(9, 8, 0).goal is Goal.REACHED


def test_one_silent_person_on_the_edge_keeps_it_open():
    assert a_mix(8, 7, 1).goal is Goal.OPEN
    assert a_mix(8, 8, 1).goal is Goal.OPEN
    assert a_mix(7, 8, 1).goal is Goal.MISSED
    assert a_mix(10, 8, 1).goal is Goal.REACHED


def test_every_small_mix_agrees_with_counting_all_answers_out():
    for newcomers, others, unknown in product(range(5), repeat=3):
        counted = a_mix(newcomers, others, unknown)
        answers = product((True, False), repeat=unknown)
        seen = {2 * (newcomers + sum(said)) > counted.total for said in answers}
        if counted.total:
            assert (counted.goal is Goal.OPEN) is (len(seen) == 2)
