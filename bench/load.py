"""The load: ideas at a steady pace from sockets in turn, and when everybody else had them."""

import asyncio
import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, cycle
from time import perf_counter, perf_counter_ns
from typing import Protocol

from bench.figures import Figures, percentile
from bench.processor import own_seconds, seconds_of
from bench.receipts import Receipts, idea

PATIENCE_SECONDS = 15


class Socket(Protocol):
    """What the load needs of a client."""

    on_frame: Callable[[bytes, int], None] | None

    @property
    def bytes_received(self) -> int:
        """All bytes that came in so far."""
        ...


@dataclass
class Sender:
    """Who sends: which of the listening sockets, and how."""

    index: int
    send: Callable[[str], object]


@dataclass
class Tally:
    """What was sent and heard in a stretch of load; several stretches add up."""

    receipts: list[list[float]] = field(default_factory=list)
    sockets: int = 0
    bytes: int = 0
    server_seconds: float = 0
    client_seconds: float = 0
    seconds: float = 0

    def figures(self) -> Figures:
        """All of it as figures."""
        others = self.sockets - 1
        due = len(self.receipts) * others
        every = [delay for delays in self.receipts for delay in delays]
        last = [max(delays) for delays in self.receipts if len(delays) == others]
        return Figures(
            ideas=len(self.receipts),
            missing=due - len(every),
            last_p50=percentile(last, 0.5),
            last_p95=percentile(last, 0.95),
            all_p50=percentile(every, 0.5),
            all_p95=percentile(every, 0.95),
            cpu=self.server_seconds * 1000 / due,
            bytes=self.bytes / due,
            server=self.server_seconds / self.seconds,
            client=self.client_seconds / self.seconds,
        )


_numbers: Iterator[int] = count(1)


async def pour(
    tally: Tally,
    pid: int,
    sockets: Sequence[Socket],
    senders: Sequence[Sender],
    ideas: int,
    per_second: float,
) -> None:
    """Let the senders take turns; what all sockets heard of it is added to the tally."""
    receipts = Receipts()
    for socket in sockets:
        socket.on_frame = receipts.listener()
    gc.collect()
    gc.freeze()
    before = _Meter(pid, sockets)
    sent = await _send(senders, ideas, per_second)
    await _until_heard(receipts, [marker for marker, _, _ in sent])
    before.add_to(tally)
    for socket in sockets:
        socket.on_frame = None
    tally.sockets = len(sockets)
    tally.receipts += [receipts.delays(marker, at, but=index) for marker, at, index in sent]


async def _send(
    senders: Sequence[Sender], ideas: int, per_second: float
) -> list[tuple[bytes, int, int]]:
    """Send on time, however late the one before was; answers marker, moment and sender."""
    sent, begin = [], perf_counter()
    for number, sender in zip(range(ideas), cycle(senders), strict=False):
        await asyncio.sleep(max(begin + number / per_second - perf_counter(), 0))
        marker, text = idea(next(_numbers))
        sent.append((marker, perf_counter_ns(), sender.index))
        sender.send(text)
    return sent


async def _until_heard(receipts: Receipts, markers: Sequence[bytes]) -> None:
    deadline = perf_counter() + PATIENCE_SECONDS
    while perf_counter() < deadline:
        await asyncio.sleep(0.2)
        if all(receipts.count(marker) == len(receipts.heard) for marker in markers):
            return


class _Meter:
    """Processor time, bytes and time, from its making on."""

    def __init__(self, pid: int, sockets: Sequence[Socket]) -> None:
        self._pid = pid
        self._sockets = sockets
        self._bytes = self._received()
        self._server, self._client = seconds_of(pid), own_seconds()
        self._began = perf_counter()

    def add_to(self, tally: Tally) -> None:
        tally.seconds += perf_counter() - self._began
        tally.server_seconds += seconds_of(self._pid) - self._server
        tally.client_seconds += own_seconds() - self._client
        tally.bytes += self._received() - self._bytes

    def _received(self) -> int:
        return sum(socket.bytes_received for socket in self._sockets)
