"""Figures show exactly the numbers they get, without a word of their own."""

from typing import Any

from plotly import graph_objects as go

from plekberaad_app.features.report import figures as report_figures
from plekberaad_app.features.report.state import ReportState


def bars(figure: go.Figure) -> list[dict[str, Any]]:
    return figure.to_dict()["data"]


def test_counts_are_bars_in_the_given_order_from_the_top():
    figure = report_figures.counts([("Buurtbewoners", 30), ("Professionals", 6)])
    (bar,) = bars(figure)
    assert (bar["y"], bar["x"]) == (["Buurtbewoners", "Professionals"], [30, 6])
    assert bar["text"] == ["30", "6"]
    assert figure.to_dict()["layout"]["yaxis"]["autorange"] == "reversed"


def test_a_long_label_stands_above_its_bar_in_short_lines():
    label = "Een keer eerder, soms, vaak, of liever niet gezegd"
    (above,) = report_figures.counts([(label, 30)]).to_dict()["layout"]["annotations"]
    assert above["y"] == label
    assert above["text"].replace("<br>", " ") == label
    assert max(map(len, above["text"].split("<br>"))) <= report_figures.LABEL_CHARACTERS


def test_one_series_needs_no_legend_and_two_do():
    labels = ["Tafel 1", "Tafel 2"]
    one = report_figures.stacked_counts(labels, {"Ideeën": [3, 4]})
    two = report_figures.stacked_counts(labels, {"Ideeën": [3, 4], "Vragen": [0, 1]})
    assert not one.to_dict()["layout"]["showlegend"]
    assert two.to_dict()["layout"]["showlegend"]


def test_series_are_stacked_and_differ_in_pattern_and_not_only_in_colour():
    first, second = bars(report_figures.stacked_counts(["Tafel 1"], {"Ideeën": [3], "Vragen": [1]}))
    assert (first["x"], second["x"]) == ([3], [1])
    assert first["marker"]["pattern"]["shape"] != second["marker"]["pattern"]["shape"]
    assert first["marker"]["color"] != second["marker"]["color"]


def test_a_part_of_nothing_carries_no_number():
    (bar,) = bars(report_figures.stacked_counts(["Tafel 1", "Tafel 2"], {"Vragen": [0, 2]}))
    assert bar["text"] == ["", "2"]


def test_a_figure_grows_with_its_rows():
    heights = [
        report_figures.counts([(str(row), 5) for row in range(rows)]).to_dict()["layout"]["height"]
        for rows in (1, 2, 3)
    ]
    assert heights[1] - heights[0] == heights[2] - heights[1] == report_figures.TALL_ROW


def test_without_numbers_a_figure_is_empty():
    assert bars(report_figures.counts([])) == []
    assert bars(report_figures.stacked_counts([], {"Ideeën": []})) == []
    assert bars(report_figures.stacked_counts(["Tafel 1"], {})) == []


def test_an_empty_figure_costs_next_to_nothing_on_the_way_to_every_screen():
    assert len(report_figures.empty().to_json() or "") < 100


def test_nothing_in_a_figure_can_be_pressed():
    assert report_figures.CONFIG["staticPlot"]
    assert not report_figures.CONFIG["displayModeBar"]


def test_the_empty_figure_of_every_tab_is_one_and_the_same():
    state = ReportState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    other = ReportState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    assert state.ideas_figure is other.ideas_figure
