"""What it costs: processor time and memory of a process with all it started (Linux: /proc)."""

import asyncio
import os
import resource
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

TICKS = os.sysconf("SC_CLK_TCK")
LAG_SECONDS = 0.01


def tree(pid: int) -> Iterator[int]:
    """A process and all its descendants that run."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from tree(int(child))


def processor_seconds(pid: int) -> float:
    """User and system time of a process and its descendants."""
    return sum(_seconds(each) for each in tree(pid))


def memory_kilobytes(pid: int) -> float:
    """Proportional set size: a page that several processes share counts for a part in each."""
    return sum(_pss(each) for each in tree(pid))


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _pss(pid: int) -> float:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return float(line.split()[1])
    return 0.0


def _own_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _machine_seconds() -> float:
    """All processor time that anybody used on this machine."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    user, nice, system, _idle, _waiting, interrupts, soft = map(int, fields[1:8])
    return (user + nice + system + interrupts + soft) / TICKS


class Meter:
    """Measures as long as its block runs, for `seconds`.

    `server`, `client` and `others` (everything else on the machine) are processor seconds;
    `lags` are the milliseconds by which this process woke up too late, a hundred times a second.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self.lags: list[float] = []
        self.server = self.client = self.others = self.seconds = 0.0

    async def __aenter__(self) -> Self:
        self._watch = asyncio.create_task(self._watch_lag())
        self._before = self._read()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        server, client, machine, self.seconds = (
            now - before for now, before in zip(self._read(), self._before, strict=True)
        )
        self.server, self.client = server, client
        self.others = max(machine - server - client, 0)
        self._watch.cancel()

    def _read(self) -> tuple[float, float, float, float]:
        return processor_seconds(self._pid), _own_seconds(), _machine_seconds(), perf_counter()

    async def _watch_lag(self) -> None:
        while True:
            due = perf_counter() + LAG_SECONDS
            await asyncio.sleep(LAG_SECONDS)
            self.lags.append((perf_counter() - due) * 1000)
