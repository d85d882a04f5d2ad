"""Caching answers about objects that never change, looked up by identity.

The programme, the people and the challenges of an evening are the same objects until one of them
changes (`platform.database.evenings`), and so is the board of a snapshot. What was derived from
them holds for as long as they are the same objects, and looking that up costs less than comparing
anything.
"""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_forgetting: list[Callable[[str], None]] = []
_subject: ContextVar[str] = ContextVar("subject", default="")


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
        kept: dict[tuple[int, ...], tuple[Any, Answer, str]] = {}
        turn = Lock()

        def forget_what_is_about(subject: str) -> None:
            with turn:
                for key in [key for key, (*_, about) in kept.items() if about in ("", subject)]:
                    del kept[key]

        _forgetting.append(forget_what_is_about)

        def work_out(key: tuple[int, ...], counts: Any, given: Any) -> Answer:
            answer = cast(Any, function)(*given)
            with turn:
                while len(kept) >= size:
                    del kept[next(iter(kept))]
                kept[key] = (counts, answer, _subject.get())
            return answer

        @wraps(function)
        def ask(*given: Given.args, **_none: Given.kwargs) -> Answer:
            counts = by(*given) if by else given
            key = tuple(map(_number if by else id, counts))
            found = kept.get(key)
            return work_out(key, counts, given) if found is None else found[1]

        return ask

    return wrap


def forget(subject: str) -> None:
    """Forget every answer about this evening, because it ended or somebody left it.

    Answers that were worked out without a subject go too; whatever is still needed is worked out
    again.
    """
    for forget_what_is_about in _forgetting:
        forget_what_is_about(subject)


def _number(counts: Any) -> int:
    return counts if type(counts) is int else id(counts)
