"""When each socket first heard of something: found in the raw frame, before anything is parsed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

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


class Socket(Protocol):
    """What the load needs of a client: it hands on every frame with the moment of reading in ns."""

    on_frame: Callable[[bytes, int], None] | None

    @property
    def bytes_received(self) -> int:
        """All bytes that came in so far."""
        ...


@dataclass(eq=False)
class Ear:
    """One listening socket, and when it first heard each match of a pattern."""

    socket: Socket
    heard: dict[bytes, int] = field(default_factory=dict)

    def listen(self, pattern: re.Pattern[bytes] = MARKER) -> None:
        """Forget all, and listen from now on."""
        heard = self.heard = {}
        find = pattern.findall

        def hear(frame: bytes, at: int) -> None:
            for match in find(frame):
                if match not in heard:
                    heard[match] = at

        self.socket.on_frame = hear

    def stop(self) -> None:
        """Listen no longer."""
        self.socket.on_frame = None


def delays(ears: Iterable[Ear], marker: bytes, since: int) -> list[float]:
    """Milliseconds since a moment (ns), for every ear that heard of it."""
    return [(ear.heard[marker] - since) / 1e6 for ear in ears if marker in ear.heard]
