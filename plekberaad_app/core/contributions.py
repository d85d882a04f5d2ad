"""What people contribute: one shape for ideas, votes, marks and next steps of every activity."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from plekberaad_app.core.noticing import notice


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contribution with everything known at the moment it was written.

    `id` is made on the device that sent it, so that sending twice is harmless.
    `author` is an opaque tag that only the author's own key can recompute; it names nobody.
    `on_behalf` is '' or, for a typed paper note, 'table' or 'person'.
    A withdrawn contribution stays as an empty shell so that every screen learns of it.
    """

    id: str
    step_id: str
    round: int
    phase: str
    table: int | None
    challenge_id: str
    author: str
    kind: str
    payload: Mapping[str, Any]
    created_at: datetime
    on_behalf: str = ""
    hidden: bool = False
    withdrawn: bool = False
    version: int = 0
    number: int = field(default=0, compare=False)


class Board(Protocol):
    """The contributions of a live session, without the withdrawn, as rules may query them."""

    def get(self, contribution_id: str) -> Contribution | None:
        """The contribution with this id (also when hidden or withdrawn), or None."""
        ...

    def of_author(self, author: str, kind: str) -> Iterable[Contribution]:
        """What one author tag contributed, of one kind, in order of arrival."""
        ...

    def of_step(self, step_id: str, kind: str) -> Iterable[Contribution]:
        """All of one kind within a step, in order of arrival."""
        ...

    def of_table(self, step_id: str, kind: str, table: int | None) -> Iterable[Contribution]:
        """As `of_step`, from one table: what is asked by whoever sees that table alone."""
        ...


OF_AUTHOR, OF_STEP, OF_TABLE = "of author", "of step", "of table"


def questions_about(item: Contribution) -> tuple[Hashable, ...]:
    """The questions to a board that this contribution is part of the answer to (core/noticing)."""
    of_author = (OF_AUTHOR, item.author, item.kind)
    of_table = (OF_TABLE, item.step_id, item.kind, item.table)
    return item.id, of_author, (OF_STEP, item.step_id, item.kind), of_table


Index = dict[tuple[str, str], dict[str, Contribution]]


class MemoryBoard:
    """An immutable board over contributions in memory: a snapshot's, or a test's."""

    def __init__(self, contributions: Iterable[Contribution] = ()) -> None:
        self._by_id: dict[str, Contribution] = {}
        self._by_author: Index = {}
        self._by_step: Index = {}
        self._take_in(contributions)

    def get(self, contribution_id: str) -> Contribution | None:
        """The contribution with this id (also when hidden or withdrawn), or None."""
        notice(contribution_id)
        return self._by_id.get(contribution_id)

    def of_author(self, author: str, kind: str) -> Iterator[Contribution]:
        """What one author tag contributed, of one kind, in order of arrival."""
        notice((OF_AUTHOR, author, kind))
        return _standing(self._by_author.get((author, kind)))

    def of_step(self, step_id: str, kind: str) -> Iterator[Contribution]:
        """All of one kind within a step, in order of arrival."""
        notice((OF_STEP, step_id, kind))
        return _standing(self._by_step.get((step_id, kind)))

    def of_table(self, step_id: str, kind: str, table: int | None) -> Iterator[Contribution]:
        """As `of_step`, from one table."""
        notice((OF_TABLE, step_id, kind, table))
        standing = _standing(self._by_step.get((step_id, kind)))
        return (item for item in standing if item.table == table)

    def with_changes(self, changes: Iterable[Contribution]) -> "MemoryBoard":
        """A board that also holds these changed or new contributions."""
        board = MemoryBoard()
        board._by_id = dict(self._by_id)
        board._by_author = dict(self._by_author)
        board._by_step = dict(self._by_step)
        board._take_in(changes)
        return board

    def _take_in(self, contributions: Iterable[Contribution]) -> None:
        for item in contributions:
            self._take_from(self._by_id.get(item.id), item)
            self._by_id[item.id] = item
            _put(self._by_author, (item.author, item.kind), item)
            _put(self._by_step, (item.step_id, item.kind), item)

    def _take_from(self, known: Contribution | None, item: Contribution) -> None:
        """Somebody who erased themselves is no longer the author of what they wrote."""
        if known is not None and known.author != item.author:
            key = (known.author, known.kind)
            drawer = {each: kept for each, kept in self._by_author[key].items() if each != item.id}
            self._by_author[key] = drawer


def _put(index: Index, key: tuple[str, str], item: Contribution) -> None:
    """File an item in a copy of its drawer, since an older board may still use the drawer."""
    index[key] = {**index.get(key, {}), item.id: item}


def _standing(drawer: Mapping[str, Contribution] | None) -> Iterator[Contribution]:
    return (item for item in (drawer or {}).values() if not item.withdrawn)
