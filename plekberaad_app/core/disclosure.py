"""Small cells: what may be told about the people of an evening without telling on one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Fewer than five may be somebody you know. A zero tells as much as a one: it is a small cell too.
SMALLEST_CELL = 5
SMALLEST_BASE = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """People counted together under one or more labels."""

    labels: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `base` people, of `total` in all; at most `unknown` more could belong to it.

    `is_exact`: the base is who is known. Else it is everybody, and the share the least it can be.
    """

    count: int
    base: int
    total: int
    unknown: int
    is_exact: bool

    @property
    def percentage(self) -> int:
        """In whole per cents; the least it can be is never rounded up."""
        share = 100 * self.count / self.base
        return round(share) if self.is_exact else int(share)


def told(count: int) -> int | None:
    """The count, or None where only 'fewer than 5' may be told."""
    return count if count >= SMALLEST_CELL else None


def told_cells(counts: Mapping[str, int]) -> tuple[Cell, ...]:
    """The counts as cells of at least 5 people; small ones go together in one cell, the last.

    The total may be told beside them: a small cell is never left alone, but takes the next smallest
    with it, so that nobody finds it by subtraction. Empty when nothing may be told apart.
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

    Told only from a base of 10, for a label that may be told on its own. Where the unknown are told
    together with others, so that nobody may know how many they are, it is a share of everybody:
    the least that it can be.
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
