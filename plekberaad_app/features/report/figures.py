"""Bar charts for the report, which can be read in black and white too."""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from plotly import graph_objects as go

from plekberaad_app.ui.tokens import COLOURS

FONT = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible', Verdana, sans-serif"
FONT_SIZE = 15
BAR_HEIGHT = 29
ROW = 44
TALL_ROW = 76
LEGEND_HEIGHT = 44
LABEL_CHARACTERS = 36
EDGE = 4

# Each colour has its own pattern too, for people and printers without colours.
_FILLS = ("accent", "sun", "clay", "leaf", "ink-2")
_INK_ON = {"sun": "ink"}
_PATTERNS = ("", "/", "x", ".", "-")

# No hovering, dragging or toolbar (whose labels are English): screen and paper look the same.
CONFIG: dict[str, Any] = {
    "staticPlot": True,
    "displayModeBar": False,
    "responsive": True,
    "locale": "nl",
}


class _Empty(go.Figure):
    """An empty figure, which is never copied and must not be changed.

    Reflex deep-copies the default of a var for every tab. A figure contains reference cycles, so
    its copies would stay in memory long after their tabs have gone.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> "_Empty":
        """Return this figure itself."""
        return self


def empty() -> go.Figure:
    """An empty figure of a few bytes; it must not be changed."""
    return _Empty(layout={"template": {}})


def counts(lines: Sequence[tuple[str, int]]) -> go.Figure:
    """A horizontal bar for each (label, count), the first on top, with the label above its bar."""
    if not lines:
        return empty()
    labels, numbers = zip(*lines, strict=True)
    figure = _figure([_bars("", labels, numbers, 0)], len(labels) * TALL_ROW)
    # On a narrow screen, long labels beside the bars would leave no room for the bars.
    figure.update_yaxes(visible=False)
    figure.update_traces(width=BAR_HEIGHT / TALL_ROW, offset=0)
    return figure.update_layout(annotations=[_above(label) for label in labels])


def stacked_counts(labels: Sequence[str], series: Mapping[str, Sequence[int]]) -> go.Figure:
    """A horizontal bar per label, with a segment per series: a name, with a count per label."""
    if not labels or not series:
        return empty()
    bars = [
        _bars(name, labels, numbers, index) for index, (name, numbers) in enumerate(series.items())
    ]
    return _figure(bars, len(labels) * ROW)


def _bars(name: str, labels: Sequence[str], numbers: Sequence[int], index: int) -> go.Bar:
    fill = _FILLS[index % len(_FILLS)]
    return go.Bar(
        name=name,
        x=list(numbers),
        y=list(labels),
        orientation="h",
        text=[str(number) if number else "" for number in numbers],
        textposition="inside",
        insidetextanchor="end",
        textangle=0,
        textfont={"color": COLOURS[_INK_ON.get(fill, "on-accent")], "size": FONT_SIZE},
        marker={
            "color": COLOURS[fill],
            "line": {"color": COLOURS["card"], "width": 1.5},
            "pattern": {
                "shape": _PATTERNS[index % len(_PATTERNS)],
                "fillmode": "overlay",
                "fgcolor": COLOURS["card"],
                "fgopacity": 0.35,
                "size": 7,
                "solidity": 0.2,
            },
        },
        width=BAR_HEIGHT / ROW,
    )


def _above(label: str) -> dict[str, Any]:
    return {
        "text": "<br>".join(wrap(label, LABEL_CHARACTERS)),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": label,
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
    }


def _figure(bars: list[go.Bar], rows_height: int) -> go.Figure:
    has_legend = len(bars) > 1
    height = rows_height + EDGE + (LEGEND_HEIGHT if has_legend else EDGE)
    return go.Figure(bars, layout=_layout(height, has_legend))


def _layout(height: int, has_legend: bool) -> dict[str, Any]:
    clear = "rgba(0,0,0,0)"
    return {
        "template": {},
        "barmode": "stack",
        "height": height,
        "autosize": True,
        "separators": ",.",
        "showlegend": has_legend,
        "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        "font": {"family": FONT, "size": FONT_SIZE, "color": COLOURS["ink"]},
        "margin": {"l": 0, "r": EDGE, "t": LEGEND_HEIGHT if has_legend else EDGE, "b": EDGE},
        # A number that does not fit in its segment is left out; the table has it.
        "uniformtext": {"mode": "hide", "minsize": 12},
        "paper_bgcolor": clear,
        "plot_bgcolor": clear,
        "xaxis": {"visible": False, "rangemode": "tozero", "fixedrange": True},
        "yaxis": {
            "autorange": "reversed",
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticklabelstandoff": 8,
        },
    }
