"""Dividing people over tables: deal them out, then swap small bundles for as long as that helps."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from plekberaad_app.core.people import Person

# Counts of people, newcomers, people of unknown habit, professionals and owners.
Counts = tuple[int, int, int, int, int]
NOBODY: Counts = (0, 0, 0, 0, 0)

# One step towards even sizes outweighs any number of better spread newcomers, and so on: with 60
# people a sum of squares stays below 60² and its change below 2 · 60².
_WEIGHTS = (10**16, 10**12, 10**8, 10**4, 1)

# (newcomer, unknown, professional), in dealing order: each of the three is one unbroken run.
_RUNS = (
    (True, False, False),
    (True, False, True),
    (False, False, True),
    (False, True, True),
    (False, True, False),
    (False, False, False),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """People who must share a table: a group that came together, or one person."""

    people: tuple[Person, ...]
    counts: Counts


Table = list[Unit]


def deal(
    people: Sequence[Person], tables: int, rng: random.Random, owners: frozenset[str]
) -> list[list[Person]]:
    """Everybody per table, in seat order; people who came together sit side by side, in front.

    Dealing people in the order of `_RUNS` to the emptiest table keeps newcomers, the unknown and
    professionals each in one unbroken run, so that without groups their numbers differ by at most
    one. Groups break the run; the swaps afterwards repair that.
    """
    units = _units(people, rng, owners)
    dealt: list[Table] = [[] for _ in range(tables)]
    for unit in sorted(units, key=_turn):
        min(dealt, key=_size).append(unit)
    _exchange(dealt)
    return [_seat_order(table, rng) for table in dealt]


def _units(people: Iterable[Person], rng: random.Random, owners: frozenset[str]) -> list[Unit]:
    shuffled = sorted(people, key=lambda person: person.id)
    rng.shuffle(shuffled)
    alone = [(person,) for person in shuffled if not person.together]
    grouped = sorted((person for person in shuffled if person.together), key=_together)
    groups = [tuple(group) for _, group in groupby(grouped, key=_together)]
    return [Unit(members, _count(members, owners)) for members in groups + alone]


def _together(person: Person) -> str:
    return person.together


def _count(members: Iterable[Person], owners: frozenset[str]) -> Counts:
    return _sum(
        (
            1,
            int(person.is_newcomer),
            int(person.is_unknown),
            int(person.is_professional),
            int(person.id in owners),
        )
        for person in members
    )


def _turn(unit: Unit) -> tuple[int, int, int]:
    size, newcomers, unknown, professionals, owners = unit.counts
    # Within a group, a newcomer weighs more than somebody who did not say.
    run = (newcomers > 0, not newcomers and unknown > 0, professionals > 0)
    return (-size, _RUNS.index(run), -owners)


def _size(table: Table) -> int:
    return sum(unit.counts[0] for unit in table)


def _seat_order(table: Table, rng: random.Random) -> list[Person]:
    alone = [unit for unit in table if len(unit.people) == 1]
    rng.shuffle(alone)
    together = [unit for unit in table if len(unit.people) > 1]
    return [person for unit in together + alone for person in unit.people]


def _exchange(tables: list[Table]) -> None:
    """Swap bundles of at most two units between two tables until no swap helps."""
    improved = True
    while improved:
        improved = False
        for here, there in combinations(tables, 2):
            while swap := _best_swap(here, there):
                _swap(here, there, *swap)
                improved = True


def _best_swap(here: Table, there: Table) -> tuple[Table, Table] | None:
    sum_here, sum_there = _total(here), _total(there)
    best, lowest = None, 0
    offers = list(_bundles(there))
    for given in _bundles(here):
        for taken in offers:
            gain = tuple(t - g for t, g in zip(_total(taken), _total(given), strict=True))
            change = _change(sum_here, sum_there, gain)
            if change < lowest:
                best, lowest = (given, taken), change
    return best


def _change(here: Counts, there: Counts, gain: Iterable[int]) -> int:
    """How much the weighted squares grow when `here` gains what `there` loses."""
    parts = zip(_WEIGHTS, here, there, gain, strict=True)
    return sum(weight * d * (h - t + d) for weight, h, t, d in parts)


def _bundles(table: Table) -> Iterator[Table]:
    """Nobody, one unit or two; of bundles with equal counts only one."""
    seen: set[Counts] = set()
    for size in range(3):
        for bundle in combinations(table, size):
            if (total := _total(bundle)) not in seen:
                seen.add(total)
                yield list(bundle)


def _swap(here: Table, there: Table, given: Table, taken: Table) -> None:
    here[:] = [unit for unit in here if unit not in given] + taken
    there[:] = [unit for unit in there if unit not in taken] + given


def _total(units: Iterable[Unit]) -> Counts:
    return _sum(unit.counts for unit in units)


def _sum(counts: Iterable[Counts]) -> Counts:
    people, newcomers, unknown, professionals, owners = map(sum, zip(NOBODY, *counts, strict=True))
    return people, newcomers, unknown, professionals, owners
