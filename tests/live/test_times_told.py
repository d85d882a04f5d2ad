"""Times on the tablet: as they are, and as the evening was planned."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from plekberaad_app.core.clock import Clock
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.room.projections.controls import controls, lasting, programme
from tests.reports import BEGIN, an_evening

WELCOME = Step("welcome", "welcome", "Welkom", {"length": 600})
TALK = Step("talk", "welcome", "Verhaal", {"length": 210})


def begun(starts_at: datetime | None) -> Evening:
    """In its first minute, at a quarter to eight."""
    evening = an_evening(steps=(WELCOME, TALK), status=Status.RUNNING)
    clock = Clock(timedelta(minutes=10), BEGIN)
    live_session = replace(
        evening.live_session, starts_at=starts_at, position=Position(0), clock=clock
    )
    return replace(evening, live_session=live_session)


@pytest.mark.parametrize(
    ("starts_at", "planned_end", "behind"),
    [
        (None, "19:58", 0),
        (BEGIN - timedelta(minutes=15), "19:43", 15),
        (BEGIN + timedelta(hours=5), "00:58", 0),
    ],
)
def test_the_planned_end_is_that_of_the_plan_whenever_it_was_begun(starts_at, planned_end, behind):
    told = controls(begun(starts_at), BEGIN)
    assert (told.planned_end, told.minutes_behind) == (planned_end, behind)
    assert told.expected_end == "19:58"


def test_three_and_a_half_minutes_are_told_as_they_are():
    assert controls(begun(None), BEGIN).next_label == "Verhaal · 3:30 min"
    assert [step.lasts for step in programme(begun(None), BEGIN)] == ["10", "3:30"]


@pytest.mark.parametrize(("seconds", "said"), [(240, "4"), (210, "3:30"), (3605, "60:05")])
def test_minutes_have_their_seconds_only_where_there_are_any(seconds, said):
    assert lasting(timedelta(seconds=seconds)) == said
