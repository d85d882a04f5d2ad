"""The brainstorm carousel: plans whose rounds keep three promises.

No group hears the same owner twice, everyone asked gets a turn, and people meet as many others as
possible. Inside a table nobody moves and the turn goes round.
Where groups rotate, owners stay and thinkers travel; `travel` tells why its strides work.

The parts: `hosting` (owners and turns), `travel` (strides), `rotation_plan` (the result) and
`meetings` (the score).
"""

from collections.abc import Collection, Mapping, Sequence

from plekberaad_app.activities.carousel.planning.hosting import (
    OwnerSeat,
    host_tables,
    in_turn,
    once_each,
    owners_at_home,
    owners_spread,
)
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan
from plekberaad_app.activities.carousel.planning.travel import (
    best_strides,
    permitted,
    travel_groups,
)
from plekberaad_app.core.errors import DomainError

Seating = Mapping[int, Sequence[str]]
NOBODY: Mapping[str, str] = {}


def plan_rotation(
    mode: Mode,
    rounds: int,
    seating: Seating,
    owners: Sequence[OwnerSeat],
    together: Mapping[str, str] = NOBODY,
    later: int = 0,
) -> RotationPlan:
    """Decide every round. The same arguments give the same plan.

    With `later` rounds to come in other steps it covers as many of those as there are turns for.

    `seating` has per home table, from 1 on, who sits on each chair ('': an open chair). People
    with the same tag in `together` (person id to tag) travel together.
    Raises DomainError: rotation.no_owners, owner_twice, owner_not_seated, too_few_tables,
    more_rounds_than_wishes (n: most at one table), too_many_rounds (n), too_few_rounds (n).
    """
    tables = max(seating, default=0)
    _require_sound_owners(seating, owners)
    _require_possible(mode, rounds, later, tables, owners)
    covered = min(rounds + later, most_rounds(mode, tables, owners))
    if mode is Mode.INSIDE:
        return _inside(covered, tables, owners)
    return _groups(covered, tables, seating, owners, together)


def most_rounds(mode: Mode, tables: int, owners: Sequence[OwnerSeat]) -> int:
    """How many rounds there can be before somebody hears an owner twice, or no turn is left.

    Where groups rotate, a table with n owners has n new stories for each group on a full circle.
    """
    if not owners or (mode is Mode.GROUPS and tables < 2):
        return 0
    if mode is Mode.INSIDE:
        return fewest_rounds(mode, tables, owners)
    return tables * max(len(owners) // tables, 1)


def fewest_rounds(mode: Mode, tables: int, owners: Sequence[OwnerSeat]) -> int:
    """The number of rounds that everyone asked needs to get a turn."""
    at = owners_at_home(tables, owners)
    if mode is Mode.INSIDE:
        return max(map(len, at.values()), default=0)
    return -(-len(owners) // max(tables, 1))


def _inside(rounds: int, tables: int, owners: Sequence[OwnerSeat]) -> RotationPlan:
    at = owners_at_home(tables, owners)
    turns = {table: once_each(challenges, rounds) for table, challenges in at.items()}
    return RotationPlan(Mode.INSIDE, rounds, tables, turns, host_tables(at))


def _groups(
    rounds: int,
    tables: int,
    seating: Seating,
    owners: Sequence[OwnerSeat],
    together: Mapping[str, str],
) -> RotationPlan:
    at = owners_spread(tables, owners)
    turns = {table: in_turn(challenges, rounds, tables) for table, challenges in at.items()}
    hosting = {owner.person_id for owner in owners}
    thinkers = _thinkers_per_table(seating, tables, hosting)
    strides = best_strides(permitted(turns), tables, rounds, thinkers, len(owners))
    groups = {
        table: travel_groups(seating.get(table, ()), hosting, together, len(strides))
        for table in range(1, tables + 1)
    }
    return RotationPlan(Mode.GROUPS, rounds, tables, turns, host_tables(at), strides, groups)


def _thinkers_per_table(seating: Seating, tables: int, hosting: Collection[str]) -> int:
    """The average, rounded up."""
    thinkers = sum(bool(one) and one not in hosting for row in seating.values() for one in row)
    return -(-thinkers // tables)


def _require_sound_owners(seating: Seating, owners: Sequence[OwnerSeat]) -> None:
    if not owners:
        raise DomainError("rotation.no_owners")
    if len({owner.person_id for owner in owners}) < len(owners):
        raise DomainError("rotation.owner_twice")
    if any(owner.person_id not in seating.get(owner.table, ()) for owner in owners):
        raise DomainError("rotation.owner_not_seated")


def _require_possible(
    mode: Mode, rounds: int, later: int, tables: int, owners: Sequence[OwnerSeat]
) -> None:
    if mode is Mode.GROUPS and tables < 2:
        raise DomainError("rotation.too_few_tables")
    if rounds > (most := most_rounds(mode, tables, owners)):
        is_inside = mode is Mode.INSIDE
        why = "more_rounds_than_wishes" if is_inside else "too_many_rounds"
        raise DomainError(f"rotation.{why}", n=most)
    if rounds < (fewest := fewest_rounds(mode, tables, owners) - later):
        raise DomainError("rotation.too_few_rounds", n=fewest)
