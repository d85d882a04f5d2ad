"""Undoing a change of seats: who sat where, and putting everybody back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plekberaad_app.core.people import Person
from plekberaad_app.core.seating import seat_latecomer


@dataclass(frozen=True, slots=True)
class Seating:
    """The number of tables, and the (table, seat) of each person (by id)."""

    tables: int
    places: Mapping[str, tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """The seating before and after a change: enough to undo it."""

    before: Seating
    after: Seating


def seating_now(people: Iterable[Person], tables: int) -> Seating:
    """Who sits where."""
    return Seating(tables, {person.id: (person.table, person.seat) for person in people})


def is_as_left(now: Seating, left: Seating) -> bool:
    """Whether nobody has been reseated since; people who came or left since do not matter."""
    return now.tables == left.tables and all(
        left.places.get(person_id, place) == place for person_id, place in now.places.items()
    )


def restored(people: Sequence[Person], before: Seating) -> tuple[Person, ...]:
    """Everyone in their old seat; people who came since get the table that needs them most."""
    seated = [_placed(person, before) for person in people if person.id in before.places]
    latecomers: list[Person] = []
    for person in people:
        if person.id not in before.places:
            latecomers.append(_late(person, [*seated, *latecomers], before.tables))
    places = {person.id: person for person in (*seated, *latecomers)}
    return tuple(places[person.id] for person in people)


def _placed(person: Person, before: Seating) -> Person:
    table, seat = before.places[person.id]
    return replace(person, table=table, seat=seat)


def _late(person: Person, seated: Sequence[Person], tables: int) -> Person:
    if not tables:
        return replace(person, table=None, seat=None)
    return seat_latecomer(seated, person, tables)
