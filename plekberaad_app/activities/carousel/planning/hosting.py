"""Owners who stay while groups move on: at which table each hosts, and who has the turn when."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnerSeat:
    """Somebody with a challenge; `table` is their home table."""

    challenge_id: str
    person_id: str
    table: int


def owners_at_home(tables: int, owners: Sequence[OwnerSeat]) -> dict[int, list[str]]:
    """Per table the challenges of the people who sit there, in the order given."""
    at: dict[int, list[str]] = {table: [] for table in range(1, tables + 1)}
    for owner in owners:
        at[owner.table].append(owner.challenge_id)
    return at


def owners_spread(tables: int, owners: Sequence[OwnerSeat]) -> dict[int, list[str]]:
    """Per host table its challenges: at home where possible, the counts at most one apart."""
    at = owners_at_home(tables, owners)
    while True:
        fullest = max(at, key=lambda table: len(at[table]))
        emptiest = min(at, key=lambda table: len(at[table]))
        if len(at[fullest]) - len(at[emptiest]) <= 1:
            return at
        at[emptiest].append(at[fullest].pop())


def once_each(challenges: Sequence[str], rounds: int) -> tuple[str, ...]:
    """One turn for each, in order; any rounds left over stay empty."""
    return (*challenges, *[""] * rounds)[:rounds]


def in_turn(challenges: Sequence[str], rounds: int, tables: int) -> tuple[str, ...]:
    """Turns at one host table: whoever had fewest is next, but never twice for the same guests.

    A group on a full circle is back after `tables` rounds, so rounds that far apart need another
    owner. That works out for at most `tables` rounds per challenge; the first so many rounds as
    there are challenges give each a turn. Of equals the one who has to wait again soonest is first.
    """
    row: list[str] = []
    while len(row) < rounds:
        row.append(_next_turn(challenges, row, rounds, tables))
    return tuple(row)


def _next_turn(challenges: Sequence[str], row: Sequence[str], rounds: int, tables: int) -> str:
    had = Counter(row)
    heard, *coming = (_heard(row, index, tables) for index in range(len(row), rounds))
    fresh = [challenge for challenge in challenges if challenge not in heard]
    return min(fresh, key=lambda one: (had[one], _wait(one, coming)), default="")


def _heard(row: Sequence[str], index: int, tables: int) -> Sequence[str]:
    """What the guests of this round, counted from 0, have already heard at this table."""
    return row[index % tables :: tables]


def _wait(challenge: str, coming: Sequence[Sequence[str]]) -> int:
    """In how many rounds this challenge will already be known to the guests."""
    known = (later for later, heard in enumerate(coming) if challenge in heard)
    return next(known, len(coming))


def host_tables(at: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """The table of each challenge."""
    return {challenge: table for table, challenges in at.items() for challenge in challenges}
