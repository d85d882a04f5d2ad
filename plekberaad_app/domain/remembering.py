"""Remembering answers about things that never change while they exist, looked up by identity.

The programme, the people and the challenges of an evening are the same objects until one of them
changes (store.evenings), and so is the board of a snapshot. What was worked out from them holds as
long as they are the same; to look that up costs less than to compare anything.
"""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

Answer = TypeVar("Answer")
Given = ParamSpec("Given")


def remembered(size: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Keep the last `size` answers of a pure function, by the identity of what it was given.

    What was given is kept too, so that no other thing can take its identity meanwhile.
    """

    def wrap(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        kept: dict[tuple[int, ...], tuple[Any, Answer]] = {}
        turn = Lock()

        def work_out(key: tuple[int, ...], given: Any) -> Answer:
            answer = cast(Any, function)(*given)
            with turn:
                while len(kept) >= size:
                    del kept[next(iter(kept))]
                kept[key] = (given, answer)
            return answer

        @wraps(function)
        def ask(*given: Given.args, **_none: Given.kwargs) -> Answer:
            key = tuple(map(id, given))
            found = kept.get(key)
            return work_out(key, given) if found is None else found[1]

        return ask

    return wrap
