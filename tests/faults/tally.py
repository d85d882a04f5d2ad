"""What the faults cost: tries, losses and times to recover, as a dated table in `bench/results`."""

import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from plekberaad_app.settings import ROOT

RESULTS = ROOT / "bench" / "results"
HEAD = "| fault | tries | lost | back after p50 / max | more |\n| --- | ---: | ---: | ---: | --- |"


@dataclass
class Tally:
    """One row per fault; a row of the same name takes the place of an earlier one."""

    rows: dict[str, str] = field(default_factory=dict)

    def note(
        self, fault: str, *, tries: int, lost: int, seconds: Iterable[float] = (), more: str = ""
    ) -> None:
        """What a fault cost; `seconds` are the times until all was as before."""
        self.rows[fault] = f"| {fault} | {tries:,} | {lost} | {_spread(seconds)} | {more} |"

    def write(self, folder: Path = RESULTS) -> Path:
        """Write the rows down; those of earlier runs of this day stay."""
        now = datetime.now(UTC)
        path = folder / f"faults-{now:%Y-%m-%d}.md"
        known = _rows(path.read_text("utf-8")) if path.exists() else {}
        rows = dict(sorted((known | self.rows).items()))
        head = f"# Faults, {now:%Y-%m-%d}\n\n{_where()}\n\n{HEAD}\n"
        path.write_text(head + "\n".join(rows.values()) + "\n", encoding="utf-8")
        return path


def _rows(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if line.startswith("| ")][2:]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines}


def _spread(seconds: Iterable[float]) -> str:
    known = list(seconds)
    return f"{median(known):.1f} / {max(known):.1f} s" if known else "–"


def _where() -> str:
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"By `make test-faults`, on {machine}. Lost: answered with 'bewaard' and not there."
