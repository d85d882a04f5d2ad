"""What was promised during the evening, to be held against the report afterwards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that had to be true."""

    name: str
    outcome: str
    is_met: bool


@dataclass
class Ledger:
    """Ideas that were answered with 'bewaard', votes that were given, and what was checked."""

    ideas: list[str] = field(default_factory=list)
    dots: int = 0
    checks: list[Check] = field(default_factory=list)

    def check(self, name: str, outcome: Any, is_met: bool) -> None:
        """Note an outcome."""
        self.checks.append(Check(name, str(outcome), is_met))

    def compare(self, report: dict[str, Any]) -> None:
        """Every stored idea is in the report exactly once, and nothing else is."""
        written = Counter(idea["text"] for idea in _ideas(report))
        promised = Counter(self.ideas)
        missing, extra = promised - written, written - promised
        self.check("ideas answered with 'bewaard'", len(self.ideas), len(self.ideas) == 150)
        self.check("of them missing in the report", sorted(missing), not missing)
        self.check("in the report too often", sorted(extra), not extra)
        self._compare_dots(report)
        steps = [found["next_step"] for found in _rounds(report)]
        self.check(
            "rounds with a next step",
            f"{sum(map(bool, steps))} of 12",
            all(steps) and len(steps) == 12,
        )

    def _compare_dots(self, report: dict[str, Any]) -> None:
        told = sum(choice["dots"] for step in report["steps"] for choice in step["choices"])
        self.check("dots in the report", f"{told} of {self.dots}", told == self.dots)


def spread(name: str, ends: Sequence[float], screens: int) -> Check:
    """Whether all screens expect the end of the phase within a second of each other."""
    wide = max(ends) - min(ends) if ends else 0.0
    is_met = wide <= 1.0 and len(ends) == screens
    return Check(name, f"{wide:.2f} s over {len(ends)} of {screens} screens", is_met)


def _rounds(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for step in report["steps"]:
        yield from step["rounds"]


def _ideas(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for found in _rounds(report):
        yield from found["ideas"]
