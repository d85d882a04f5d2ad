"""Records what an answer was computed from: it stays valid until one of those changes.

Anything that can change reports itself when it is read (`notice`); a caller that depends on it
collects these reports (`noticing`). A memoized answer reports what it was computed from again
(core/memoizing.py).
"""

from collections.abc import Callable, Hashable, Iterable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_noticed: ContextVar[set[Hashable] | None] = ContextVar("noticed", default=None)


def notice(question: Hashable) -> None:
    """Report that something that can change was read."""
    noticed = _noticed.get()
    if noticed is not None:
        noticed.add(question)


def notice_all(questions: Iterable[Hashable]) -> None:
    """Report that all of these were read, perhaps some time ago."""
    noticed = _noticed.get()
    if noticed is not None:
        noticed.update(questions)


def noticing(
    work: Callable[Given, Answer], *given: Given.args, **named: Given.kwargs
) -> tuple[Answer, frozenset[Hashable]]:
    """The answer, and all that was asked for meanwhile."""
    noticed: set[Hashable] = set()
    token = _noticed.set(noticed)
    try:
        answer = work(*given, **named)
    finally:
        _noticed.reset(token)
    notice_all(noticed)
    return answer, frozenset(noticed)
