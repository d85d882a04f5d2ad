"""What one audience was last sent, so that only what changed is sent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from plekberaad_app.activities.contract.activity import Note
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.live.clock_view import clock_view
from plekberaad_app.live.deltas import Patch, change, change_of_items, mark, mark_of_wall

# The var that tells of others what changed: its mark, and of what it is a change, and the change.
TOLD = "deltas"

_MISSING = object()
_IN_PARTS = frozenset({dict, list, tuple})
_PLAIN = frozenset({str, int, float, bool, type(None)})


class LastSent:
    """Turns a view into the vars that must be sent, or what changed of them (`deltas`).

    Two of a view's values are special: `clock` is compared by its anchors and sent as the time
    that is left at that moment, and each of `notes` travels as small as it can.
    """

    def __init__(self) -> None:
        self._seen: dict[str, Any] = {}
        self._sent: dict[str, Any] = {}
        self._marks: dict[str, int] = {}

    def news(self, view: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
        """What of `view` differs from what was sent before; it counts as sent now."""
        whole: dict[str, Any] = {}
        told: dict[str, Sequence[Any]] = {}
        for name, value in view.items():
            if self._seen.get(name, _MISSING) != value:
                self._seen[name] = value
                self._tell(name, _ready(name, value, now), whole, told)
        return {**whole, TOLD: told} if told else whole

    def _tell(
        self, name: str, value: Any, whole: dict[str, Any], told: dict[str, Sequence[Any]]
    ) -> None:
        before, self._sent[name] = self._sent.get(name, _MISSING), value
        if name == "clock" or type(value) not in _IN_PARTS:
            whole[name] = value
            return
        update = _update(before, value, self._marks.get(name, 0))
        if len(update) == 1:
            whole[name] = _small(value)
        if update:
            told[name], self._marks[name] = update, update[0]

    def all(self, now: datetime) -> Mapping[str, Any]:
        """All vars as they were last sent, for a screen that is new."""
        marks = {name: (each,) for name, each in self._marks.items()}
        sent = {name: _small(value) for name, value in self._sent.items()}
        told = {**sent, TOLD: marks} if marks else sent
        if "clock" in self._seen:
            return {**told, "clock": _ready("clock", self._seen["clock"], now)}
        return told


class UpdateBatch:
    """Updates for several audiences; where they are equal, they are encoded once."""

    def __init__(self) -> None:
        self._written: list[tuple[Mapping[str, Any], list[str]]] = []

    def add(self, news: Mapping[str, Any], topic: str) -> None:
        """Add an update; an empty one is left out."""
        for known, topics in self._written:
            if known == news:
                topics.append(topic)
                return
        if news:
            self._written.append((news, [topic]))

    def __iter__(self) -> Iterator[tuple[Mapping[str, Any], list[str]]]:
        return iter(self._written)


def _update(before: Any, after: Any, known: int) -> Sequence[Any]:
    """What a screen that knows `before` by its mark is told; the new mark alone if that is all."""
    if type(after) is tuple:
        return _update_of_wall(before, after, known)
    patch = change(before, after)
    if patch is None:
        return (mark(after),)
    return (mark(after), known, patch) if patch else ()


# Once for all audiences that saw the same wall change.
@memoized(512)
def _update_of_wall(before: Any, after: tuple[Note, ...], known: int) -> Sequence[Any]:
    patch = _change_of_wall(before, after) if type(before) is tuple else None
    if patch is None:
        return (mark_of_wall(after),)
    return (mark_of_wall(after), known, patch) if patch else ()


def _change_of_wall(before: tuple[Note, ...], after: tuple[Note, ...]) -> Patch | None:
    patch = change_of_items(before, after, attrgetter("id"))
    if patch and "put" in patch:
        return patch | {"put": [compact(note) for note in patch["put"]]}
    return patch


def _small(value: Any) -> Any:
    """A value as it travels; a wall as small as it can."""
    return _compacted(value) if type(value) is tuple else value


@memoized(512)
def _compacted(shown: Sequence[Note]) -> tuple[Mapping[str, Any], ...]:
    return tuple(compact(note) for note in shown)


@memoized(4096)
def compact(note: Note) -> Mapping[str, Any]:
    """A note as small as it can travel, what is empty stays at home; the same for the same note."""
    fields = ("id", "text", "table", "marked", "asked", "answer", "hidden", "held", "paper")
    return {name: value for name in fields if (value := getattr(note, name))}


def _ready(name: str, value: Any, now: datetime) -> Any:
    if name == "clock":
        return _plain(clock_view(value, now))
    return value if name == "notes" else _plain(value)


def _plain(value: Any) -> Any:
    """Frozen dataclasses as dictionaries; everything else as it is."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    # Most of what a view holds is plain: one call less for each.
    if kind is list or kind is tuple:
        return [each if type(each) in _PLAIN else _plain(each) for each in value]
    if kind is dict or hasattr(kind, "__dataclass_fields__"):
        fields = (value if kind is dict else vars(value)).items()
        return {name: each if type(each) in _PLAIN else _plain(each) for name, each in fields}
    return value
