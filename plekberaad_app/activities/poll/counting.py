"""What answers add up to: totals, the average of a scale, points of a ranking and of tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from plekberaad_app.core.disclosure import told_cells

# Where a spread of answers from 1 to 5 is called small, and where it is called large.
CLOSE = 0.8
WIDE = 1.3
FULL_MARKS = 100


@dataclass(frozen=True)
class Scale:
    """The average and the spread (standard deviation) of the answers, in tenths."""

    average: int
    spread: int
    agreement: str
    """'close', 'apart' or 'wide': how far the answers lie from each other."""


@dataclass(frozen=True)
class TablePoints:
    """How many of a hundred points these tables earned together."""

    tables: tuple[int, ...]
    points: int


def totals(answers: Iterable[Sequence[str]], standing: Iterable[str]) -> dict[str, int]:
    """How often each choice that stands was chosen."""
    found = Counter(choice for picks in answers for choice in picks)
    return {choice: found[choice] for choice in standing}


def ranking_points(answers: Iterable[Sequence[str]], standing: Sequence[str]) -> dict[str, int]:
    """Points per choice: of n choices the first of an order gets n, the next one less.

    What somebody did not put in order gets nothing from them.
    """
    points = dict.fromkeys(standing, 0)
    for picks in answers:
        known = [choice for choice in picks if choice in points]
        for place, choice in enumerate(known):
            points[choice] += len(standing) - place
    return points


def scale_of(counts: Mapping[str, int]) -> Scale | None:
    """Of the counts per step of the scale; None when nobody answered."""
    answers = [int(step) for step, count in counts.items() for _ in range(count)]
    if not answers:
        return None
    spread = pstdev(answers)
    return Scale(_tenths(fmean(answers)), _tenths(spread), _agreement(spread))


def points_per_table(answers: Iterable[tuple[int, bool]]) -> tuple[TablePoints, ...]:
    """Points of a quiz, most first: the share of right answers, so that a large table wins nothing.

    `answers` say at which table, and whether it is right. Tables with fewer answers than may be
    told of go together, as core/disclosure.py has it; where that leaves nothing apart, none.
    """
    given, right = Counter[str](), Counter[str]()
    for table, is_right in answers:
        given[str(table)] += 1
        right[str(table)] += is_right
    cells = told_cells({table: given[table] for table in sorted(given, key=int)})
    found = (
        TablePoints(
            tuple(int(table) for table in cell.labels),
            round(FULL_MARKS * sum(right[table] for table in cell.labels) / cell.count),
        )
        for cell in cells
    )
    return tuple(sorted(found, key=lambda each: (-each.points, each.tables)))


def _tenths(value: float) -> int:
    return round(10 * value)


def _agreement(spread: float) -> str:
    if spread < CLOSE:
        return "close"
    return "apart" if spread < WIDE else "wide"
