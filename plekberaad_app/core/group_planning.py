"""Dividing people into groups of two or three: evenly mixed, and with others than before."""

import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations, product

from plekberaad_app.core.people import Person

Strain = Callable[[Person, Person], int]
Matrix = list[list[int]]
Indexes = list[int]

# For what reason two people are to be in different groups; any number of the later ones weighs less
# than one of the earlier. Two without a phone would have no screen between them.
_MET, _TOGETHER, _PHONELESS, _STRAIN = 10**15, 10**12, 10**10, 10**6
_NEWCOMERS, _UNKNOWN, _PROFESSIONALS = 10**4, 10**2, 1
# A division that no swap makes better may still repeat somebody where another would not.
_TRIES = 20


def planned(
    people: Sequence[Person], size: int, rng: random.Random, strain: Strain, across: bool
) -> list[list[Person]]:
    """Everybody in one group, of `size` or one more; nobody alone, unless there is only one.

    At tables of which some have only one person, those join each other, or another table.
    """
    pools = [list(people)] if across else _tables(people)
    return [group for pool in pools for group in _divided(pool, size, rng, strain)]


def group_sizes(people: int, size: int) -> list[int]:
    """How large the groups are, largest first: five people are three and two, and not five."""
    groups = max(people // size, min(people, 1))
    groups += people > groups * (size + 1)
    return [people // groups + (index < people % groups) for index in range(groups)]


def strain_between(
    one: Person, other: Person, met: Collection[frozenset[str]], strain: Strain
) -> int:
    """How much two people are to be kept apart.

    Those who met before; who came together, since they know each other; who have no phone; what the
    activity has against it; and, as at tables, newcomers, people of unknown habit and professionals
    are spread.
    """
    return (
        _MET * (frozenset((one.id, other.id)) in met)
        + _TOGETHER * (one.together != "" and one.together == other.together)
        + _PHONELESS * (not one.has_phone and not other.has_phone)
        + _STRAIN * strain(one, other)
        + _NEWCOMERS * (one.is_newcomer and other.is_newcomer)
        + _UNKNOWN * (one.is_unknown and other.is_unknown)
        + _PROFESSIONALS * (one.is_professional and other.is_professional)
    )


def _tables(people: Iterable[Person]) -> list[list[Person]]:
    """People by table; anyone who would be alone goes along with others."""
    tables: dict[int, list[Person]] = {}
    for person in people:
        tables.setdefault(person.table or 0, []).append(person)
    pools = [tables[table] for table in sorted(tables) if len(tables[table]) > 1]
    lone = [tables[table][0] for table in sorted(tables) if len(tables[table]) == 1]
    if len(lone) == 1 and pools:
        min(pools, key=len).extend(lone)
    elif lone:
        pools.append(lone)
    return pools


def _divided(
    people: Sequence[Person], size: int, rng: random.Random, strain: Strain
) -> list[list[Person]]:
    """The best of some divisions, each improved as far as swaps go."""
    everyone = sorted(people, key=lambda person: person.id)
    matrix = _matrix(everyone, strain)
    best: list[Indexes] = []
    for _ in range(_TRIES):
        groups = _dealt(everyone, size, rng)
        _improve(groups, matrix)
        best = min((each for each in (best, groups) if each), key=lambda each: _cost(each, matrix))
        if _cost(best, matrix) < _MET:
            break
    return [[everyone[index] for index in group] for group in best]


def _matrix(people: Sequence[Person], strain: Strain) -> Matrix:
    matrix = [[0] * len(people) for _ in people]
    for here, there in combinations(range(len(people)), 2):
        matrix[here][there] = matrix[there][here] = strain(people[here], people[there])
    return matrix


def _dealt(people: Sequence[Person], size: int, rng: random.Random) -> list[Indexes]:
    """Dealt in an order in which people who are alike follow each other, so that they spread."""
    order = list(range(len(people)))
    rng.shuffle(order)
    order.sort(key=lambda index: (not people[index].is_newcomer, not people[index].is_unknown))
    groups: list[Indexes] = [[] for _ in group_sizes(len(people), size)]
    for turn, index in enumerate(order):
        groups[turn % len(groups)].append(index)
    rng.shuffle(groups)
    for group in groups:
        rng.shuffle(group)
    return groups


def _improve(groups: list[Indexes], matrix: Matrix) -> None:
    """Let two people change places for as long as that helps."""
    is_better = True
    while is_better:
        is_better = False
        for here, there in combinations(groups, 2):
            while swap := next(_swaps(here, there, matrix), None):
                one, other = swap
                here[one], there[other] = there[other], here[one]
                is_better = True


def _swaps(here: Indexes, there: Indexes, matrix: Matrix) -> Iterator[tuple[int, int]]:
    """The places of two people who had better change them."""
    for (place, one), (other_place, other) in product(enumerate(here), enumerate(there)):
        before = _among(one, here, one, matrix) + _among(other, there, other, matrix)
        after = _among(other, here, one, matrix) + _among(one, there, other, matrix)
        if after < before:
            yield place, other_place


def _among(person: int, group: Indexes, without: int, matrix: Matrix) -> int:
    row = matrix[person]
    return sum(row[other] for other in group if other != without)


def _cost(groups: Iterable[Indexes], matrix: Matrix) -> int:
    return sum(matrix[one][other] for group in groups for one, other in combinations(group, 2))
