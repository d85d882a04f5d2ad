"""The carousel plan: who has the turn where, and where everybody sits, in every round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.core.errors import BadInput

_NO_GROUP = -1


class Mode(StrEnum):
    """The two ways of rotating: the turn goes round inside a table, or the groups go round."""

    INSIDE = "inside"
    GROUPS = "groups"


@dataclass(frozen=True, slots=True)
class RotationPlan:
    """Decided once, before the first round; rounds, tables and seats count from 1.

    `turns` has per table the challenge of each round ('': no owner this round). `hosts` tells at
    which table each challenge's owner sits. `strides` are the steps of the travel groups and
    `groups` gives per home table, seat by seat, an index into them (-1: does not travel). Both
    are empty when people stay at their table. `since` has the round in which a challenge came in
    place of another; its owner hosts from then on. `behind` are the rounds that came before the
    first one, in another step.
    """

    mode: Mode
    rounds: int
    tables: int
    turns: Mapping[int, tuple[str, ...]]
    hosts: Mapping[str, int]
    strides: tuple[int, ...] = ()
    groups: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    since: Mapping[str, int] = field(default_factory=dict)
    behind: int = 0

    def challenge_at(self, table: int, round_number: int) -> str:
        """Whose turn it is; '' when this table has no owner this round."""
        turns = self.turns.get(table, ())
        return turns[round_number - 1] if 1 <= round_number <= len(turns) else ""

    def is_hosting(self, challenge_id: str, round_number: int) -> bool:
        """Whether the owner of this challenge has a table to host in this round."""
        return challenge_id in self.hosts and self.since.get(challenge_id, 1) <= round_number

    def table_of(self, home_table: int, seat: int, round_number: int) -> int:
        """Where somebody who is not a hosting owner sits.

        A latecomer's seat lies past the stored ones and joins the groups in turn, so that nobody
        else's place depends on who comes later.
        """
        if not self.strides:
            return home_table
        steps = self.strides[self._group(home_table, seat)] * (self.behind + round_number - 1)
        return (home_table - 1 + steps) % self.tables + 1

    def after(self, rounds: int) -> Self:
        """What is left of it after this many rounds: their next one is the first."""
        return replace(
            self,
            rounds=self.rounds - rounds,
            turns={table: row[rounds:] for table, row in self.turns.items()},
            since={one: max(since - rounds, 1) for one, since in self.since.items()},
            behind=self.behind + rounds,
        )

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON-ready data."""
        return {
            "mode": self.mode.value,
            "rounds": self.rounds,
            "tables": self.tables,
            "turns": {str(table): list(row) for table, row in self.turns.items()},
            "hosts": dict(self.hosts),
            "strides": list(self.strides),
            "groups": {str(table): list(row) for table, row in self.groups.items()},
            "since": dict(self.since),
            "behind": self.behind,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote; raises BadInput('rotation.plan_unreadable')."""
        try:
            parts = dict(data)
            behind = _whole(parts.pop("behind", 0))
            plan = replace(cls._read(**parts), behind=behind)
        except (TypeError, ValueError, AttributeError):
            raise BadInput("rotation.plan_unreadable") from None
        if not plan._is_sound():
            raise BadInput("rotation.plan_unreadable")
        return plan

    @classmethod
    def _read(
        cls,
        *,
        mode: str,
        rounds: int,
        tables: int,
        turns: Any,
        hosts: Any,
        strides: Any,
        groups: Any,
        since: Any = MappingProxyType({}),
    ) -> Self:
        return cls(
            mode=Mode(mode),
            rounds=_whole(rounds),
            tables=_whole(tables),
            turns={int(table): tuple(map(_word, row)) for table, row in turns.items()},
            hosts={_word(challenge): _whole(table) for challenge, table in hosts.items()},
            strides=tuple(map(_whole, strides)),
            groups={int(table): tuple(map(_whole, row)) for table, row in groups.items()},
            since={_word(challenge): _whole(number) for challenge, number in since.items()},
        )

    def _is_sound(self) -> bool:
        tables = set(range(1, self.tables + 1))
        turns = {challenge for row in self.turns.values() for challenge in row if challenge}
        groups = {group for row in self.groups.values() for group in row}
        return (
            set(self.turns) == tables
            and all(len(row) == self.rounds for row in self.turns.values())
            and turns <= set(self.hosts)
            and set(self.hosts.values()) <= tables
            and set(self.strides) <= set(range(self.tables))
            and bool(self.strides) == (self.mode is Mode.GROUPS)
            and set(self.groups) == (tables if self.strides else set())
            and groups <= {_NO_GROUP, *range(len(self.strides))}
            and set(self.since) <= set(self.hosts)
            and self.behind >= 0
        )

    def _group(self, home_table: int, seat: int) -> int:
        groups = self.groups.get(home_table, ())
        if seat <= len(groups):
            stored = groups[seat - 1]
            return (seat - 1) % len(self.strides) if stored == _NO_GROUP else stored
        travellers = len(groups) - groups.count(_NO_GROUP)
        return (travellers + seat - len(groups) - 1) % len(self.strides)


def sits_at(
    plan: RotationPlan,
    person_id: str,
    home_table: int,
    seat: int,
    round_number: int,
    owners: Sequence[OwnerSeat],
) -> int:
    """The table of anybody in a round; owners sit where they host."""
    for owner in owners:
        if owner.person_id == person_id and plan.is_hosting(owner.challenge_id, round_number):
            return plan.hosts[owner.challenge_id]
    return plan.table_of(home_table, seat, round_number)


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _word(value: Any) -> str:
    if type(value) is not str:
        raise TypeError
    return value
