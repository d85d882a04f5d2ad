"""The load: ideas at a steady pace from people in turn, and when everybody else had them."""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, cycle, islice
from time import perf_counter, perf_counter_ns

from bench.figures import Figures, percentile
from bench.house import Room, Sender
from bench.meter import Meter
from bench.receipts import Ear, delays, idea

TIMEOUT_SECONDS = 10
LOOK_SECONDS = 1.0

_numbers: Iterator[int] = count(1)


@dataclass(frozen=True)
class Sent:
    """An idea under way: where it is to be found, since when (ns), and who must hear of it."""

    marker: bytes
    at: int
    circle: Sequence[Ear]

    @property
    def missing(self) -> int:
        """How many have not heard of it."""
        return sum(self.marker not in ear.heard for ear in self.circle)


async def pour(pid: int, rooms: Sequence[Room], ideas: int, per_second: float) -> Figures:
    """Every room sends so many ideas; what that brought and cost, when all have heard or given up.

    Processor times in ms; `server`, `client` and `others` in cores.
    """
    ears = list(chain.from_iterable(room.ears for room in rooms))
    for ear in ears:
        ear.listen()
    before = _received(ears)
    # What this process holds is not to be looked through in the middle of a measurement.
    gc.collect()
    gc.disable()
    began = perf_counter()
    async with Meter(pid) as meter:
        senders = islice(_in_turn(rooms), ideas * len(rooms))
        sent = await _send(senders, per_second * len(rooms))
        await _until_heard(sent)
    gc.enable()
    seconds = _last_heard(ears, began) - began
    return _latencies(sent) | _costs(sent, meter, seconds, _received(ears) - before)


def _in_turn(rooms: Sequence[Room]) -> Iterator[Sender]:
    """Room after room, and in every room one after the other."""
    turns = [cycle(room.senders) for room in rooms]
    return (next(turn) for turn in cycle(turns))


async def _send(senders: Iterator[Sender], per_second: float) -> list[Sent]:
    """Send on time, however late the one before was."""
    sent, begin = [], perf_counter()
    for number, sender in enumerate(senders):
        await asyncio.sleep(max(begin + number / per_second - perf_counter(), 0))
        marker, text = idea(next(_numbers))
        sent.append(Sent(marker, perf_counter_ns(), sender.circle))
        sender.say(text)
    return sent


async def _until_heard(sent: Sequence[Sent]) -> None:
    deadline = perf_counter() + TIMEOUT_SECONDS
    while perf_counter() < deadline:
        await asyncio.sleep(LOOK_SECONDS)
        if not any(idea.missing for idea in sent):
            return


def _last_heard(ears: Sequence[Ear], began: float) -> float:
    """In seconds of perf_counter; what came before does not count."""
    last = max((at for ear in ears for at in ear.heard.values()), default=0) / 1e9
    return last if last > began else perf_counter()


def _received(ears: Sequence[Ear]) -> int:
    return sum(ear.socket.bytes_received for ear in ears)


def _latencies(sent: Sequence[Sent]) -> Figures:
    each = [delays(idea.circle, idea.marker, idea.at) for idea in sent]
    every = list(chain.from_iterable(each))
    # An idea that somebody never heard of has no last.
    last = [max(times) for times, idea in zip(each, sent, strict=True) if not idea.missing]
    return {
        "ideas": len(sent),
        "due": sum(len(idea.circle) for idea in sent),
        "missing": sum(idea.missing for idea in sent),
        "last_p50": percentile(last, 0.5),
        "last_p95": percentile(last, 0.95),
        "last_p99": percentile(last, 0.99),
        "all_p50": percentile(every, 0.5),
        "all_p95": percentile(every, 0.95),
    }


def _costs(sent: Sequence[Sent], meter: Meter, seconds: float, received: int) -> Figures:
    due = sum(len(idea.circle) for idea in sent)
    return {
        "cpu_per_1000": meter.server * 1e6 / due,
        "cpu_per_idea": meter.server * 1e3 / len(sent),
        "bytes": received / due,
        "per_second": due / seconds,
        "server": meter.server / seconds,
        "client": meter.client / seconds,
        "others": meter.others / meter.seconds,
        "lag_p99": percentile(meter.lags, 0.99),
    }
