"""Pairs and trios: who is in which, where they meet, and who joins whom when people come or go.

A table and the whole room are groups too, of people who sit there anyway; only pairs and trios have
to be made. `core/group_planning.py` makes them.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from plekberaad_app.core.group_planning import Strain, planned, strain_between
from plekberaad_app.core.people import Person, still_here


class GroupKind(StrEnum):
    """What a person may be a part of."""

    TABLE = "table"
    PAIR = "pair"
    TRIO = "trio"
    ROOM = "room"


_SIZES = {GroupKind.PAIR: 2, GroupKind.TRIO: 3}


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers count from 1; a pair or a trio has one that no other in its step ever had."""

    kind: GroupKind
    number: int = 1


@dataclass(frozen=True, slots=True)
class Grouping:
    """How people are grouped in a stop: in pairs or trios, at their tables or `across` the room.

    `is_anew`: in this stop they get other partners than before; otherwise they stay with whom they
    were, if they were grouped like this before.
    """

    kind: GroupKind
    across: bool = False
    is_anew: bool = False

    @property
    def size(self) -> int:
        """How many people a group has, if the number of people allows; 0 for a table or a room."""
        return _SIZES.get(self.kind, 0)

    def is_like(self, other: "Grouping") -> bool:
        """Whether groups that were made for the one do for the other."""
        return (self.kind, self.across) == (other.kind, other.across)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The people (ids) of a pair or trio, and the table where they find each other; 0 is none."""

    table: int
    people: tuple[str, ...]


Division = Mapping[int, Meeting]
"""The pairs or trios of a stop by number; one that everybody left stays, with nobody in it."""


@dataclass(frozen=True, slots=True)
class Mixing:
    """What decides who goes with whom, beside how people are grouped.

    `met` has the pairs of ids who were partners before. `strain` is how much against its purpose an
    activity finds it to put these two together, from 0 to 100.
    """

    met: Collection[frozenset[str]] = frozenset()
    strain: Strain = field(default=lambda _one, _other: 0)

    def between(self, one: Person, other: Person) -> int:
        """How much these two are to be kept apart."""
        return strain_between(one, other, self.met, self.strain)


def met_in(divisions: Iterable[Division]) -> frozenset[frozenset[str]]:
    """Everybody who was with somebody, two by two."""
    return frozenset(
        frozenset(two)
        for division in divisions
        for meeting in division.values()
        for two in combinations(meeting.people, 2)
    )


def settled(
    division: Division,
    people: Sequence[Person],
    grouping: Grouping,
    rng: random.Random,
    mixing: Mixing,
    first_number: int = 1,
) -> Division:
    """The division with everybody in one group who is here, and nobody who left; made if empty.

    Whoever came late joins the group that needs them most, and nobody moves for that. Whoever is
    left alone gets somebody from a group that can spare one, or else joins another group. Only one
    person in all is alone. `first_number`: for the first new group.
    """
    standing = _Standing(dict(division), people, grouping, mixing, first_number)
    standing.let_go()
    standing.take_in(rng)
    standing.leave_nobody_alone()
    return standing.division


def moved(division: Division, person: Person, number: int, first_number: int) -> Division:
    """One person goes to the group with this number, or with 0 to a new one; nobody else moves."""
    rest = {
        known: replace(each, people=tuple(one for one in each.people if one != person.id))
        for known, each in division.items()
    }
    there = rest.get(number, Meeting(person.table or 0, ()))
    return {**rest, number or first_number: replace(there, people=(*there.people, person.id))}


@dataclass
class _Standing:
    """A division while it is being settled."""

    division: dict[int, Meeting]
    people: Sequence[Person]
    grouping: Grouping
    mixing: Mixing
    next_number: int
    here: dict[str, Person] = field(init=False)

    def __post_init__(self) -> None:
        self.here = {person.id: person for person in still_here(self.people)}

    def let_go(self) -> None:
        """Nobody stays in it who left."""
        for number, each in self.division.items():
            self._set(number, (one for one in each.people if one in self.here))

    def take_in(self, rng: random.Random) -> None:
        """Latecomers join a group each; when they are too many for that, they are a few of their
        own."""
        placed = {one for each in self.division.values() for one in each.people}
        late = [person for person in self.here.values() if person.id not in placed]
        size, across = self.grouping.size, self.grouping.across
        if len(late) >= size and len(late) > self._room():
            self._open(planned(late, size, rng, self.mixing.between, across))
            return
        for person in late:
            self._join(person)

    def leave_nobody_alone(self) -> None:
        """As long as there is another group."""
        while (lone := self._lone()) is not None:
            (person,) = (self.here[one] for one in self.division[lone].people)
            donors = [number for number in self._groups() if self._can_spare(number)]
            if donors:
                self._give(min(donors, key=lambda number: self._far(person, number)), lone)
            else:
                self._set(lone, ())
                self._join(person)

    def _lone(self) -> int | None:
        groups = list(self._groups())
        lone = (number for number in groups if len(self.division[number].people) == 1)
        return next(lone, None) if len(groups) > 1 else None

    def _groups(self) -> Iterator[int]:
        return (number for number, each in self.division.items() if each.people)

    def _room(self) -> int:
        """How many people can join before a group is too large."""
        most = self.grouping.size + 1
        return sum(max(most - len(self.division[number].people), 0) for number in self._groups())

    def _can_spare(self, number: int) -> bool:
        return len(self.division[number].people) > self.grouping.size

    def _join(self, person: Person) -> None:
        groups = self._groups()
        number = min(groups, key=lambda number: self._need(person, number), default=None)
        if number is None:
            self._open([[person]])
        else:
            self._set(number, (*self.division[number].people, person.id))

    def _need(self, person: Person, number: int) -> tuple[bool, bool, bool, int, int]:
        """Smaller where somebody is needed more: by one who is alone, in a pair, at one's table."""
        size = len(self.division[number].people)
        is_far, strain = self._far(person, number)
        return size > 1, size > self.grouping.size, is_far, size, strain

    def _far(self, person: Person, number: int) -> tuple[bool, int]:
        meeting = self.division[number]
        is_far = not self.grouping.across and meeting.table != (person.table or 0)
        others = (self.here[one] for one in meeting.people)
        return is_far, sum(self.mixing.between(person, other) for other in others)

    def _give(self, donor: int, lone: int) -> None:
        """The one who came last, among those who have least against it."""
        person = self.here[self.division[lone].people[0]]
        people = self.division[donor].people
        given = min(reversed(people), key=lambda one: self.mixing.between(person, self.here[one]))
        self._set(donor, (one for one in people if one != given))
        self._set(lone, (person.id, given))

    def _set(self, number: int, people: Iterable[str]) -> None:
        self.division[number] = replace(self.division[number], people=tuple(people))

    def _open(self, groups: Iterable[Sequence[Person]]) -> None:
        """New groups; each meets at the table of one of them where fewest others do."""
        for group in groups:
            tables = [person.table for person in group if person.table]
            table = min(tables, key=self._meeting_at, default=0)
            self.division[self.next_number] = Meeting(table, tuple(each.id for each in group))
            self.next_number += 1

    def _meeting_at(self, table: int) -> int:
        return sum(each.table == table and bool(each.people) for each in self.division.values())
