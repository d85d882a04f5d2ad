"""How many values become one figure, and how many runs one."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan, nan
from statistics import median

# One run's figures by name: times in ms unless the name says otherwise.
Figures = dict[str, float]
# These are added up over the runs; of all others the median counts.
ADDED = frozenset({"ideas", "due", "missing"})


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed; NaN when there are none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def together(runs: Sequence[Mapping[str, float]]) -> Figures:
    """Figure by figure the median of the runs; counts are added up."""
    return {name: _one(name, _known(name, runs)) for name in _names(runs)}


def _names(runs: Iterable[Mapping[str, float]]) -> Iterable[str]:
    return dict.fromkeys(name for run in runs for name in run)


def _known(name: str, runs: Iterable[Mapping[str, float]]) -> list[float]:
    """A run in which nothing arrived has no latency."""
    return [run[name] for run in runs if not isnan(run.get(name, nan))]


def _one(name: str, values: Sequence[float]) -> float:
    if name in ADDED:
        return sum(values)
    return median(values) if values else nan
