"""How the cost grows with rooms and with phones per room, as a picture: `growth.png`."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import plotly.graph_objects as go
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright
from plotly.subplots import make_subplots

from bench.cases import ALL, BY_PHONES, BY_ROOMS, Case, ServerName, case_named
from bench.figures import Figures, together
from bench.runs import Results
from tests.chromium import launch_options

NAME = "growth.png"
COLOURS: dict[ServerName, str] = {"limit": "#6b6b6b", "nicegui": "#b3541e", "plekberaad": "#1b5e8c"}
WIDTH, HEIGHT = 1200, 800


@dataclass(frozen=True)
class Axis:
    """One thing that grows: the cases along it, and how much of it a case has."""

    title: str
    cases: tuple[str, ...]
    amount: Callable[[Case], int]


AXES = (
    Axis("rooms of 60 phones", BY_ROOMS, lambda case: case.rooms),
    Axis("phones per room, 10 rooms", BY_PHONES, lambda case: case.phones),
)


def draw(results: Results) -> None:
    """Draw it beside the report; a machine without Chromium is told so."""
    if not any(results.of(name) for axis in AXES for name in axis.cases):
        return
    try:
        _photograph(_figure(results).to_html(include_plotlyjs=True), results)
    except BrowserError as error:
        print(f"no picture: {error.message.splitlines()[0]}", file=sys.stderr)


def _photograph(page_html: str, results: Results) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page(viewport={"width": WIDTH + 16, "height": HEIGHT + 16})
        page.set_content(page_html)
        page.wait_for_selector(".main-svg .legend")
        page.screenshot(path=results.folder / NAME)
        browser.close()


def _figure(results: Results) -> go.Figure:
    figure = make_subplots(
        2,
        2,
        shared_xaxes=True,
        subplot_titles=["until the last of the room has it, ms"] * 2
        + ["cores the server uses"] * 2,
        vertical_spacing=0.09,
    )
    for column, axis in enumerate(AXES, 1):
        for row, trace in _traces(results, axis):
            figure.add_trace(trace.update(showlegend=column == row == 1), row, column)
        figure.update_xaxes(title=axis.title, row=2, col=column, tickvals=_amounts(axis))
    figure.update_yaxes(type="log", row=1)
    figure.update_yaxes(rangemode="tozero", row=2)
    return figure.update_layout(width=WIDTH, height=HEIGHT, template="plotly_white", font_size=14)


def _traces(results: Results, axis: Axis) -> Iterator[tuple[int, go.Scatter]]:
    for server in ALL:
        points = dict(_points(results, axis, server))
        for row, name, dash in (
            (1, "last_p50", "solid"),
            (1, "last_p95", "dot"),
            (2, "server", "solid"),
        ):
            yield (
                row,
                go.Scatter(
                    x=list(points),
                    y=[figures[name] for figures in points.values()],
                    name=f"{server} {name.removeprefix('last_')}",
                    line={"color": COLOURS[server], "dash": dash},
                    mode="lines+markers",
                ),
            )


def _points(results: Results, axis: Axis, server: ServerName) -> Iterator[tuple[int, Figures]]:
    for name in axis.cases:
        if runs := results.of(name, server):
            yield axis.amount(case_named(name)), together([run.figures for run in runs])


def _amounts(axis: Axis) -> list[int]:
    return [axis.amount(case_named(name)) for name in axis.cases]
