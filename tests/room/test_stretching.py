"""Stretching: a step takes as long as asked, to half a second a round."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.programme import Step
from plekberaad_app.room.stretching import stretched

# Five phases of which the shortest has 2 of 15 parts, and no phase may be under 5 seconds.
SHORTEST_ROUND = 38


def seconds(step: Step) -> float:
    stops = activity_of(step.kind).stops(step)
    return sum((stop.length for stop in stops), timedelta()).total_seconds()


@given(minutes=st.integers(1, 240), rounds=st.integers(1, 12))
def test_a_carousel_of_any_length_misses_by_half_a_second_a_round_at_most(minutes, rounds):
    step = Step("s", "carousel", "t", {"rounds": rounds})
    try:
        longer = replace(step, options=stretched(step, minutes))
    except BadInput:
        assert minutes * 60 / rounds < SHORTEST_ROUND
        return
    assert abs(seconds(longer) - minutes * 60) <= rounds / 2


@given(first=st.integers(2, 190), second=st.integers(2, 190))
def test_stretching_twice_keeps_the_last_wish(first, second):
    step = Step("s", "voting", "t")
    once = replace(step, options=stretched(step, first))
    assert seconds(replace(step, options=stretched(once, second))) == second * 60
