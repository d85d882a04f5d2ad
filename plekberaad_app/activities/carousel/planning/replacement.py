"""Another owner while a plan is running: one turn changes hands, and nobody else moves.

The promises of the rotation are kept where possible: somebody who has a turn later at the same
table swaps it. `without_turn` and `hear_twice` say what could not be kept.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.meetings import companies
from plekberaad_app.activities.carousel.planning.rotation_plan import RotationPlan


def replaced(plan: RotationPlan, round_number: int, table: int, new: OwnerSeat) -> RotationPlan:
    """The plan in which `new` has the turn at this table in this round.

    `new` sits there in that round. All later turns of the previous owner go to them too.
    """
    turns = {**plan.turns, table: _row(plan.turns[table], round_number - 1, new.challenge_id)}
    since = dict(plan.since)
    if new.challenge_id not in plan.hosts:
        since[new.challenge_id] = round_number
    return replace(plan, turns=turns, hosts={**plan.hosts, new.challenge_id: table}, since=since)


def without_turn(before: RotationPlan, after: RotationPlan) -> set[str]:
    """The challenges that had a turn and have none any more."""
    return _on_turn(before) - _on_turn(after)


def hear_twice(
    plan: RotationPlan,
    seating: Mapping[int, Sequence[str]],
    owners: Sequence[OwnerSeat],
    owner: OwnerSeat,
) -> set[str]:
    """The people who sit with this owner in more than one round in which the owner has the turn."""
    heard: Counter[str] = Counter()
    table = plan.hosts[owner.challenge_id]
    for round_number in range(1, plan.rounds + 1):
        if plan.challenge_at(table, round_number) == owner.challenge_id:
            heard.update(companies(plan, seating, owners, round_number)[table])
    return {one for one, times in heard.items() if times > 1 and one != owner.person_id}


def _row(row: Sequence[str], here: int, new: str) -> tuple[str, ...]:
    old, later = row[here], list(row[here:])
    if new in later:
        there = later.index(new)
        later[0], later[there] = new, old
    elif old:
        later = [new if one == old else one for one in later]
    else:
        later[0] = new
    return (*row[:here], *later)


def _on_turn(plan: RotationPlan) -> set[str]:
    return {challenge for row in plan.turns.values() for challenge in row if challenge}
