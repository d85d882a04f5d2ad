"""The pairs and trios of a step, which its plan keeps for every stop that makes new ones.

The plan of an activity that `PlansGroups` has them under `GROUPS`, beside what the activity itself
decided: how people are grouped, since which stop, in which stops, and the groups by number.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.groups import (
    Division,
    Group,
    Grouping,
    GroupKind,
    Meeting,
    Mixing,
    met_in,
    moved,
    settled,
)
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Person, by_id
from plekberaad_app.core.programme import Step

if TYPE_CHECKING:
    from plekberaad_app.activities.contract.capabilities import PlansGroups

GROUPS = "groups"
Plan = Mapping[str, Any]
_NOBODY = Meeting(0, ())


@dataclass(frozen=True, slots=True)
class _Made:
    """A division, since which stop it stands, and the stops of its step that have it."""

    kind: GroupKind
    since: int
    stops: tuple[int, ...]
    division: Division


def pair_of(scene: Scene, person: Person) -> Group | None:
    """The pair or trio of a person in the running stop, where there are any."""
    made, number = _now(scene.step, scene.stop_index)
    return Group(made.kind, number[person.id]) if made and person.id in number else None


def group_of(scene: Scene, person: Person) -> Group:
    """The pair or trio of a person in the running stop; else their table, or the whole room."""
    if pair := pair_of(scene, person):
        return pair
    made, _numbers = _now(scene.step, scene.stop_index)
    if person.table is None or (made and made.kind is GroupKind.ROOM):
        return Group(GroupKind.ROOM)
    return Group(GroupKind.TABLE, person.table)


def groups_now(scene: Scene) -> Mapping[Group, Meeting]:
    """The pairs or trios of the running stop that have people; empty where there are none."""
    made, _numbers = _now(scene.step, scene.stop_index)
    if made is None:
        return {}
    return {Group(made.kind, number): each for number, each in made.division.items() if each.people}


def group_numbered(scene: Scene, number: int) -> Group:
    """The pair or trio of the running stop with this number; raises NotFound('group_gone')."""
    for group in groups_now(scene):
        if group.number == number:
            return group
    raise NotFound("group_gone")


def members(scene: Scene, group: Group) -> tuple[Person, ...]:
    """The people of a pair or trio of this step, of whatever stop, who are still in the room."""
    here = by_id(scene.people)
    people = _by_number(scene.step).get(group.number, _NOBODY).people
    return tuple(here[one] for one in people if one in here)


def meeting_table(scene: Scene, group: Group) -> int:
    """The table where a pair or trio of this step finds each other; 0 is none."""
    return _by_number(scene.step).get(group.number, _NOBODY).table


def with_groups(activity: "PlansGroups", scene: Scene) -> Plan:
    """The plan of the step, with everybody in a group who is here now; made where it lacks them.

    The same object if nothing changes. What an earlier stop made stays as it was, so that going
    back there restores it; and nobody is in any of them who was erased.
    """
    before = [_without_erased(scene, made) for made in _all_made(scene.step)]
    wanted = activity.grouping(scene.step, scene.stop) if scene.stop else None
    if wanted is None:
        return _with(scene.step.plan, before)
    since = _since(activity, scene, wanted)
    found = next((made for made in before if made.since == since), None)
    others = [made for made in before if made is not found]
    known = found or _Made(wanted.kind, since, (), {})
    settling = replace(
        known,
        stops=tuple(sorted({*known.stops, scene.stop_index})),
        division=_settled(activity, scene, wanted, known, others),
    )
    return _with(scene.step.plan, [*others, settling])


def with_moved(scene: Scene, person: Person, number: int) -> Plan:
    """The plan with one person in the group with this number, or with 0 in a new one.

    Raises NotAllowed('no_groups_now') and NotFound('group_gone').
    """
    made, _numbers = _now(scene.step, scene.stop_index)
    if made is None or not made.division:
        raise NotAllowed("no_groups_now")
    if number:
        group_numbered(scene, number)
    every = _all_made(scene.step)
    division = moved(made.division, person, number, _next_number(every))
    others = [each for each in every if each is not made]
    return _with(scene.step.plan, [*others, replace(made, division=division)])


def _settled(
    activity: "PlansGroups", scene: Scene, wanted: Grouping, known: _Made, others: list[_Made]
) -> Division:
    if not wanted.size:
        return {}
    # The same pairs in every process; nobody's secret hangs on them.
    rng = random.Random(f"{scene.step.id}/{known.since}")  # nosec B311
    elsewhere = (_all_made(step) for step in scene.steps if step.id != scene.step.id)
    met = met_in(made.division for made in chain(others, *elsewhere))
    mixing = Mixing(met, lambda one, other: activity.strain(scene, one, other))
    number = _next_number([known, *others])
    return settled(known.division, scene.people, wanted, rng, mixing, number)


def _since(activity: "PlansGroups", scene: Scene, wanted: Grouping) -> int:
    """The stop that made the groups of this one: the last that makes new ones, or else the first
    with such groups."""
    found = (
        (index, activity.grouping(scene.step, stop))
        for index, stop in enumerate(scene.stops[: scene.stop_index + 1])
    )
    alike = [(index, each) for index, each in found if each and each.is_like(wanted)]
    anew = [index for index, each in alike if each.is_anew]
    return anew[-1] if anew else alike[0][0]


@memoized(64)
def _all_made(step: Step) -> tuple[_Made, ...]:
    return tuple(_read(**written) for written in step.plan.get(GROUPS, ()))


@memoized(64)
def _now(step: Step, stop_index: int) -> tuple[_Made | None, Mapping[str, int]]:
    """The division of a stop, and of everybody in it the number of their group."""
    made = next((each for each in _all_made(step) if stop_index in each.stops), None)
    division = made.division if made else {}
    return made, {one: number for number, each in division.items() for one in each.people}


@memoized(64)
def _by_number(step: Step) -> Division:
    """The groups of all stops: no two have the same number."""
    return dict(chain.from_iterable(made.division.items() for made in _all_made(step)))


def _read(*, kind: str, since: int, stops: list[int], groups: Mapping[str, Any]) -> _Made:
    division = {
        int(number): Meeting(each["table"], tuple(each["people"]))
        for number, each in groups.items()
    }
    return _Made(GroupKind(kind), since, tuple(stops), division)


def _with(plan: Plan, every: list[_Made]) -> Plan:
    written = [_written(made) for made in sorted(every, key=lambda made: made.since)]
    return plan if written == plan.get(GROUPS, []) else {**plan, GROUPS: written}


def _written(made: _Made) -> dict[str, Any]:
    groups = {
        str(number): {"table": each.table, "people": list(each.people)}
        for number, each in made.division.items()
    }
    return {
        "kind": made.kind.value,
        "since": made.since,
        "stops": list(made.stops),
        "groups": groups,
    }


def _without_erased(scene: Scene, made: _Made) -> _Made:
    known = by_id(scene.people)
    division = {
        number: replace(each, people=tuple(one for one in each.people if one in known))
        for number, each in made.division.items()
    }
    return replace(made, division=division)


def _next_number(every: "list[_Made] | tuple[_Made, ...]") -> int:
    return 1 + max(chain.from_iterable(made.division for made in every), default=0)
