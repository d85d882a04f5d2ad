"""Guessing codes: a library full of people who mistype is not slowed, a script is."""

import asyncio

import pytest

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.platform import guessing
from plekberaad_app.platform.guessing import (
    ALARM_AGAIN_SECONDS,
    FREE_MISSES,
    LONGEST_PAUSE,
    LONGEST_WAIT,
    SECONDS_IN_HAND,
    TRIES_AT_ONCE,
    TRIES_PER_SECOND,
    Guesses,
    Turn,
    at_pace,
)

# Codes that a test has tried; no two tries are of the same.
MISSED: list[str] = []


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
    """So many different codes that are not there; how many of them gave an alarm."""
    new = len(MISSED)
    MISSED.extend(f"dead {number}" for number in range(new, new + times))
    return sum(guesses.missed(address, code) for code in MISSED[new:])


def guess(guesses: Guesses, address: str = "a") -> float | None:
    """One more code is looked up, and is not there; how long that waited."""
    turn = guesses.turn(address, f"guess {len(MISSED)}")
    if turn is None:
        return None
    miss(guesses, 1, address)
    return turn.wait


def test_people_who_mistype_wait_for_nothing(guesses: Guesses):
    assert miss(guesses, FREE_MISSES) == 0
    assert guesses.turn("a", "new") == Turn()


def test_the_pause_grows_to_a_second_and_no_further(guesses: Guesses):
    costs = []
    miss(guesses, FREE_MISSES)
    for _ in range(10):
        miss(guesses, 1)
        turn = guesses.turn("a", "new")
        costs.append(turn.cost if turn else None)
    assert costs[0] < costs[1] < costs[2]
    assert costs[-1] == max(costs) == pytest.approx(LONGEST_PAUSE)


def test_who_guesses_without_a_pause_gets_one_answer_in_a_second(guesses: Guesses, clock: Clock):
    miss(guesses, FREE_MISSES + 20)
    answered = 0
    for _ in range(10_000):
        answered += guess(guesses) is not None
        clock.now += 0.01
    in_hand = (SECONDS_IN_HAND + LONGEST_WAIT) / LONGEST_PAUSE
    assert answered == pytest.approx(clock.now / LONGEST_PAUSE + in_hand, abs=2)


def test_many_misses_at_once_stand_in_one_line_and_the_last_are_told(guesses: Guesses):
    miss(guesses, FREE_MISSES + 20)
    waits = [guess(guesses) for _ in range(60)]
    served = [wait for wait in waits if wait is not None]
    in_hand = (SECONDS_IN_HAND + LONGEST_WAIT) / LONGEST_PAUSE
    assert len(served) == pytest.approx(in_hand, abs=2)
    assert max(served) <= LONGEST_WAIT
    assert waits[-1] is None
    assert guesses.turn("another address", "new") == Turn()


def test_a_look_that_finds_its_room_costs_nothing(guesses: Guesses):
    miss(guesses, FREE_MISSES + 20)
    for number in range(100):
        code = f"room {number}"
        turn = guesses.turn("a", code)
        assert turn is not None
        assert turn.wait == 0
        guesses.told("a", code, turn, is_room=True)


def test_a_room_that_an_address_has_found_is_open_to_it_whatever_others_guess(guesses: Guesses):
    guesses.told("a", "K7M3XP", Turn(), is_room=True)
    miss(guesses, FREE_MISSES + 20)
    while guess(guesses) is not None:
        pass
    assert [guesses.turn("a", "K7M3XP") for _ in range(200)] == [Turn()] * 200
    assert guesses.turn("a", "new") is None


def test_trying_without_end_does_not_find_the_room_of_a_neighbour(guesses: Guesses, clock: Clock):
    guesses.told("a", "K7M3XP", Turn(), is_room=True)
    miss(guesses, FREE_MISSES + 20)
    tried = TRIES_AT_ONCE
    for _ in range(tried):
        guess(guesses)
    assert guesses.turn("a", "K7M3XP") is None
    clock.now += 1 / TRIES_PER_SECOND
    assert guesses.turn("a", "K7M3XP") == Turn()


def test_a_poster_with_a_dead_code_is_no_guessing(guesses: Guesses):
    assert not any(guesses.missed("a", "K7M3XP") for _ in range(500))
    assert guesses.turn("a", "new") == Turn()


def test_it_is_forgiven_in_time(guesses: Guesses, clock: Clock):
    miss(guesses, FREE_MISSES + 20)
    clock.now += 300
    assert guesses.turn("a", "new") == Turn()


def test_the_alarm_goes_once_in_ten_minutes(guesses: Guesses, clock: Clock):
    assert miss(guesses, FREE_MISSES + 30) == 1
    clock.now += ALARM_AGAIN_SECONDS
    assert miss(guesses, FREE_MISSES + 30) == 1


def test_addresses_are_not_remembered_without_end(clock: Clock, monkeypatch):
    monkeypatch.setattr(guessing, "MAX_ADDRESSES", 2)
    guesses = Guesses(clock)
    miss(guesses, FREE_MISSES + 5, "first")
    miss(guesses, 1, "second")
    miss(guesses, 1, "third")
    assert guesses.turn("first", "new") == Turn()


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


async def test_anyone_who_finds_a_room_is_not_counted(shared: Guesses):
    for _ in range(FREE_MISSES + 5):
        assert await at_pace("a", "K7M3XP", found, pytest.fail) == "a room"
    assert shared.turn("a", "new") == Turn()


async def test_a_code_that_is_not_there_counts_and_the_one_too_many_warns(shared: Guesses):
    miss(shared, FREE_MISSES - 1)
    warned: list[bool] = []
    for code, expected in (("CCCCCC", []), ("cch hhh", [True])):
        with pytest.raises(NotFound):
            await at_pace("a", code, nothing, lambda: warned.append(True))
        assert warned == expected


async def test_a_dead_code_is_the_same_however_it_is_typed(shared: Guesses):
    for typed in ("K7M3XP", "k7m 3xp", " K7M-3XP "):
        with pytest.raises(NotFound):
            await at_pace("a", typed, nothing, pytest.fail)
    assert miss(shared, FREE_MISSES - 1) == 0
    assert miss(shared, 1) == 1


async def test_after_a_crowd_at_a_dead_code_a_table_with_the_right_one_is_in_at_once(
    shared: Guesses, monkeypatch: pytest.MonkeyPatch
):
    async def wait(_seconds: float) -> None:
        pytest.fail("somebody waits")

    monkeypatch.setattr(asyncio, "sleep", wait)
    miss(shared, 66)
    came_in = [at_pace("a", "K7M3XP", found, pytest.fail) for _ in range(16)]
    assert await asyncio.gather(*came_in) == ["a room"] * 16


async def test_what_cannot_be_a_code_costs_nothing(shared: Guesses):
    async def unreadable() -> str:
        raise BadInput("code_unreadable")

    miss(shared, FREE_MISSES + 20)
    for _ in range(100):
        with pytest.raises(BadInput, match="code_unreadable"):
            await at_pace("a", "hallo", unreadable, pytest.fail)


async def test_anyone_who_would_wait_too_long_is_told_at_once(shared: Guesses, monkeypatch):
    monkeypatch.setattr(shared, "turn", lambda _address, _code: None)
    with pytest.raises(BadInput, match="too_many_tries"):
        await at_pace("a", "K7M3XP", found, pytest.fail)
