"""Guessing codes: a library full of people who mistype is not slowed, a script is."""

import pytest

from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.services import guessing
from plekberaad_app.services.guessing import (
    ALARM_AGAIN_SECONDS,
    FREE_MISSES,
    LONGEST_PAUSE,
    LONGEST_WAIT,
    Guesses,
    at_pace,
)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guesses(clock: Clock) -> Guesses:
    return Guesses(clock)


def miss(guesses: Guesses, times: int, address: str = "a") -> int:
    """So many misses; how many of them gave an alarm."""
    return sum(guesses.missed(address) for _ in range(times))


def test_people_who_mistype_wait_for_nothing(guesses: Guesses):
    assert miss(guesses, FREE_MISSES) == 0
    assert guesses.wait("a") == 0


def test_the_pause_grows_to_a_second_and_no_further(guesses: Guesses, clock: Clock):
    pauses = []
    miss(guesses, FREE_MISSES)
    for _ in range(10):
        miss(guesses, 1)
        pauses.append(guesses.wait("a"))
        clock.now += pauses[-1]
    assert pauses[0] < pauses[1] < pauses[2]
    assert max(pauses) == pytest.approx(LONGEST_PAUSE)
    assert pauses[-1] == pytest.approx(LONGEST_PAUSE)


def test_many_at_once_stand_in_one_line_and_the_last_are_told(guesses: Guesses):
    miss(guesses, FREE_MISSES + 20)
    waits = [guesses.wait("a") for _ in range(50)]
    served = [wait for wait in waits if wait is not None]
    assert len(served) == pytest.approx(LONGEST_WAIT / LONGEST_PAUSE, abs=1)
    assert waits[-1] is None
    assert guesses.wait("another address") == 0


def test_it_is_forgiven_in_time(guesses: Guesses, clock: Clock):
    miss(guesses, FREE_MISSES + 20)
    clock.now += 300
    assert guesses.wait("a") == 0


def test_the_alarm_goes_once_in_ten_minutes(guesses: Guesses, clock: Clock):
    assert miss(guesses, FREE_MISSES + 30) == 1
    clock.now += ALARM_AGAIN_SECONDS
    assert miss(guesses, FREE_MISSES + 30) == 1


def test_addresses_are_not_remembered_without_end(guesses: Guesses, monkeypatch):
    monkeypatch.setattr(guessing, "MOST_ADDRESSES", 2)
    miss(guesses, FREE_MISSES + 5, "first")
    miss(guesses, 1, "second")
    miss(guesses, 1, "third")
    assert guesses.wait("first") == 0


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Guesses:
    """What every way in counts by."""
    counted = Guesses(Clock())
    monkeypatch.setattr(guessing, "guesses", counted)
    return counted


async def found() -> str:
    return "a room"


async def nothing() -> str:
    raise NotFound("code_unknown")


async def test_who_finds_a_room_is_not_counted(shared: Guesses):
    for _ in range(FREE_MISSES + 5):
        assert await at_pace("a", found, pytest.fail) == "a room"
    assert shared.wait("a") == 0


async def test_a_code_that_is_not_there_counts_and_the_one_too_many_warns(shared: Guesses):
    miss(shared, FREE_MISSES - 1)
    warned: list[bool] = []
    for expected in ([], [True]):
        with pytest.raises(NotFound):
            await at_pace("a", nothing, lambda: warned.append(True))
        assert warned == expected


async def test_who_would_wait_too_long_is_told_at_once(shared: Guesses, monkeypatch):
    monkeypatch.setattr(shared, "wait", lambda _address: None)
    with pytest.raises(BadInput, match="too_many_tries"):
        await at_pace("a", found, pytest.fail)
