"""Tables: how many, who sits where, and how even the mix is."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from plekberaad_app.core.division import deal
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.people import Composition, Person, composition

MAX_TABLES = 12
# A conversation with an owner needs at least three others.
_SMALLEST_TABLE = 4
_PREFERRED_TABLE = 6


@dataclass(frozen=True, slots=True)
class TableProposal:
    """A number of tables and how many people sit at the smallest and the largest."""

    tables: int
    smallest: int
    largest: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The difference between the table with the most and the table with the fewest."""

    sizes: int
    newcomers: int
    professionals: int
    unknown: int = 0

    @property
    def mixes(self) -> tuple[int, int, int]:
        """The differences in the mix of people at the tables."""
        return self.newcomers, self.unknown, self.professionals


@dataclass(frozen=True, slots=True)
class SeatingSummary:
    """What a division of `people` amounts to.

    `balanced`: no two tables differ by more than one in any count.
    """

    tables: int
    smallest: int
    largest: int
    balanced: bool
    people: int = 0


@lru_cache(maxsize=512)
def propose_tables(total: int) -> TableProposal:
    """The number of tables that comes nearest to six people each: 1 in a tiny room, at most 12."""
    possible = [count for count in range(MAX_TABLES, 1, -1) if total // count >= _SMALLEST_TABLE]
    tables = min([*possible, 1], key=lambda count: abs(total / count - _PREFERRED_TABLE))
    return TableProposal(tables, smallest=total // tables, largest=-(-total // tables))


def divide(
    people: Sequence[Person],
    tables: int,
    rng: random.Random,
    owners: frozenset[str] = frozenset(),
) -> tuple[Person, ...]:
    """Give everyone a table and a seat, in the order given.

    People with the same `together` share a table. After that, in order of importance, sizes,
    newcomers, people of unknown habit, professionals and owners (ids of people with a challenge)
    are spread evenly. Without groups the first four differ by at most one between tables. Raises
    BadInput('seating.no_tables').
    """
    _require_tables(tables)
    places = {
        person.id: (table, seat)
        for table, members in enumerate(deal(people, tables, rng, owners), start=1)
        for seat, person in enumerate(members, start=1)
    }
    return tuple(_seated(person, *places[person.id]) for person in people)


def spread(people: Iterable[Person], tables: int) -> Spread:
    """How unevenly the tables 1..`tables` are filled; people without a table do not count."""
    mixes = _mixes(people, tables)
    return Spread(
        sizes=_range(mix.total for mix in mixes),
        newcomers=_range(mix.newcomers for mix in mixes),
        professionals=_range(mix.professionals for mix in mixes),
        unknown=_range(mix.unknown for mix in mixes),
    )


def seating_summary(people: Iterable[Person], tables: int) -> SeatingSummary:
    """What can be said about a division. Raises BadInput('seating.no_tables')."""
    everyone = list(people)
    sizes = [mix.total for mix in _mixes(everyone, tables)]
    differences = spread(everyone, tables)
    return SeatingSummary(
        tables=tables,
        smallest=min(sizes),
        largest=max(sizes),
        people=sum(sizes),
        balanced=max(differences.sizes, *differences.mixes) <= 1,
    )


def move(people: Sequence[Person], person_id: str, table: int) -> tuple[Person, ...]:
    """Move one person to the end of a table; nobody else's seat changes.

    Raises NotFound('seating.unknown_person') and BadInput('seating.unknown_table').
    """
    mover = _find(people, person_id)
    if table < 1:
        raise BadInput("seating.unknown_table")
    if mover.table == table:
        return tuple(people)
    moved = _seated(mover, table, _next_seat(people, table))
    return tuple(moved if person.id == person_id else person for person in people)


def mix_gets_worse(before: Iterable[Person], after: Iterable[Person], tables: int) -> bool:
    """Whether a change deserves a warning: a difference above one grows, or a group is split."""
    then, now = list(before), list(after)
    old, new = spread(then, tables), spread(now, tables)
    differences = zip((old.sizes, *old.mixes), (new.sizes, *new.mixes), strict=True)
    return any(later > max(earlier, 1) for earlier, later in differences) or bool(
        _split_groups(now) - _split_groups(then)
    )


def seat_latecomer(people: Sequence[Person], person: Person, tables: int) -> Person:
    """Put a latecomer at the end of the table that needs them most; nobody else moves.

    That is the table of whoever they came with; otherwise the smallest, and of those the one with
    the fewest people like them: newcomers or people of unknown habit, and professionals. Raises
    BadInput('seating.no_tables').
    """
    others = [other for other in people if other.id != person.id]
    table = _table_of_group(others, person) or _neediest(others, person, tables)
    return _seated(person, table, _next_seat(others, table))


def _neediest(people: Iterable[Person], person: Person, tables: int) -> int:
    mixes = _mixes(people, tables)
    return 1 + min(range(tables), key=lambda index: _fill(mixes[index], person))


def _fill(mix: Composition, person: Person) -> tuple[int, int, int, int]:
    newcomers = mix.newcomers if person.is_newcomer else 0
    unknown = mix.unknown if person.is_unknown else 0
    professionals = mix.professionals if person.is_professional else 0
    return mix.total, newcomers, unknown, professionals


def _table_of_group(people: Iterable[Person], person: Person) -> int | None:
    if not person.together:
        return None
    mates = (other.table for other in people if other.together == person.together)
    return next((table for table in mates if table), None)


def _split_groups(people: Iterable[Person]) -> set[str]:
    tables: dict[str, set[int | None]] = {}
    for person in people:
        if person.together:
            tables.setdefault(person.together, set()).add(person.table)
    return {group for group, seen in tables.items() if len(seen) > 1}


def _mixes(people: Iterable[Person], tables: int) -> list[Composition]:
    _require_tables(tables)
    seated: dict[int | None, list[Person]] = {}
    for person in people:
        seated.setdefault(person.table, []).append(person)
    return [composition(seated.get(table, ())) for table in range(1, tables + 1)]


def _range(counts: Iterable[int]) -> int:
    numbers = list(counts)
    return max(numbers) - min(numbers)


def _find(people: Iterable[Person], person_id: str) -> Person:
    for person in people:
        if person.id == person_id:
            return person
    raise NotFound("seating.unknown_person")


def _next_seat(people: Iterable[Person], table: int) -> int:
    return 1 + max((person.seat or 0 for person in people if person.table == table), default=0)


def _seated(person: Person, table: int, seat: int) -> Person:
    return replace(person, table=table, seat=seat)


def _require_tables(tables: int) -> None:
    if tables < 1:
        raise BadInput("seating.no_tables")
