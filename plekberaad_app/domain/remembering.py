"""Remembering answers about things that never change while they exist, looked up by identity.

The programme, the people and the challenges of an evening are the same objects until one of them
changes (store.evenings). So what was worked out from them holds as long as they are the same.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast

Held = TypeVar("Held")
Answer = TypeVar("Answer")
Given = ParamSpec("Given")

_PLAIN = (int, float, str, type(None))


class Same(Generic[Held]):
    """A key that holds a thing and equals only a key that holds the same thing."""

    __slots__ = ("it",)

    def __init__(self, it: Held) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.it is other.it


def remembered(size: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the last `size` answers of a pure function, by the identity of what it was given."""

    def wrap(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        @lru_cache(maxsize=size)
        def kept(*keys: Hashable) -> Answer:
            return cast(Any, function)(*map(_held, keys))

        @wraps(function)
        def ask(*given: Given.args, **_none: Given.kwargs) -> Answer:
            return kept(*map(_key, given))

        return ask

    return wrap


def _key(given: Any) -> Hashable:
    return given if isinstance(given, _PLAIN) else Same(given)


def _held(key: Any) -> Any:
    return key.it if isinstance(key, Same) else key
