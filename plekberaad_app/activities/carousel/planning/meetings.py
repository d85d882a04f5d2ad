"""How many people meet in a carousel, compared with the most that could."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.rotation_plan import RotationPlan, sits_at


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of people who share a table in some round, and the most that tables this full allow."""

    new: int
    possible: int


def meetings(
    plan: RotationPlan, seating: Mapping[int, Sequence[str]], owners: Sequence[OwnerSeat]
) -> Meetings:
    """Count the pairs that meet; `possible` is reached when nobody meets anybody twice."""
    met: set[tuple[str, str]] = set()
    places = 0
    for round_number in range(1, plan.rounds + 1):
        for company in companies(plan, seating, owners, round_number).values():
            met.update(combinations(sorted(company), 2))
            places += comb(len(company), 2)
    everyone = sum(1 for _ in _seated(seating))
    return Meetings(new=len(met), possible=min(places, comb(everyone, 2)))


def companies(
    plan: RotationPlan,
    seating: Mapping[int, Sequence[str]],
    owners: Sequence[OwnerSeat],
    round_number: int,
) -> dict[int, list[str]]:
    """Who shares each table in a round, owners included."""
    at: dict[int, list[str]] = {table: [] for table in range(1, plan.tables + 1)}
    for home, seat, person_id in _seated(seating):
        at[sits_at(plan, person_id, home, seat, round_number, owners)].append(person_id)
    return at


def _seated(seating: Mapping[int, Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    for home, chairs in seating.items():
        for seat, person_id in enumerate(chairs, start=1):
            if person_id:
                yield home, seat, person_id
