"""What the bench knows of a server: rooms with people in them, however they came in."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bench.cases import Case
from bench.receipts import Ear


@dataclass(frozen=True)
class Sender:
    """Somebody who may send ideas; `circle` are the others, who must all hear of it."""

    say: Callable[[str], object]
    circle: Sequence[Ear]


@dataclass(frozen=True)
class Room:
    """The people of a room: who listens (phones and projector) and who may send."""

    ears: Sequence[Ear]
    senders: Sequence[Sender]


class House(Protocol):
    """A running server, for one case."""

    @property
    def pid(self) -> int:
        """Its process; what it started counts with it."""
        ...

    async def gather(self) -> list[Room]:
        """Everybody comes in, and may send ideas from then on."""
        ...

    async def prepare(self) -> None:
        """The rooms stand with notes on their walls, and nobody is in yet."""
        ...

    async def rush(self) -> None:
        """Everybody comes in at the same moment; returns when all see the wall."""
        ...

    async def press_next(self) -> list[float]:
        """The facilitator moves the room on; milliseconds until each screen shows it."""
        ...

    def leave(self) -> None:
        """All sockets are gone, without a goodbye."""
        ...


# Starts a server with data in a folder of its own; it is stopped at the end.
Serving = Callable[[Case, Path], AbstractAsyncContextManager[House]]
