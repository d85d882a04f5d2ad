"""A clock that was set is noticed, one that ticks is not."""

import pytest

from plekberaad_app.live.wall_clock import WallClock


class Machine:
    wall, passed = 1_800_000_000.0, 50.0

    def tick(self, seconds: float) -> None:
        self.wall += seconds
        self.passed += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> WallClock:
    return WallClock(lambda: machine.wall, lambda: machine.passed)


def test_time_that_passes_is_no_change(machine: Machine, clock: WallClock):
    machine.tick(3600)
    assert not clock.was_set()


@pytest.mark.parametrize("step", [5, -5, 4200])
def test_a_step_is_noticed_once(step: float, machine: Machine, clock: WallClock):
    machine.tick(3)
    machine.wall += step
    assert clock.was_set()
    machine.tick(3)
    assert not clock.was_set()


def test_small_corrections_are_noticed_when_they_add_up(machine: Machine, clock: WallClock):
    found = 0
    for _ in range(20):
        machine.tick(3)
        machine.wall += 0.04
        found += clock.was_set()
    assert found == 2
