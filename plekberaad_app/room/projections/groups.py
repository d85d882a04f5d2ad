"""Who is with whom, in a stop that has pairs or trios; empty in every other."""

from collections.abc import Iterable
from datetime import datetime

from plekberaad_app.activities.contract.groups import GROUPS, groups_now, members, pair_of
from plekberaad_app.activities.contract.stage import running, running_at
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.groups import Group
from plekberaad_app.core.people import Person
from plekberaad_app.room.views.common import GroupCard


def group_cards(evening: Evening, now: datetime) -> list[GroupCard]:
    """The pairs or trios of the room, in order of their numbers."""
    here = running(evening, now) if _has_groups(evening) else None
    if here is None:
        return []
    scene = here[1]
    return [
        GroupCard(
            number=group.number,
            table=meeting.table,
            names=_names(members(scene, group)),
            people=[person.number for person in members(scene, group)],
        )
        for group, meeting in groups_now(scene).items()
    ]


def pair_at(evening: Evening, person: Person, table: int | None, now: datetime) -> Group | None:
    """The pair or trio of a person; of the stop of their table, which may have stayed behind."""
    here = running_at(evening, table, now) if _has_groups(evening) else None
    return pair_of(here[1], person) if here else None


def partners(
    evening: Evening, person: Person, table: int | None, now: datetime
) -> list[str] | None:
    """The names of the others in a person's pair or trio; None in a stop that has none."""
    here = running_at(evening, table, now) if _has_groups(evening) else None
    pair = pair_of(here[1], person) if here else None
    if here is None or pair is None:
        return None
    return _names(other for other in members(here[1], pair) if other.id != person.id)


def _has_groups(evening: Evening) -> bool:
    """Asked for every note that is written: most steps plan no pairs."""
    step = evening.step
    return step is not None and GROUPS in step.plan


def _names(people: Iterable[Person]) -> list[str]:
    return [shown_name(person.name, person.number) for person in people]
