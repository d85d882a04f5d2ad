"""The figures as a page: `bench/results/<date>.md`."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.figures import Figures, median_of
from bench.rounds import Plan, Result

RESULTS = Path(__file__).parent / "results"
# From here on the load process may be what was measured.
BUSY_CLIENT = 0.7

HEAD = (
    "| load | server | last p50 ms | last p95 ms | all p50 | all p95 | CPU ms/delivery"
    " | bytes/delivery | missing | server core | load process core |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|"
)


def page(plan: Plan, limit: Sequence[Result], ours: Sequence[Result]) -> str:
    """The whole report, in Markdown."""
    when = datetime.now(UTC)
    loads = [
        ("3 ideas/s", [run.steady for run in limit], [run.steady for run in ours]),
        ("60 in a second", [run.burst for run in limit], [run.burst for run in ours]),
    ]
    next_ms = [each for run in ours for each in run.next_ms]
    return "\n".join(
        [
            f"# Speed, {when:%Y-%m-%d %H:%M} UTC\n",
            _how(plan, len(ours)),
            HEAD,
            *(_rows(name, median_of(theirs), median_of(own)) for name, theirs, own in loads),
            "",
            f"Next phase, from the tap until {plan.people + 1} screens show it: median"
            f" {median(next_ms):.1f} ms, slowest {max(next_ms):.1f} ms of {len(next_ms)}.",
            "",
            *(_warning(name, theirs, own) for name, theirs, own in loads),
            "## Every run\n",
            HEAD,
            *(_every(name, theirs, own) for name, theirs, own in loads),
            "",
        ]
    )


def write(text: str) -> Path:
    """Keep the report; where it stands."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.now(UTC):%Y-%m-%d}.md"
    path.write_text(text, encoding="utf-8")
    return path


def _how(plan: Plan, repetitions: int) -> str:
    return (
        f"{plan.people} phones and a projector in one room (and the tablet), every phone sees the"
        f" whole wall; 100 characters an idea, stored before it is shown; {plan.rounds} rounds of"
        f" 60 ideas at 3/s and a burst of 60 in a second, each on a wall of 10 to 70 notes."
        f" {repetitions} repetitions, limit and Plekberaad in turns, medians of the runs' figures."
        f" A delivery is one idea at one of the {plan.people} others; last: until the last of them"
        f" has it. {os.cpu_count()} cores, {platform.system()}, Python"
        f" {platform.python_version()}; load average at the end {_load_average()}.\n"
    )


def _load_average() -> str:
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def _rows(name: str, limit: Figures, ours: Figures) -> str:
    return "\n".join(
        [_row(name, "limit", limit), _row(name, "Plekberaad", ours), _ratios(name, limit, ours)]
    )


def _row(load: str, server: str, run: Figures) -> str:
    return (
        f"| {load} | {server} | {run.last_p50:.1f} | {run.last_p95:.1f} | {run.all_p50:.1f}"
        f" | {run.all_p95:.1f} | {run.cpu:.3f} | {run.bytes:.0f} | {run.missing}"
        f" | {run.server:.0%} | {run.client:.0%} |"
    )


def _ratios(load: str, limit: Figures, ours: Figures) -> str:
    names = ("last_p50", "last_p95", "all_p50", "all_p95", "cpu", "bytes")
    ratios = (f"{getattr(ours, name) / getattr(limit, name):.1f}x" for name in names)
    return f"| {load} | ratio | {' | '.join(ratios)} | | | |"


def _warning(name: str, limit: Sequence[Figures], ours: Sequence[Figures]) -> str:
    busy = max(run.client for run in (*limit, *ours))
    if busy < BUSY_CLIENT:
        return f"{name}: the load process was not the bottleneck (at most {busy:.0%} of a core).\n"
    return f"{name}: the load process used {busy:.0%} of a core and may be what was measured.\n"


def _every(name: str, limit: Sequence[Figures], ours: Sequence[Figures]) -> str:
    rows = [_row(name, "limit", run) for run in limit]
    return "\n".join([*rows, *(_row(name, "Plekberaad", run) for run in ours)])
