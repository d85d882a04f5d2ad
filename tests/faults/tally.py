"""What the faults cost: tries, losses and times to recover, as a dated table in `bench/results`."""

import fcntl
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from plekberaad_app.platform.settings import ROOT

RESULTS = ROOT / "bench" / "results"
HEAD = (
    "| fault | tries | lost | back after p50 / max | goals | more |\n"
    "| --- | ---: | ---: | ---: | --- | --- |"
)


@dataclass(frozen=True)
class Goal:
    """A figure beside the most that it may be.

    A crowded machine misses what a quiet one reaches, so no test fails on it.
    """

    what: str
    figure: float
    most: float
    unit: str = "s"

    def __str__(self) -> str:
        """Such as 'served 1.2 of 10 s: reached'."""
        verdict = "reached" if self.figure <= self.most else "**missed**"
        return f"{self.what} {self.figure:.3g} of {self.most:g} {self.unit}: {verdict}"


@dataclass
class Tally:
    """One row per fault; a row of the same name takes the place of an earlier one."""

    rows: dict[str, str] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)

    def note(
        self,
        fault: str,
        *,
        tries: int,
        lost: int,
        seconds: Iterable[float] = (),
        goals: Sequence[Goal] = (),
        more: str = "",
    ) -> None:
        """What a fault cost; `seconds` are the times until all was as before."""
        cells = (f"{tries:,}", lost, _spread(seconds), "; ".join(map(str, goals)), more)
        self.rows[fault] = f"| {fault} | {' | '.join(map(str, cells))} |"

    def trouble(self, test: str, how: str) -> None:
        """A test that failed, or could not be done and why: its row is missing, or wrong."""
        self.troubles.append(f"- {how}: `{test}`")

    def write(self, folder: Path = RESULTS) -> Path:
        """Write the rows down; those of earlier runs of this day, and of others now, stay."""
        with _alone(folder):
            return self._write(folder, datetime.now(UTC))

    def _write(self, folder: Path, now: datetime) -> Path:
        path = folder / f"faults-{now:%Y-%m-%d}.md"
        known = _rows(path.read_text("utf-8")) if path.exists() else {}
        rows = dict(sorted((known | self.rows).items()))
        head = f"# Faults, {now:%Y-%m-%d}\n\n{_where()}\n\n{HEAD}\n"
        text = head + "\n".join(rows.values()) + "\n"
        if self.troubles:
            text += "\nNot done, or failed, at the last run:\n\n" + "\n".join(self.troubles) + "\n"
        path.write_text(text, encoding="utf-8")
        return path


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder: tests run in several processes."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _rows(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if line.startswith("| ")][2:]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def _spread(seconds: Iterable[float]) -> str:
    known = list(seconds)
    return f"{median(known):.1f} / {max(known):.1f} s" if known else "–"


def _where() -> str:
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    load = f", load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"By `make test-faults`, on {machine}, {os.cpu_count()} cores{load}."
        " Lost: answered with 'bewaard' and not there. Loop: the longest that the event loop was"
        " busy by itself, in processor time of its thread or of one collection of garbage; how late"
        " a turn came after all, also because others used the processors, stands beside it."
    )
