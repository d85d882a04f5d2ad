"""'Ben jij dat?': about whom a phone is asked, and what it may change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.people import Habit, Kind, Person
from plekberaad_app.core.recognition import (
    Reply,
    back_again,
    namesakes,
    recognised,
    to_ask_about,
)

FATIMA = Person("a", 3, "Fatima", habit=Habit.NEVER)
OTHER = Person("b", 7, " FATIMA")
PAPER = Person("c", 8, "Fatima", has_phone=False)
NAMELESS = Person("d", 9, "")


@pytest.mark.parametrize("name", ["Fatima", "fatima", " FATIMA "])
def test_names_that_sound_the_same_are_namesakes_in_order_of_number(name):
    assert namesakes((OTHER, FATIMA, Person("e", 1, "Bo")), name) == (FATIMA, OTHER)


def test_anyone_who_gives_no_name_is_nobodys_namesake():
    assert namesakes((FATIMA, NAMELESS), "") == ()


def test_somebody_without_a_phone_has_no_second_one():
    assert namesakes((PAPER,), "Fatima") == ()


def test_everyone_is_asked_about_once_and_then_it_is_somebody_new():
    silent = (FATIMA, OTHER)
    assert to_ask_about(silent, Reply()) == FATIMA
    assert to_ask_about(silent, Reply(FATIMA.number)) == OTHER
    assert to_ask_about(silent, Reply(OTHER.number)) is None


def test_a_yes_counts_for_whoever_was_asked_about_and_is_silent_still():
    assert recognised((FATIMA, OTHER), Reply(7, is_same=True)) == OTHER
    assert recognised((FATIMA,), Reply(7, is_same=True)) is None
    assert recognised((FATIMA,), Reply(3)) is None


@given(
    st.sampled_from([None, *Habit]),
    st.sampled_from([None, *Habit]),
    st.sampled_from([None, *Kind]),
    st.sampled_from([None, *Kind]),
)
def test_a_second_phone_takes_no_answer_away_and_no_seat(habit, now_habit, kind, now_kind):
    before = Person("a", 3, "Fatima", kind, habit, table=2, seat=1, has_left=True)
    after = back_again(before, Person("", 0, "fatima", now_kind, now_habit))
    assert (after.id, after.number, after.name) == ("a", 3, "Fatima")
    assert (after.table, after.seat, after.has_left) == (2, 1, False)
    for was, is_now in ((habit, after.habit), (kind, after.kind)):
        assert was in (None, Habit.SKIPPED, Kind.SKIPPED) or was == is_now
