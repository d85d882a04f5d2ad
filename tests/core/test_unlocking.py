"""A table off the room's clock stays where it is, until it rejoins or another round begins."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from plekberaad_app.core import steering as rules
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Position, Stop, Timeline

NOW = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PHASES = ("explain", "ideas", "review")
ROUNDS = tuple(Stop(phase, MINUTE, number) for number in (1, 2) for phase in PHASES)
EVENING = Timeline((ROUNDS, (Stop("show", MINUTE),)))


def room_at(stop: int, step: int = 0) -> LiveSession:
    bare = LiveSession("e", "K7M3XP", "l", "Avond", tables=3)
    return rules.go_to(bare, Position(step, stop), EVENING, NOW)


def test_an_unlocked_table_stays_in_its_phase_while_the_room_goes_on():
    room = rules.unlock(room_at(0), 2)
    for stop in (0, 1, 2):
        assert (room.position, room.unlocked) == (Position(0, stop), {2: 0})
        room = rules.move_on(room, EVENING, NOW)


def test_a_table_that_rejoins_stands_where_the_room_stands():
    room = rules.move_on(rules.unlock(room_at(1), 2), EVENING, NOW)
    assert rules.rejoin(room, 2).unlocked == {}
    assert rules.rejoin(room, 1) == room


def test_with_a_new_round_or_step_all_tables_share_the_clock_again():
    room = rules.unlock(room_at(2), 2)
    assert rules.move_on(room, EVENING, NOW).unlocked == {}
    room = rules.unlock(room_at(5), 2)
    assert rules.move_on(room, EVENING, NOW).unlocked == {}
    assert rules.skip_step(rules.unlock(room_at(1), 2), EVENING, NOW).unlocked == {}
    assert rules.close(rules.unlock(room_at(1), 2), NOW).unlocked == {}


def test_a_room_that_goes_back_before_it_takes_the_table_along():
    room = rules.unlock(room_at(1), 2)
    assert rules.repeat(room, EVENING, NOW).unlocked == {2: 1}
    assert rules.go_back(room, EVENING, NOW).unlocked == {}
    assert rules.go_back(room_at(0), EVENING, NOW).unlocked == {}


def test_unlocking_twice_leaves_a_table_where_it_stays():
    room = rules.move_on(rules.unlock(room_at(0), 2), EVENING, NOW)
    assert rules.unlock(room, 2).unlocked == {2: 0}
    assert rules.unlock(room, 3).unlocked == {2: 0, 3: 1}


@pytest.mark.parametrize("table", [0, 4, -1])
def test_a_table_that_is_not_there_is_not_unlocked(table: int):
    with pytest.raises(DomainError, match="table_gone"):
        rules.unlock(room_at(1), table)


def test_before_the_evening_runs_there_is_no_clock_to_be_let_off():
    with pytest.raises(DomainError, match="not_running"):
        rules.unlock(replace(room_at(1), position=None, clock=None), 2)
