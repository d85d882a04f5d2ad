"""*Verdeel de rest*: the evening ends as planned, and what has begun is left alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import DomainError, NotAllowed, StaleCommand
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n.dates import clock_time
from plekberaad_app.room.projections.controls import controls
from plekberaad_app.room.spreading import spread, spread_rest
from plekberaad_app.room.stretching import minutes_of
from tests.casting import new_facilitator
from tests.rooms import Room, open_room


def welcome(name: str, minutes: int) -> Step:
    return Step(name, "welcome", name, {"length": minutes * 60})


EVENING = (welcome("first", 10), welcome("second", 20), welcome("third", 40))


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    made = open_room(programme=EVENING)
    made.steer("next")
    return made


def lengths(room: Room) -> list[int]:
    return [minutes_of(step) for step in room.look().steps]


def spread_now(room: Room) -> None:
    spread_rest(room.facilitator, room.live_session_id, room.live_session.steering, room.now)


@given(st.lists(st.integers(1, 120), min_size=1, max_size=60), st.integers(0, 600))
def test_every_step_gets_its_share_and_no_minute_is_lost(lasting: list[int], minutes: int):
    steps = [welcome(str(index), each) for index, each in enumerate(lasting)]
    if minutes < len(steps):
        with pytest.raises(DomainError, match="rest_does_not_fit"):
            spread(steps, minutes)
        return
    shares = spread(steps, minutes)
    assert sum(shares.values()) == minutes
    assert min(shares.values()) >= 1


def test_what_lasts_longest_gives_most():
    assert spread(EVENING, 35) == {"first": 5, "second": 10, "third": 20}


def test_without_a_step_to_come_there_is_nothing_to_spread():
    with pytest.raises(DomainError, match="nothing_follows"):
        spread((), 10)


def test_a_late_evening_ends_as_planned_and_is_on_time_again(room: Room):
    planned = clock_time(room.now + timedelta(minutes=70))
    room.wait(minutes=22)
    assert controls(room.look(), room.now).minutes_behind == 12
    spread_now(room)
    assert lengths(room) == [10, 16, 32]
    shown = controls(room.look(), room.now)
    assert (shown.minutes_behind, shown.planned_end, shown.expected_end) == (0, planned, planned)


def test_an_early_evening_gets_its_time_back(room: Room):
    room.wait(minutes=1)
    room.steer("next")
    spread_now(room)
    assert lengths(room) == [10, 20, 49]


def test_what_has_begun_keeps_its_time(room: Room):
    room.wait(minutes=25)
    spread_now(room)
    assert lengths(room)[0] == 10


def test_spread_twice_the_second_has_nothing_to_do(room: Room):
    room.wait(minutes=20)
    spread_now(room)
    with pytest.raises(DomainError, match="on_time_already"):
        spread_now(room)


def test_too_late_it_is_refused_and_nothing_changes(room: Room):
    room.wait(minutes=69)
    with pytest.raises(DomainError, match="rest_does_not_fit"):
        spread_now(room)
    assert lengths(room) == [10, 20, 40]


def test_before_the_evening_runs_there_is_nothing_to_spread(store, own_settings, quick_hashes):
    room = open_room(programme=EVENING)
    with pytest.raises(DomainError, match="not_running"):
        spread_now(room)


def test_who_is_too_late_or_of_another_library_spreads_nothing(room: Room):
    room.wait(minutes=20)
    with pytest.raises(StaleCommand):
        spread_rest(room.facilitator, room.live_session_id, 0, room.now)
    with pytest.raises(NotAllowed):
        spread_rest(new_facilitator("Bea", "De Eik"), room.live_session_id, 1, room.now)
    assert lengths(room) == [10, 20, 40]
