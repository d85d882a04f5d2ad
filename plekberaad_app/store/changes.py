"""What a transaction changed, told after its commit and never before."""

from collections.abc import Callable
from dataclasses import dataclass, field

Listener = Callable[[str, int], None]

_listeners: list[Listener] = []


@dataclass
class Changes:
    """The live sessions a transaction changed, each with its new version."""

    versions: dict[str, int] = field(default_factory=dict)


def listen(listener: Listener) -> Callable[[], None]:
    """Call `listener(live_session_id, version)` after every commit; returns how to stop.

    It is called in the thread of the writer and must not block.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell_listeners(changes: Changes) -> None:
    """Pass on what was committed."""
    for live_session_id, version in changes.versions.items():
        for listener in list(_listeners):
            listener(live_session_id, version)
