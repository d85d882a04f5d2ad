"""What an answer was worked out from, noticed while it is: it holds until one of those changes.

What can change says so when it is asked (`notice`); whoever wants to know listens (`noticing`).
An answer that was remembered brings along what it was worked out from (core/memoizing.py).
"""

from collections.abc import Callable, Hashable, Iterable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_noticed: ContextVar[set[Hashable] | None] = ContextVar("noticed", default=None)


def notice(question: Hashable) -> None:
    """Something that can change was asked for."""
    noticed = _noticed.get()
    if noticed is not None:
        noticed.add(question)


def notice_all(questions: Iterable[Hashable]) -> None:
    """All of these were asked for, perhaps some time ago."""
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
