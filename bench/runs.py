"""Runs a case on a server and keeps what came of it: a line of JSON per run, a file per case.

What is there already is not measured again, so that an interrupted bench goes on where it was.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from bench.cases import Case, ServerName
from bench.figures import Figures
from bench.house import Serving
from bench.machine import load_average
from bench.measures import MEASURES
from bench.servers.hosted import house as hosted
from bench.servers.limit import house as limit
from bench.servers.nicegui_wall import house as nicegui_wall
from bench.servers.plekberaad import house as plekberaad

MAX_SECONDS = 240
SERVERS: dict[ServerName, Serving] = {
    "limit": limit.serving,
    "nicegui": nicegui_wall.serving,
    "plekberaad": plekberaad.serving,
    "hosted": hosted.serving,
}


@dataclass(frozen=True)
class Run:
    """One repetition of a case on a server. `load` is the machine's load average before it."""

    case: str
    server: ServerName
    repetition: int
    at: str
    load: float
    figures: Figures


class Results:
    """The runs in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, case: str, server: ServerName | None = None) -> list[Run]:
        """All runs of a case, on one server or on all."""
        path = self._path(case)
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        runs = [Run(**json.loads(line)) for line in lines]
        return [run for run in runs if server in (None, run.server)]

    def keep(self, run: Run) -> None:
        """Add a run to its case's file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._path(run.case).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(run)) + "\n")

    def has(self, case: str, server: ServerName, repetition: int) -> bool:
        """Whether this run was made before."""
        return any(run.repetition == repetition for run in self.of(case, server))

    def _path(self, case: str) -> Path:
        return self.folder / f"{case}.jsonl"


def run_all(
    cases: Sequence[Case], repetitions: int, results: Results, only: Sequence[ServerName]
) -> list[str]:
    """Servers in turns, and every repetition through all cases; the names of what failed."""
    failed = []
    for number, case, server in _order(cases, repetitions):
        if server in only and not results.has(case.name, server, number):
            print(f"{number} {case.name} {server}", file=sys.stderr)
            try:
                results.keep(_run(case, server, number))
            except Exception as error:
                failed.append(f"{case.name} on {server}: {error!r:.300}")
                print(f"  failed: {failed[-1]}", file=sys.stderr)
    return failed


def _order(cases: Sequence[Case], repetitions: int) -> Iterator[tuple[int, Case, ServerName]]:
    for number in range(1, repetitions + 1):
        for case in cases:
            for server in case.servers:
                yield number, case, server


def _run(case: Case, server: ServerName, number: int) -> Run:
    """On a server that was just started, with data of its own."""
    load = load_average()
    with (
        tempfile.TemporaryDirectory() as folder,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        figures = runner.run(_figures(case, server, Path(folder)))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return Run(case.name, server, number, at, load, figures)


async def _figures(case: Case, server: ServerName, folder: Path) -> Figures:
    async with SERVERS[server](case, folder) as house, asyncio.timeout(MAX_SECONDS):
        try:
            return await MEASURES[case.measure](house, case)
        finally:
            house.leave()
