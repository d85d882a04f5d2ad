"""When the room goes on without a tap: within a round, by a clock that everybody sees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plekberaad_app.core import evening as rules
from plekberaad_app.core import steering
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Position, Stop, Timeline

NOW = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=3)


def timeline(**first: Any) -> Timeline:
    stops = (Stop("play", timedelta(minutes=1), **first), Stop("clap", timedelta(minutes=1)))
    return Timeline((stops, (Stop("show", timedelta(minutes=1)),)))


def room_in(found: Timeline, stop: int = 0) -> LiveSession:
    return steering.go_to(LiveSession("e", "K7M3XP", "l", "Avond"), Position(0, stop), found, NOW)


def test_the_next_stop_of_a_round_follows_when_the_time_is_up():
    found = timeline()
    assert not rules.is_due(room_in(found), found, NOW)
    assert rules.is_due(room_in(found), found, LATER)
    assert not rules.is_due(replace(room_in(found), is_automatic=False), found, LATER)


def test_another_step_or_round_does_not_follow_by_itself():
    found = timeline()
    assert not rules.is_due(room_in(found, stop=1), found, LATER)
    found = timeline(round=2)
    assert not rules.is_due(room_in(found), found, LATER)


@pytest.mark.parametrize("first", [{"has_clock": False}, {"waits_for_tap": True}])
def test_nothing_follows_a_stop_without_a_clock_or_one_that_waits_for_a_tap(first: dict[str, bool]):
    found = timeline(**first)
    assert not rules.moves_by_itself(room_in(found), found)
    assert not rules.is_due(room_in(found), found, LATER)
    assert steering.move_on(room_in(found), found, LATER).position == Position(0, 1)
