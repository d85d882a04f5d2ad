"""What one audience was last sent, so that only what changed is sent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Note
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.live.clock_view import clock_view
from plekberaad_app.live.tiers import Tiers

_MISSING = object()
_PLAIN = frozenset({str, int, float, bool, dict, type(None)})


class LastSent:
    """Turns a view into the vars that must be sent.

    Two of a view's values are special: `clock` is compared by its anchors and sent as the time
    that is left at that moment, and `notes` travels in tiers,
    each note as small as it can.
    """

    def __init__(self) -> None:
        self._sent: dict[str, Any] = {}
        self._tiers = Tiers()

    def news(self, view: Mapping[str, Any], now: datetime) -> Mapping[str, Any]:
        """The vars of `view` that differ from what was sent before; from now on they count as
        sent."""
        changed = {
            name: value
            for name, value in view.items()
            if name != "notes" and self._sent.get(name, _MISSING) != value
        }
        tiers = _small(self._tiers.update(view["notes"])) if "notes" in view else {}
        if not changed:
            return tiers
        self._sent |= changed
        return {**_ready(changed, now), **tiers}

    def all(self, now: datetime) -> Mapping[str, Any]:
        """All vars as they were last sent, for a new screen."""
        return {**_ready(self._sent, now), **_small(self._tiers.all())}


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


def _small(tiers: Mapping[str, Sequence[Note]]) -> dict[str, Any]:
    return {name: _compacted(notes) for name, notes in tiers.items()}


@memoized(512)
def _compacted(shown: Sequence[Note]) -> tuple[Mapping[str, Any], ...]:
    return tuple(compact(note) for note in shown)


@memoized(4096)
def compact(note: Note) -> Mapping[str, Any]:
    """A note as small as it can travel, what is empty stays at home; the same for the same note."""
    fields = ("id", "text", "table", "marked", "asked", "answer", "hidden", "held", "paper")
    return {name: value for name in fields if (value := getattr(note, name))}


def _ready(values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    return {name: _value(name, value, now) for name, value in values.items()}


def _value(name: str, value: Any, now: datetime) -> Any:
    if name == "clock":
        return _plain(clock_view(value, now))
    return _plain(value)


def _plain(value: Any) -> Any:
    """Frozen dataclasses as dictionaries; everything else as it is."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list or kind is tuple:
        return [_plain(each) for each in value]
    if hasattr(kind, "__dataclass_fields__"):
        return {name: _plain(each) for name, each in vars(value).items()}
    return value
