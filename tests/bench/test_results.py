"""Runs are kept, not repeated, and the report is made of whatever is there."""

from pathlib import Path

import pytest

from bench import report, runs
from bench.cases import CASES, case_named
from bench.figures import percentile, together
from bench.goals import GOALS
from bench.runs import Results, Run


def a_run(case: str, server: str, repetition: int, **figures: float) -> Run:
    """A run that was made."""
    return Run(case, server, repetition, "2026-11-24T20:00:00+00:00", 0.1, figures)  # pyright: ignore[reportArgumentType]


def row(page: str, title: str) -> str:
    """The line of the table with this title."""
    return next(line for line in page.splitlines() if line.startswith(f"| {title}"))


def test_figures_of_several_runs_are_medians_and_what_is_missing_adds_up():
    both = together([{"last_p50": 5, "missing": 1}, {"last_p50": float("nan"), "missing": 2}])

    assert both == {"last_p50": 5, "missing": 3}
    assert percentile([1, 2, 3, 4], 0.5) == 3


def test_every_goal_is_about_a_case_that_exists():
    for goal in GOALS:
        assert "plekberaad" in case_named(goal.case).servers
        assert len(goal.figures) == len(goal.targets)


def test_a_goal_is_reached_or_missed_by_its_medians(tmp_path: Path):
    results = Results(tmp_path)
    for repetition, last in enumerate((4.0, 4.5, 80.0), 1):
        results.keep(a_run("phases", "plekberaad", repetition, next_p95=last))
        results.keep(a_run("phases", "limit", repetition, next_p95=1.5))

    line = row(report.write(results, []).read_text(), "facilitator presses")

    assert "3.0x" in line
    assert "reached" in line


def test_a_goal_without_runs_is_not_measured_rather_than_reached(tmp_path: Path):
    page = report.write(Results(tmp_path), ["joining on nicegui: TimeoutError()"]).read_text()

    assert "not measured" in row(page, "1,220 clients join")
    assert "This run failed: joining on nicegui" in page


def test_the_report_names_the_runs_in_which_the_load_process_was_the_bottleneck(tmp_path: Path):
    results = Results(tmp_path)
    idle = {"client": 0.2, "others": 0.0, "lag_p99": 1.0}
    results.keep(a_run("joining", "limit", 1, join_seconds=0.3, **idle))
    results.keep(a_run("joining", "plekberaad", 1, join_seconds=9, **idle | {"client": 0.93}))

    page = report.write(results, []).read_text()

    assert "may have been the bottleneck in: joining Plekberaad 1." in page


def test_what_was_measured_before_is_not_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = []

    def measure(case, server, number):
        made.append((case.name, server, number))
        return a_run(case.name, server, number, next_p95=1)

    monkeypatch.setattr(runs, "_run", measure)
    results = Results(tmp_path)
    results.keep(a_run("phases", "limit", 1, next_p95=2))

    assert runs.run_all([case_named("phases")], 2, results, ["limit", "plekberaad"]) == []
    assert made == [
        ("phases", "plekberaad", 1),
        ("phases", "limit", 2),
        ("phases", "plekberaad", 2),
    ]


def test_a_run_that_fails_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def measure(case, server, number):
        if server == "limit":
            raise TimeoutError
        return a_run(case.name, server, number, next_p95=1)

    monkeypatch.setattr(runs, "_run", measure)
    results = Results(tmp_path)

    failed = runs.run_all([case_named("phases")], 1, results, ["limit", "plekberaad"])

    assert failed == ["phases on limit: TimeoutError()"]
    assert results.has("phases", "plekberaad", 1)


def test_names_of_cases_are_unique():
    assert len({case.name for case in CASES}) == len(CASES)
