"""The clock, to the microsecond: a pause eats no time and overtime is not paid back."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.clock import Clock
from tests.core.cast import MICROSECOND, START, after, minutes

FIVE = Clock(minutes(5), START)
NOTHING = timedelta()
moments = st.integers(0, 3600).map(lambda seconds: START + timedelta(seconds=seconds))


def test_at_the_start_everything_is_left():
    assert FIVE.elapsed(START) == NOTHING
    assert FIVE.remaining(START) == minutes(5)


def test_a_clock_that_runs_knows_when_its_time_is_up_and_one_that_stands_still_does_not():
    assert FIVE.ends_at == after(5)
    stopped = FIVE.pause(after(2))
    assert stopped.ends_at is None
    assert stopped.resume(after(4)).ends_at == after(7)


def test_a_microsecond_before_the_end_the_phase_has_not_ended():
    now = after(5) - MICROSECOND
    assert FIVE.remaining(now) == MICROSECOND
    assert FIVE.overtime(now) == NOTHING
    assert not FIVE.has_ended(now)


def test_at_nought_the_phase_has_ended_and_is_not_in_overtime():
    assert FIVE.remaining(after(5)) == NOTHING
    assert FIVE.overtime(after(5)) == NOTHING
    assert FIVE.has_ended(after(5))


def test_a_microsecond_past_the_end_is_overtime():
    now = after(5) + MICROSECOND
    assert FIVE.remaining(now) == NOTHING
    assert FIVE.overtime(now) == MICROSECOND
    assert FIVE.has_ended(now)


def test_before_its_start_no_time_has_run():
    early = START - MICROSECOND
    assert FIVE.elapsed(early) == NOTHING
    assert FIVE.remaining(early) == minutes(5)


def test_a_phase_without_length_has_ended_at_once():
    assert Clock(NOTHING, START).has_ended(START)


def test_while_paused_no_time_runs():
    paused = FIVE.pause(after(2))
    assert paused.is_paused
    assert paused.remaining(after(2)) == paused.remaining(after(90)) == minutes(3)


def test_a_pause_eats_no_time():
    resumed = FIVE.pause(after(2)).resume(after(32))
    assert not resumed.is_paused
    assert resumed.remaining(after(32)) == minutes(3)
    assert resumed.has_ended(after(35))
    assert not resumed.has_ended(after(35) - MICROSECOND)


def test_pausing_twice_keeps_the_first_pause():
    assert FIVE.pause(after(2)).pause(after(4)) == FIVE.pause(after(2))


def test_resuming_a_running_clock_changes_nothing():
    assert FIVE.resume(after(3)) == FIVE


def test_a_pause_in_overtime_keeps_the_overtime():
    assert FIVE.pause(after(7)).resume(after(20)).overtime(after(20)) == minutes(2)


def test_an_extra_minute_while_running_comes_on_top():
    assert FIVE.extend(minutes(1), after(3)).remaining(after(3)) == minutes(3)


@pytest.mark.parametrize("minute", [5, 5.5, 40])
def test_an_extra_minute_in_overtime_is_a_whole_minute(minute: float):
    extended = FIVE.extend(minutes(1), after(minute))
    assert extended.remaining(after(minute)) == minutes(1)
    assert not extended.has_ended(after(minute))


def test_an_extra_minute_while_paused_waits_for_the_clock_to_run():
    paused = FIVE.pause(after(4)).extend(minutes(1), after(10))
    assert paused.remaining(after(10)) == minutes(2)
    assert paused.resume(after(20)).remaining(after(21)) == minutes(1)


@given(moments)
def test_what_ran_is_what_was_planned_less_what_is_left_plus_overtime(now):
    assert FIVE.elapsed(now) == FIVE.length - FIVE.remaining(now) + FIVE.overtime(now)


@given(st.lists(moments, min_size=2, max_size=9).map(sorted))
def test_any_number_of_pauses_only_shifts_the_end(moments_in_order):
    clock, paused = FIVE, NOTHING
    for begin, end in zip(moments_in_order[::2], moments_in_order[1::2], strict=False):
        clock = clock.pause(begin).resume(end)
        paused += end - begin
    assert clock.started_at == START + paused
