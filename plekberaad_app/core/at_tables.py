"""What the tables say of themselves: who needs help, who is ready, who speaks, who was heard."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

# Noticed by whoever shows any of it (core/noticing.py).
AT_TABLES = "at tables"
# Naming whoever wrote nothing tells who wrote the rest: so many have to have written something.
LEAST_HEARD = 3


@dataclass(frozen=True, slots=True)
class AtTables:
    """Light: none of it outlives the evening, and most of it not even a stop.

    `calls` has the tables that need help, each with whether somebody is coming; `ready` those that
    are ready for what comes next. `speakers`: per table the number of the person whose turn it is
    to speak. `heard`: the numbers of the people who wrote something in this round.
    """

    calls: Mapping[int, bool] = field(default_factory=dict)
    ready: frozenset[int] = frozenset()
    speakers: Mapping[int, int] = field(default_factory=dict)
    heard: frozenset[int] = frozenset()

    def with_call(self, table: int, *, is_coming: bool = False) -> Self:
        """The table needs help, or somebody is coming; a second call changes nothing."""
        return replace(self, calls={**self.calls, table: self.calls.get(table, False) or is_coming})

    def without_call(self, table: int) -> Self:
        """The table needs no help, or had it."""
        rest = {other: coming for other, coming in self.calls.items() if other != table}
        return replace(self, calls=rest)

    def with_ready(self, table: int, *, is_ready: bool) -> Self:
        """The table is ready for what comes next, or not after all."""
        return replace(self, ready=self.ready | {table} if is_ready else self.ready - {table})

    def with_next_speaker(self, table: int, order: Sequence[int]) -> Self:
        """The word goes to the next at a table; `order` has its people, in seat order."""
        speaker = next_of(order, self.speakers.get(table))
        if speaker is None:
            return self
        return replace(self, speakers={**self.speakers, table: speaker})

    def with_heard(self, number: int) -> Self:
        """This person wrote something."""
        return self if number in self.heard else replace(self, heard=self.heard | {number})

    def at_next_stop(self, *, is_same_round: bool) -> Self:
        """What still holds when the room goes elsewhere; a call for help does until it is
        answered."""
        heard = self.heard if is_same_round else frozenset[int]()
        return replace(self, ready=frozenset(), speakers={}, heard=heard)


NOTHING = AtTables()


def speaker_of(order: Sequence[int], said: int | None) -> int | None:
    """Whose turn it is to speak: who was said, or else the first; None at an empty table."""
    if said in order:
        return said
    return order[0] if order else None


def next_of(order: Sequence[int], said: int | None) -> int | None:
    """Who comes after whoever has the word, round and round; None at an empty table."""
    speaker = speaker_of(order, said)
    if speaker is None:
        return None
    return order[(order.index(speaker) + 1) % len(order)]


def unheard(order: Sequence[int], heard: Collection[int]) -> tuple[int, ...]:
    """Who at a table wrote nothing yet; nobody as long as that could tell who wrote the rest."""
    silent = tuple(number for number in order if number not in heard)
    return silent if len(order) - len(silent) >= LEAST_HEARD else ()


def packed(at_tables: AtTables) -> dict[str, Any]:
    """As it is stored, without what is empty; JSON-ready."""
    found = {
        "calls": {str(table): is_coming for table, is_coming in at_tables.calls.items()},
        "ready": sorted(at_tables.ready),
        "speakers": {str(table): number for table, number in at_tables.speakers.items()},
        "heard": sorted(at_tables.heard),
    }
    return {name: value for name, value in found.items() if value}


def unpacked(stored: Mapping[str, Any]) -> AtTables:
    """What was stored."""
    if not stored:
        return NOTHING
    return AtTables(
        calls={int(table): bool(coming) for table, coming in stored.get("calls", {}).items()},
        ready=frozenset(stored.get("ready", ())),
        speakers={int(table): number for table, number in stored.get("speakers", {}).items()},
        heard=frozenset(stored.get("heard", ())),
    )
