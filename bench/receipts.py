"""When each socket first heard of something: found in the raw frame, before anything is parsed."""

import re
from collections.abc import Callable

# An idea of 100 characters that a frame can be searched for.
MARKER = re.compile(rb"proefidee-\d{6}")
LENGTH = 100
FILLER = (
    " staat op een briefje aan de muur en telt voor iedereen in de zaal even zwaar mee vanavond"
)


def idea(number: int) -> tuple[bytes, str]:
    """A marker, and a text of 100 characters that begins with it."""
    marker = f"proefidee-{number:06}"
    return marker.encode(), (marker + FILLER).ljust(LENGTH, ".")[:LENGTH]


class Receipts:
    """Per listening socket and per match of a pattern the moment it was first heard, in ns."""

    def __init__(self, pattern: re.Pattern[bytes] = MARKER) -> None:
        self._find = pattern.findall
        self.heard: list[dict[bytes, int]] = []

    def listener(self) -> Callable[[bytes, int], None]:
        """For one more socket; to be called with every frame."""
        first: dict[bytes, int] = {}
        self.heard.append(first)
        find = self._find

        def hear(frame: bytes, at: int) -> None:
            for match in find(frame):
                if match not in first:
                    first[match] = at

        return hear

    def count(self, marker: bytes) -> int:
        """How many sockets heard of it."""
        return sum(marker in first for first in self.heard)

    def delays(self, marker: bytes, since: int, but: int | None = None) -> list[float]:
        """Milliseconds since a moment, for every socket that heard but the one at index `but`."""
        return [
            (first[marker] - since) / 1e6
            for index, first in enumerate(self.heard)
            if marker in first and index != but
        ]
