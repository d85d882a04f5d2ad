"""Proposing a programme: rounds and times that fill the minutes there are, with a break."""

from dataclasses import dataclass

ROUND = 15
"""Minutes a round takes, where there is time for it."""
LEAST_ROUND, MAX_ROUND = 5, 25
MAX_ROUNDS = 8
BREAK_FROM, VOTE_FROM = 75, 45
"""An evening of fewer minutes goes on without a break, and without a vote."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whole minutes for every part of an evening; 0 for a part that is left out."""

    welcome: int
    rounds: int
    round: int
    pause: int
    vote: int
    closing: int

    @property
    def in_rounds(self) -> int:
        """Minutes for all rounds together."""
        return self.rounds * self.round

    @property
    def total(self) -> int:
        """Minutes for everything together."""
        return self.welcome + self.in_rounds + self.pause + self.vote + self.closing


def propose(minutes: int) -> Proposal:
    """A programme for an evening of this many minutes, at least 15; it never takes longer.

    Up to four and a half hours it uses all of them; what the rounds leave goes to the closing.
    """
    welcome, pause, vote, closing = _around(minutes)
    left = minutes - welcome - pause - vote - closing
    rounds = _within(left // ROUND, 1, MAX_ROUNDS)
    length = _within(left // rounds, LEAST_ROUND, MAX_ROUND)
    spare = _within(left - rounds * length, 0, MAX_ROUNDS)
    return Proposal(welcome, rounds, length, pause, vote, closing + spare)


def _around(minutes: int) -> tuple[int, int, int, int]:
    """What surrounds the rounds: welcome, break, vote and closing."""
    return (
        _within(minutes // 10, 2, 20),
        _within(minutes // 10, 10, 20) if minutes >= BREAK_FROM else 0,
        _within(minutes // 15, 5, 10) if minutes >= VOTE_FROM else 0,
        _within(minutes // 15, 2, 15),
    )


def _within(number: int, least: int, most: int) -> int:
    return min(max(number, least), most)
