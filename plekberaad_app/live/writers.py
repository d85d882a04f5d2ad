"""Who is writing at this moment: only in memory, and never by name.

docs/decisions/0012-who-is-writing.md says what of it may be shown, and why. Times are in seconds
of a monotonic clock.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# A browser tells again every few seconds for as long as somebody types (assets/browser/writing.js).
LASTS_SECONDS = 10.0
# For how long somebody who stopped still counts: a note that appears is not answered by a sign that
# goes out.
LINGERS_SECONDS = 3.0
# Of a table with fewer phones nothing is told: it would tell who.
SMALLEST_TABLE = 3
# More than this many is as many.
MAX_TOLD = 3

NO_TABLE = 0
PerTable = Mapping[int, int]


@dataclass
class Writers:
    """The sockets of this process behind which somebody writes, and until when each counts."""

    _until: dict[str, tuple[str, float]] = field(default_factory=dict)

    def begin(self, sid: str, step_id: str, at: float) -> None:
        """Somebody writes, or still does, in a box of this step."""
        self._until[sid] = step_id, at + LASTS_SECONDS

    def stop(self, sid: str, at: float) -> None:
        """They stopped; nothing happens when they did not write."""
        if sid in self._until:
            step_id, until = self._until[sid]
            self._until[sid] = step_id, min(until, at + LINGERS_SECONDS)

    def in_step(self, step_id: str, at: float) -> frozenset[str]:
        """Who writes in this step; the others, and who has been silent too long, are forgotten."""
        self._until = {
            sid: (step, until)
            for sid, (step, until) in self._until.items()
            if step == step_id and at < until
        }
        return frozenset(self._until)

    def next_end(self) -> float | None:
        """When the first of them no longer counts, unless they go on; None without any."""
        return min((until for _, until in self._until.values()), default=None)


@dataclass
class Elsewhere:
    """How many write at each table according to the other processes."""

    _said: dict[str, tuple[str, PerTable, float]] = field(default_factory=dict)

    def hear(self, process: str, step_id: str, writing: PerTable, at: float) -> bool:
        """Another process says how many there write in this step; whether that is news."""
        before = self._said.get(process, ("", {}, 0.0))
        self._said[process] = step_id, writing, at + LASTS_SECONDS
        return before[:2] != (step_id, writing)

    def in_step(self, step_id: str, at: float) -> Counter[int]:
        """How many write in this step, in all; a process that fell silent is forgotten."""
        self._said = {name: said for name, said in self._said.items() if at < said[2]}
        found = Counter[int]()
        for step, writing, _ in self._said.values():
            if step == step_id:
                found.update(writing)
        return found

    def next_end(self) -> float | None:
        """When the first report no longer counts; None without any."""
        return min((until for *_, until in self._said.values()), default=None)


def told(writing: PerTable, phones: PerTable) -> PerTable:
    """What may be told of how many write at each table, given how many have a phone there."""
    return {
        table: min(count, MAX_TOLD)
        for table, count in sorted(writing.items())
        if count > 0 and phones.get(table, 0) >= SMALLEST_TABLE
    }


def tables_of(shown: PerTable) -> list[int]:
    """The tables where somebody writes: all that tablet and projector learn."""
    return [table for table in shown if table != NO_TABLE]


def per_table(seats: Iterable[int | None]) -> Counter[int]:
    """How many of these sit at each table; who has none counts as `NO_TABLE`."""
    return Counter(table or NO_TABLE for table in seats)
