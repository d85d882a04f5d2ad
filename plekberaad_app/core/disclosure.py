"""Small cells: what may be said about the people of an evening without exposing one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Fewer than five may be somebody you know. A zero gives away as much as a one, so it is a small
# cell too.
SMALLEST_CELL = 5
SMALLEST_BASE = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """People counted together under one or more labels."""

    labels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `base` people, out of `total`; at most `unknown` more could belong to it.

    If `is_exact`, the base is everybody whose label is known. Otherwise it is everybody, and the
    share is a lower bound.
    """

    count: int
    base: int
    total: int
    unknown: int
    is_exact: bool

    @property
    def percentage(self) -> int:
        """In whole per cents; a lower bound is never rounded up."""
        share = 100 * self.count / self.base
        return round(share) if self.is_exact else int(share)


def told(count: int) -> int | None:
    """The count, or None where only 'fewer than 5' may be shown."""
    return count if count >= SMALLEST_CELL else None


def told_cells(counts: Mapping[str, int]) -> tuple[Cell, ...]:
    """The counts as cells of at least 5 people; small ones are merged into one cell, the last.

    The total may be shown next to them: a small cell is never left alone but merged with the next
    smallest, so that nobody can find it by subtraction. Empty when no cell may be shown on its own.
    """
    together = _too_small_alone(counts)
    if together and len(together) == len(counts):
        return ()
    cells = [Cell((label,), count) for label, count in counts.items() if label not in together]
    if together:
        cells.append(_one_cell(counts, together))
    return tuple(cells)


def told_share(cells: Iterable[Cell], label: str, unknown: str) -> Share | None:
    """The share of a label among those whose label is known, or None.

    Only from a base of 10, for a label that may be shown on its own. If the unknown are merged with
    others, so that their number may not be shown, it is a share of everybody: a lower bound.
    """
    every = tuple(cells)
    own = next((cell for cell in every if cell.labels == (label,)), None)
    silent = next((cell for cell in every if unknown in cell.labels), None)
    if own is None or silent is None:
        return None
    is_exact = silent.labels == (unknown,)
    total = sum(cell.count for cell in every)
    base = total - silent.count if is_exact else total
    if base < SMALLEST_BASE:
        return None
    return Share(own.count, base, total, silent.count, is_exact)


def _too_small_alone(counts: Mapping[str, int]) -> set[str]:
    from_small = sorted(counts, key=lambda label: counts[label])
    together = {label for label in from_small if told(counts[label]) is None}
    for label in from_small[len(together) :]:
        if not together or told(sum(counts[known] for known in together)) is not None:
            break
        together.add(label)
    return together


def _one_cell(counts: Mapping[str, int], together: set[str]) -> Cell:
    labels = tuple(label for label in counts if label in together)
    return Cell(labels, sum(counts[label] for label in labels))
