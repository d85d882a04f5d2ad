"""Remembering answers about things that never change while they exist, looked up by identity.

The programme, the people and the challenges of an evening are the same objects until one of them
changes (store.evenings), and so is the board of a snapshot. What was worked out from them holds as
long as they are the same; to look that up costs less than to compare anything.
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
    """From here on whatever this task works out is about this subject: the id of an evening."""
    _subject.set(subject)


def memoized(
    size: int, by: Callable[..., tuple[Any, ...]] | None = None
) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the last `size` answers of a pure function, by the identity of what it was given.

    `by` picks from what is given that on which alone the answer depends; numbers among it count by
    value. What counts is kept too, so that no other thing can take its identity meanwhile.
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
    """Let go of every answer about this evening, which ended or which somebody left.

    What was worked out while nobody said what it was about goes too; what is still needed is worked
    out once more.
    """
    for forget_what_is_about in _forgetting:
        forget_what_is_about(subject)


def _number(counts: Any) -> int:
    return counts if type(counts) is int else id(counts)
