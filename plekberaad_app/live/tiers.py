"""A growing list, sent in pieces: what is new goes often, what is old goes seldom.

A wall is cut into four tiers, oldest first. A new note makes only the last tier travel; when a tier
is full it is added to the one before it. So a note travels a handful of times, however many notes
hang on the wall (the idea of a log-structured merge tree).
"""

from collections.abc import Mapping, Sequence
from typing import Any

NAMES = ("notes_settled", "notes_older", "notes_recent", "notes_newest")
CAPACITIES = (None, 48, 16, 4)


class Tiers:
    """The tiers of one audience's wall, as they were last sent."""

    def __init__(self) -> None:
        self._starts = [0, 0, 0, 0]
        self._sent: dict[str, Sequence[Any]] = dict.fromkeys(NAMES, ())

    def update(self, notes: Sequence[Any]) -> Mapping[str, Sequence[Any]]:
        """Cut a wall into tiers; answers only the tiers that must be sent again."""
        self._settle(len(notes))
        cut = self._cut(notes)
        changed = {name: tier for name, tier in cut.items() if tier != self._sent[name]}
        self._sent = cut
        return changed

    def all(self) -> Mapping[str, Sequence[Any]]:
        """All tiers, for a screen that is new."""
        return dict(self._sent)

    def _settle(self, count: int) -> None:
        """Move the borders: a shorter wall settles whole, a full tier joins the one before it."""
        if count < self._starts[-1]:
            self._starts = [0, count, count, count]
        ends = [*self._starts[1:], count]
        for index in range(len(NAMES) - 1, 0, -1):
            capacity = CAPACITIES[index]
            if capacity is not None and ends[index] - self._starts[index] > capacity:
                self._starts[index] = ends[index]
                ends[index - 1] = ends[index]

    def _cut(self, notes: Sequence[Any]) -> dict[str, Sequence[Any]]:
        ends = [*self._starts[1:], len(notes)]
        pieces = zip(NAMES, self._starts, ends, strict=True)
        return {name: tuple(notes[start:end]) for name, start, end in pieces}
