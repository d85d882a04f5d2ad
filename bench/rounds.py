"""One repetition on each server: how the load is spread so that 40 notes hang there on average."""

from dataclasses import dataclass

from bench.figures import Figures

# A round's wall begins with some notes and grows to 70: 40 on average, steady and in the burst.
NOTES_BEFORE = 10
IDEAS_A_ROUND = 60
IDEAS_A_SECOND = 3
BURST = 60
PEOPLE = 60
ROUNDS = 4


@dataclass(frozen=True)
class Plan:
    """How much is done: `rounds` of 60 ideas at 3 a second (a minute is three), then a burst."""

    people: int = PEOPLE
    rounds: int = 3


@dataclass(frozen=True)
class Result:
    """What one repetition on one server brought; `next_ms` is known for Plekberaad only."""

    steady: Figures
    burst: Figures
    next_ms: tuple[float, ...] = ()
