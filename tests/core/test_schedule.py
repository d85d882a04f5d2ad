"""The planned and the expected end, to the microsecond, through pauses and overtime."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.clock import Clock
from plekberaad_app.core.programme import Position, Stop, Timeline
from plekberaad_app.core.schedule import Schedule, planned_start, schedule, start_times
from tests.core.cast import MICROSECOND, START, after, minutes

# A welcome of 10, a step without time of its own, a round of 2 + 3 + 5, a closing of 20 minutes.
EVENING = Timeline(
    (
        (Stop("show", minutes(10)),),
        (),
        (Stop("explain", minutes(2)), Stop("questions", minutes(3)), Stop("ideas", minutes(5))),
        (Stop("show", minutes(20)),),
    )
)
QUESTIONS = Position(2, 1)


def at_questions(minute: float, length: float = 3) -> Clock:
    return Clock(minutes(length), after(minute))


@pytest.mark.parametrize(
    ("minutes_late", "counted_from"), [(0, 0), (20, 0), (-20, 0), (60, 0), (61, 61), (-330, -330)]
)
def test_the_pace_is_counted_from_the_planned_hour_unless_it_is_a_try_out(
    minutes_late, counted_from
):
    assert planned_start(START, after(minutes_late)) == after(counted_from)
    assert planned_start(None, after(minutes_late)) == after(minutes_late)


def test_everything_on_time_is_nought_minutes_behind():
    result = schedule(EVENING, QUESTIONS, at_questions(12), START, after(13))
    assert result == Schedule(planned_end=after(40), expected_end=after(40))
    assert result.minutes_behind == 0


def test_a_step_that_began_four_minutes_late_ends_the_evening_four_minutes_late():
    result = schedule(EVENING, QUESTIONS, at_questions(16), START, after(17))
    assert result.expected_end == after(44)
    assert result.minutes_behind == 4


def test_a_step_that_began_early_puts_the_evening_ahead():
    assert schedule(EVENING, QUESTIONS, at_questions(7), START, after(8)).minutes_behind == -5


def test_at_zero_the_evening_is_still_on_time():
    assert schedule(EVENING, QUESTIONS, at_questions(12), START, after(15)).minutes_behind == 0


def test_overtime_pushes_the_end_along_with_the_time():
    in_overtime = schedule(EVENING, QUESTIONS, at_questions(12), START, after(16.5))
    assert in_overtime.expected_end == after(41.5)
    assert in_overtime.minutes_behind == 1


def test_a_pause_pushes_the_end_along_with_the_time():
    paused = at_questions(12).pause(after(13))
    result = schedule(EVENING, QUESTIONS, paused, START, after(20))
    assert result.expected_end == after(47)
    assert result.minutes_behind == 7


def test_after_a_pause_the_end_stands_still_again():
    clock = at_questions(12).pause(after(13)).resume(after(20))
    results = {schedule(EVENING, QUESTIONS, clock, START, after(m)) for m in (20, 21, 22)}
    assert results == {Schedule(after(40), after(47))}


def test_an_extra_minute_counts():
    clock = at_questions(12).extend(minutes(1), after(13))
    assert schedule(EVENING, QUESTIONS, clock, START, after(13)).minutes_behind == 1


def test_in_the_last_stop_only_what_is_left_of_it_counts():
    clock = Clock(minutes(20), after(20))
    assert schedule(EVENING, Position(3), clock, START, after(39)).expected_end == after(40)
    assert schedule(EVENING, Position(3), clock, START, after(45)).expected_end == after(45)


def test_a_programme_that_is_over_ends_now():
    result = schedule(EVENING, None, None, START, after(38))
    assert result == Schedule(planned_end=after(40), expected_end=after(38))


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        (timedelta(), 0),
        (minutes(1) - MICROSECOND, 0),
        (minutes(1), 1),
        (minutes(2) - MICROSECOND, 1),
        (-minutes(1) + MICROSECOND, 0),
        (-minutes(1), -1),
        (-minutes(2) + MICROSECOND, -1),
    ],
)
def test_minutes_are_rounded_towards_nought(behind: timedelta, shown: int):
    assert Schedule(START, START + behind).minutes_behind == shown


def test_each_step_begins_when_the_one_before_it_ends():
    assert start_times(EVENING, START) == (START, after(10), after(10), after(20))


def test_an_empty_programme_has_no_start_times_and_ends_as_it_starts():
    assert start_times(Timeline(()), START) == ()
    assert schedule(Timeline(()), None, None, START, START).minutes_behind == 0


lengths = st.lists(st.lists(st.integers(0, 30).map(minutes), max_size=4), max_size=5)


@given(lengths)
def test_a_step_begins_as_much_before_the_end_as_its_rest_is_long(steps):
    timeline = Timeline(tuple(tuple(Stop("x", each) for each in stops) for stops in steps))
    end = START + timeline.length_from(timeline.first())
    starts = start_times(timeline, START)
    for step, stops in enumerate(timeline.stops):
        if stops:
            assert starts[step] == end - timeline.length_from(Position(step))
