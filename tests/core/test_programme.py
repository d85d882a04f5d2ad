"""The timeline: forward, back and over, past steps that have no time of their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.programme import Position, Step, Stop, Timeline, copied
from tests.core.cast import minutes


def timeline_of(*counts: int) -> Timeline:
    """Steps with so many stops of one minute each."""
    return Timeline(tuple((Stop("x", minutes(1)),) * count for count in counts))


timelines = st.lists(st.integers(0, 4), max_size=6).map(lambda counts: timeline_of(*counts))


def walk(timeline: Timeline) -> list[Position]:
    """All positions from the first on."""
    places, here = [], timeline.first()
    while here:
        places.append(here)
        here = timeline.after(here)
    return places


@given(timelines)
def test_walking_forward_passes_every_stop_once_in_order(timeline: Timeline):
    every_stop = [
        Position(step, stop)
        for step, stops in enumerate(timeline.stops)
        for stop in range(len(stops))
    ]
    assert walk(timeline) == every_stop


@given(timelines)
def test_back_undoes_forward(timeline: Timeline):
    places = walk(timeline)
    assert [timeline.before(place) for place in places] == [None, *places][: len(places)]


@given(timelines)
def test_what_is_left_shrinks_by_one_stop_at_a_time(timeline: Timeline):
    places = walk(timeline)
    left = [timeline.length_from(place) for place in places]
    assert left == [minutes(count) for count in range(len(places), 0, -1)]


def test_an_empty_programme_has_no_first_position():
    assert timeline_of().first() is None
    assert timeline_of(0, 0).first() is None


def test_nothing_is_left_after_the_end():
    assert timeline_of(2, 2).length_from(None) == minutes(0)


def test_steps_without_stops_are_passed_over_both_ways():
    timeline = timeline_of(0, 1, 0, 2)
    assert timeline.first() == Position(1)
    assert timeline.after(Position(1)) == Position(3)
    assert timeline.before(Position(3)) == Position(1)
    assert timeline.before(Position(1)) is None


def test_back_from_a_step_lands_on_the_last_stop_of_the_one_before():
    assert timeline_of(3, 1).before(Position(1)) == Position(0, 2)


def test_a_step_can_be_left_before_its_last_stop():
    timeline = timeline_of(3, 0, 1)
    assert timeline.after_step(Position(0, 1)) == Position(2)
    assert timeline.after_step(Position(2)) is None


def test_the_stop_at_a_position():
    stops = (Stop("ideas", minutes(5), round=2),)
    assert Timeline(((), stops)).at(Position(1)) == Stop("ideas", minutes(5), 2)


@pytest.mark.parametrize("position", [Position(0, 1), Position(1)])
def test_outside_the_programme_there_is_no_stop(position: Position):
    with pytest.raises(IndexError):
        timeline_of(1).at(position)


def test_a_copy_of_steps_names_the_copies_and_has_no_plan():
    ids = iter(["x", "y"])
    first = Step("a", "wall", "Muur", {"question": "a?"}, plan={"seats": [1]})
    second = Step("b", "voting", "Stemmen", {"source": {"step": "a", "kinds": ["idea", "a"]}})
    one, other = copied((first, second), lambda: next(ids))
    assert one == Step("x", "wall", "Muur", {"question": "a?"})
    assert other.options == {"source": {"step": "x", "kinds": ["idea", "x"]}}
