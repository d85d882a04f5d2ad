"""What is measured, and how many runs become one figure."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import median


@dataclass(frozen=True)
class Figures:
    """One load on one server. Times in ms; a delivery is one idea at one of the 60 others.

    `last_*`: until the last of the 60 has it; `cpu`: processor time of the server per delivery;
    `bytes`: all that came in at the clients, per delivery; `missing`: deliveries that never came;
    `client`: how much of a core the load process used.
    """

    ideas: int
    missing: int
    last_p50: float
    last_p95: float
    all_p50: float
    all_p95: float
    cpu: float
    bytes: float
    server: float
    client: float


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed; NaN when there are none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def median_of(runs: Sequence[Figures]) -> Figures:
    """Figure by figure the median of the runs; what is missing is added up."""
    medians = {
        field.name: median(getattr(run, field.name) for run in runs) for field in fields(Figures)
    }
    return Figures(**medians | {"missing": sum(run.missing for run in runs)})
