"""Caching answers about objects that never change, looked up by identity.

The programme, the people and the challenges of an evening are the same objects until one of them
changes (`platform.database.evenings`), and so is the board of a snapshot. What was derived from
them holds for as long as they are the same objects, and looking that up costs less than comparing
anything.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from plekberaad_app.core.noticing import notice_all, noticing

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_subject: ContextVar[str] = ContextVar("subject", default="")


class Memory(dict[tuple[int, ...], tuple[Any, Any, str, frozenset[Hashable]]]):
    """The last `size` answers of a function, by what it was given: that itself, the answer, what it
    is about, and what it was worked out from."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size
        self._turn = Lock()

    def keep(self, key: tuple[int, ...], counts: Any, answer: Any, asked: Any) -> None:
        """Keep one more answer; the oldest makes room."""
        with self._turn:
            while len(self) >= self._size:
                del self[next(iter(self))]
            self[key] = (counts, answer, _subject.get(), asked)

    def forget(self, subject: str) -> None:
        """Forget the answers about this subject, and those about none."""
        with self._turn:
            for key in [key for key, known in self.items() if known[2] in ("", subject)]:
                del self[key]


_memories: list[Memory] = []


def cache_scope(subject: str) -> None:
    """From here on, whatever this task works out belongs to this subject: the id of an evening."""
    _subject.set(subject)


def memoized(
    size: int, by: Callable[..., tuple[Any, ...]] | None = None
) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Cache the last `size` answers of a pure function, by the identity of its arguments.

    `by` picks the values on which alone the answer depends; numbers among them are compared by
    value. These values are kept too, so that no other object can take their identity in the
    meantime.
    """

    def wrap(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        kept = Memory(size)
        _memories.append(kept)

        @wraps(function)
        def ask(*given: Given.args, **_none: Given.kwargs) -> Answer:
            counts = by(*given) if by else given
            key = tuple(map(_number if by else id, counts))
            found = kept.get(key)
            if found is None:
                answer, asked = noticing(cast(Any, function), *given)
                kept.keep(key, counts, answer, asked)
                return answer
            if found[3]:
                notice_all(found[3])
            return found[1]

        return ask

    return wrap


def forget(subject: str) -> None:
    """Forget every answer about this evening, because it ended or somebody left it.

    Answers that were worked out without a subject go too; whatever is still needed is worked out
    again.
    """
    for kept in _memories:
        kept.forget(subject)


def _number(counts: Any) -> int:
    return counts if type(counts) is int else id(counts)
