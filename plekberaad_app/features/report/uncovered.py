"""Includes what was hidden, for the facilitator's own files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plekberaad_app.core.contributions import Board, Contribution


class UncoveredBoard:
    """A board on which nothing is marked as hidden; `hidden` collects the ids of what was."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.hidden: set[str] = set()

    def get(self, contribution_id: str) -> Contribution | None:
        """The contribution with this id (also when withdrawn), or None."""
        found = self._board.get(contribution_id)
        return self._uncover(found) if found else None

    def of_author(self, author: str, kind: str) -> Iterator[Contribution]:
        """What one author tag brought in, of one kind, in order of arrival."""
        return self._uncover_all(self._board.of_author(author, kind))

    def of_step(self, step_id: str, kind: str) -> Iterator[Contribution]:
        """All of one kind within a step, in order of arrival."""
        return self._uncover_all(self._board.of_step(step_id, kind))

    def of_table(self, step_id: str, kind: str, table: int | None) -> Iterator[Contribution]:
        """As `of_step`, from one table."""
        return self._uncover_all(self._board.of_table(step_id, kind, table))

    def _uncover_all(self, items: Iterable[Contribution]) -> Iterator[Contribution]:
        return (self._uncover(item) for item in items)

    def _uncover(self, item: Contribution) -> Contribution:
        if not item.hidden:
            return item
        self.hidden.add(item.id)
        return replace(item, hidden=False)
