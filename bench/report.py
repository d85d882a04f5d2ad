"""The figures as a page, `report.md` beside the runs, made of whatever runs are there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from math import isnan
from pathlib import Path

from bench import machine
from bench.cases import ALL, CASES, ServerName
from bench.figures import Figures, together
from bench.goals import GOALS, Goal
from bench.picture import NAME as PICTURE
from bench.runs import Results, Run

TITLES: dict[ServerName, str] = {
    "limit": "limit",
    "nicegui": "NiceGUI",
    "plekberaad": "Plekberaad",
    "hosted": "hosted",
}
# From here on the load process may be what was measured.
BUSY_CLIENT = 0.8
LATE_CLIENT_MS = 10
# Others on the machine took so much of a core that the figures are not to be trusted.
BUSY_OTHERS = 0.3

GOALS_HEAD = (
    "| case | measured | limit | NiceGUI | Plekberaad | ratio to limit | target | reached?"
    " | rivals, measured elsewhere |"
)
IDEAS = {
    "last_p50": "last p50 ms",
    "last_p95": "last p95",
    "last_p99": "last p99",
    "all_p50": "all p50",
    "all_p95": "all p95",
    "cpu_per_1000": "CPU ms/1000",
    "bytes": "bytes",
    "per_second": "deliveries/s",
    "missing": "missing",
    "memory": "kB/client",
    "server": "server cores",
    "client": "load cores",
    "others": "others' cores",
    "lag_p99": "load lag p99 ms",
}


def write(results: Results, failed: Sequence[str]) -> Path:
    """Write the report; where it stands."""
    path = results.folder / "report.md"
    results.folder.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_page(results, failed)) + "\n", encoding="utf-8")
    return path


def _page(results: Results, failed: Sequence[str]) -> Iterator[str]:
    yield f"# Speed and scale, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n"
    yield _how()
    yield f"{_facts()}\n"
    yield GOALS_HEAD
    yield _rule(GOALS_HEAD)
    yield from (_goal(results, goal) for goal in GOALS)
    yield f"\n![Cost as work grows]({PICTURE})\n"
    yield from _trust(results)
    yield from (f"- This run failed: {each}" for each in failed)
    yield "\n## Every case\n"
    yield from _every_case(results)


def _how() -> str:
    return (
        "Medians of the repetitions; the servers took turns. A room is 60 phones and a projector"
        " (and, for Plekberaad, the tablet); 100 characters an idea, stored before it is shown; a"
        " delivery is one idea at one of the others, *last* is when the last of them has it. CPU"
        " and memory (PSS) are those of the server's process tree; kB per client is what came on"
        " top when all were in. `bench/cases.py` and `bench/goals.py` say the rest.\n"
    )


def _facts() -> str:
    return ", ".join(f"{name}: {value}" for name, value in machine.facts().items()) + "."


def _goal(results: Results, goal: Goal) -> str:
    found = {server: _values(results, goal, server) for server in ALL}
    ours, limit = found["plekberaad"], found["limit"]
    cells = [goal.title, goal.measured, *(_joined(found[server]) for server in ALL)]
    cells += [_ratio(ours, limit), _joined(goal.targets), _verdict(ours, goal.targets), goal.rivals]
    return _row(cells)


def _values(results: Results, goal: Goal, server: ServerName) -> list[float]:
    figures = _medians(results, goal.case, server)
    values = [figures[name] for name in goal.figures if name in figures]
    if not goal.share_of:
        return values
    whole = _medians(results, goal.share_of, server)
    return [
        figures[name] / whole[name]
        for name in goal.figures
        if {name} <= figures.keys() & whole.keys()
    ]


def _medians(results: Results, case: str, server: ServerName) -> Figures:
    return together([run.figures for run in results.of(case, server)])


def _ratio(ours: Sequence[float], limit: Sequence[float]) -> str:
    if len(ours) != len(limit) or not all(limit):
        return ""
    return " / ".join(f"{own / theirs:.1f}x" for own, theirs in zip(ours, limit, strict=True))


def _verdict(ours: Sequence[float], targets: Sequence[float]) -> str:
    if len(ours) != len(targets):
        return "not measured"
    is_reached = all(own <= most for own, most in zip(ours, targets, strict=True))
    return "reached" if is_reached else "**missed**"


def _joined(values: Iterable[float]) -> str:
    return " / ".join(map(_number, values))


def _number(value: float) -> str:
    if isnan(value):
        return "-"
    if value and abs(value) < 1:
        return f"{value:.2f}"
    return f"{value:,.0f}" if abs(value) >= 100 or value == round(value) else f"{value:.1f}"


def _trust(results: Results) -> Iterator[str]:
    """Which runs measured something else than the server, in sentences."""
    runs = [run for case in CASES for run in results.of(case.name) if "client" in run.figures]
    busy = [run for run in runs if _is_client_busy(run)]
    if busy:
        yield "- The load process may have been the bottleneck in: " + _named(busy) + "."
    elif runs:
        most = max(run.figures["client"] for run in runs)
        yield f"- The load process was never the bottleneck: at most {most:.0%} of a core."
    if disturbed := [run for run in runs if run.figures["others"] > BUSY_OTHERS]:
        yield f"- Others took more than {BUSY_OTHERS:.0%} of a core in: {_named(disturbed)}."


def _is_client_busy(run: Run) -> bool:
    return run.figures["client"] > BUSY_CLIENT or run.figures["lag_p99"] > LATE_CLIENT_MS


def _named(runs: Iterable[Run]) -> str:
    return ", ".join(f"{run.case} {TITLES[run.server]} {run.repetition}" for run in runs)


def _every_case(results: Results) -> Iterator[str]:
    head = _row(["case", "server", "runs", *IDEAS.values()])
    yield head
    yield _rule(head)
    for case in CASES:
        if case.measure == "ideas":
            yield from _lines(results, case.name)
    yield ""
    for case in CASES:
        if case.measure != "ideas":
            yield from _other(results, case.name)


def _lines(results: Results, case: str) -> Iterator[str]:
    for server, title in TITLES.items():
        if runs := results.of(case, server):
            figures = _medians(results, case, server)
            cells = [_number(figures[name]) for name in IDEAS]
            yield _row([case, title, str(len(runs)), *cells])


def _other(results: Results, case: str) -> Iterator[str]:
    for server, title in TITLES.items():
        if runs := results.of(case, server):
            figures = _medians(results, case, server)
            told = ", ".join(f"{name} {_number(value)}" for name, value in figures.items())
            yield f"- {case}, {title} ({len(runs)} runs): {told}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(head: str) -> str:
    return "|" + "---|" * (head.count("|") - 1)
