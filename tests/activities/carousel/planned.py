"""Rooms with owners, made for the tests of the carousel plan."""

from collections.abc import Iterator, Mapping, Sequence

from hypothesis import strategies as st

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.rotation import fewest_rounds, most_rounds
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode

Seating = Mapping[int, tuple[str, ...]]


def seating_of(people: int, tables: int) -> Seating:
    """People p1, p2, … dealt over tables."""
    everyone = [f"p{number}" for number in range(1, people + 1)]
    return {table: tuple(everyone[table - 1 :: tables]) for table in range(1, tables + 1)}


def first_owners(seating: Seating, per_table: int = 1) -> list[OwnerSeat]:
    """The first people of every table bring a challenge."""
    return [owner_of(one, table) for table, row in seating.items() for one in row[:per_table]]


def owner_of(person_id: str, table: int) -> OwnerSeat:
    """Somebody with a challenge, at their home table."""
    return OwnerSeat(f"challenge of {person_id}", person_id, table)


def thinkers(seating: Seating, owners: Sequence[OwnerSeat]) -> Iterator[tuple[int, int, str]]:
    """Home table, seat and id of everyone who hosts nothing."""
    hosting = {owner.person_id for owner in owners}
    for table, row in seating.items():
        for seat, one in enumerate(row, start=1):
            if one not in hosting:
                yield table, seat, one


@st.composite
def carousels(
    draw: st.DrawFn, mode: Mode, most_per_table: int = 3
) -> tuple[int, Seating, list[OwnerSeat]]:
    """A number of rounds that is possible, a seating of 12 to 60 people, and owners anywhere."""
    tables = draw(st.integers(2, 10))
    seating = seating_of(draw(st.integers(12, 60)), tables)
    counts = draw(st.lists(st.integers(0, most_per_table), min_size=tables, max_size=tables))
    owners = [
        owner_of(one, table)
        for (table, row), count in zip(seating.items(), counts, strict=True)
        for one in draw(st.permutations(row))[:count]
    ] or [owner_of(seating[1][0], 1)]
    lowest, highest = fewest_rounds(mode, tables, owners), most_rounds(mode, tables, owners)
    return draw(st.integers(lowest, highest)), seating, owners
