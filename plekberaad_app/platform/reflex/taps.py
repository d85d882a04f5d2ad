"""A tap that a browser sends again, because it got no reply, does not happen again.

A browser gives every event a `tap` id and keeps it until the server has it
(ops/build/browser_texts.py).
"""

from typing import Any

from cachetools import FIFOCache
from reflex.app import EventNamespace

MAX_REMEMBERED = 20_000


class Taps:
    """The latest taps of all browsers."""

    def __init__(self, most: int = MAX_REMEMBERED) -> None:
        self._seen = FIFOCache[str, bool](most)

    def is_new(self, tap: Any) -> bool:
        """Whether this tap has not come before; one without an id is always new."""
        if not isinstance(tap, str):
            return True
        if tap in self._seen:
            return False
        self._seen[tap] = True
        return True


def take_once(namespace: EventNamespace) -> None:
    """Let every tap into the app only once."""
    taps, take = Taps(), namespace.on_event

    async def on_event(sid: str, data: Any) -> None:
        if taps.is_new(data.get("tap") if isinstance(data, dict) else None):
            await take(sid, data)

    namespace.on_event = on_event
