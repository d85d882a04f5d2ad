"""A growing list, sent in pieces: new items often, old ones rarely.

A wall is cut into five tiers, oldest first. A new note only causes the last tier to be sent; when a
tier is full it is added to the one before it. So a note is sent a handful of times, however many
notes are on the wall (the idea of a log-structured merge tree).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.wall_vars import TIERS

CAPACITIES = (None, 160, 40, 12, 4)


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A wall in pieces: where each tier begins, and the tiers by name."""

    starts: tuple[int, ...]
    tiers: Mapping[str, Sequence[Any]]


UNCUT = Cut((0,) * len(TIERS), dict.fromkeys(TIERS, ()))


class Tiers:
    """The tiers of one audience's wall, as they were last sent."""

    def __init__(self) -> None:
        self._sent = UNCUT

    def update(self, notes: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
        """Cut a wall into tiers; returns only the tiers that must be sent again."""
        self._sent, changed = _recut(self._sent, notes)
        return changed

    def all(self) -> Mapping[str, Sequence[Any]]:
        """All tiers, for a new screen."""
        return self._sent.tiers


@memoized(512)
def _recut(before: Cut, notes: Sequence[Any]) -> tuple[Cut, Mapping[str, Sequence[Any]]]:
    """A wall cut again, and what changed; once for all audiences that saw the same wall grow."""
    starts = _settled(before.starts, len(notes))
    pieces = zip(TIERS, starts, (*starts[1:], len(notes)), strict=True)
    tiers = {name: tuple(notes[start:end]) for name, start, end in pieces}
    changed = {name: tier for name, tier in tiers.items() if tier != before.tiers[name]}
    return Cut(starts, tiers), changed


def _settled(before: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Move the boundaries: a shorter wall is laid out from scratch, a full tier joins the one
    before it."""
    starts = [0, *(count for _ in before[1:])] if count < before[-1] else list(before)
    ends = [*starts[1:], count]
    for index in range(len(TIERS) - 1, 0, -1):
        capacity = CAPACITIES[index]
        if capacity is not None and ends[index] - starts[index] > capacity:
            starts[index] = ends[index]
            ends[index - 1] = ends[index]
    return tuple(starts)
