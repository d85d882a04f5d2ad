"""The fixed cast of the tests: 36 people, of whom 20 never come to evenings like this one."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from plekberaad_app.core.people import Habit, Kind, Person
from plekberaad_app.core.seating import divide

START = datetime(2030, 3, 14, 18, 30, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NEWCOMERS, OTHER_RESIDENTS, PROFESSIONALS = 20, 10, 6
WITHOUT_PHONE = (7, 28)


def minutes(count: float) -> timedelta:
    """A length of time."""
    return timedelta(minutes=count)


def after(count: float) -> datetime:
    """The moment `count` minutes after the start of the evening."""
    return START + minutes(count)


def newcomer(number: int, kind: Kind | None = Kind.RESIDENT) -> Person:
    """Somebody who never joins such evenings."""
    return Person(f"p{number}", number, f"N{number}", kind, Habit.NEVER)


def regular(number: int) -> Person:
    """A resident who comes now and then."""
    return Person(f"p{number}", number, f"R{number}", Kind.RESIDENT, Habit.SOMETIMES)


def professional(number: int) -> Person:
    """A professional in a personal capacity who comes often."""
    return Person(f"p{number}", number, f"P{number}", Kind.PROFESSIONAL, Habit.OFTEN)


def room() -> tuple[Person, ...]:
    """20 newcomers, 10 other residents and 6 professionals; numbers 7 and 28 have no phone."""
    makers = [newcomer] * NEWCOMERS + [regular] * OTHER_RESIDENTS + [professional] * PROFESSIONALS
    everyone = (make(number) for number, make in enumerate(makers, start=1))
    return tuple(replace(one, has_phone=one.number not in WITHOUT_PHONE) for one in everyone)


def seated_room(tables: int = 6) -> tuple[Person, ...]:
    """The cast, divided over tables, the same way every time."""
    return divide(room(), tables, random.Random(1))


def by_table(people: tuple[Person, ...]) -> Mapping[int, tuple[Person, ...]]:
    """The people of each table that has any, in seat order."""
    seated = sorted((one for one in people if one.table), key=lambda one: one.seat or 0)
    tables = sorted({one.table for one in seated if one.table})
    return {table: tuple(one for one in seated if one.table == table) for table in tables}


def _crowd(traits: list[tuple[Kind | None, Habit | None]]) -> tuple[Person, ...]:
    numbered = enumerate(traits, start=1)
    return tuple(Person(f"p{n}", n, kind=kind, habit=habit) for n, (kind, habit) in numbered)


def crowds(smallest: int = 1, largest: int = 60) -> st.SearchStrategy[tuple[Person, ...]]:
    """Any crowd of people of any kind and habit, none of whom came together."""
    traits = st.tuples(st.sampled_from([*Kind, None]), st.sampled_from([*Habit, Habit.NEVER, None]))
    return st.lists(traits, min_size=smallest, max_size=largest).map(_crowd)


@st.composite
def crowds_with_pairs(draw: st.DrawFn) -> tuple[Person, ...]:
    """A crowd in which any number of pairs came together."""
    people = draw(crowds(smallest=2))
    pairs = draw(st.integers(0, len(people) // 2))
    return tuple(
        replace(one, together=f"pair {index // 2}") if index < 2 * pairs else one
        for index, one in enumerate(people)
    )
