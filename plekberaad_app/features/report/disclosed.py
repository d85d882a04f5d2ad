"""Makes blocks safe to publish: neither their order nor their numbers give anybody away."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from plekberaad_app.activities.contract.activity import Say
from plekberaad_app.activities.contract.report import (
    Block,
    Counts,
    Paragraph,
    Part,
    Quote,
    Quotes,
    Section,
    Words,
    said,
)
from plekberaad_app.core.disclosure import Cell, told_cells
from plekberaad_app.platform.i18n.catalogue import text


def told(blocks: Iterable[Block], hidden: Collection[str] = ()) -> tuple[Block, ...]:
    """The blocks, each made safe to publish.

    `hidden` has the ids of hidden quotes that are included all the same; they are marked as hidden.
    """
    return tuple(
        each
        for block in blocks
        for each in (
            (_section(block, hidden),) if isinstance(block, Section) else _told(block, hidden)
        )
    )


def joined(labels: Sequence[str]) -> str:
    """The labels as one phrase, such as 'a, b of c'."""
    *first, last = labels
    return text("report.or", first=", ".join(first), last=last) if first else last


def _section(block: Section, hidden: Collection[str]) -> Section:
    return replace(
        block, blocks=tuple(each for part in block.blocks for each in _told(part, hidden))
    )


def _told(part: Part, hidden: Collection[str]) -> Sequence[Part]:
    match part:
        case Quotes():
            return (replace(part, quotes=_quotes(part.quotes, hidden)),)
        case Counts(of="people"):
            return _people(part)
        case _:
            return (part,)


def _quotes(quotes: Iterable[Quote], hidden: Collection[str]) -> tuple[Quote, ...]:
    """By phase, by minute, and within a minute by the alphabet.

    Somebody who saw in which order people wrote cannot tell who wrote what.
    """
    found = [
        replace(
            quote,
            written_at=quote.written_at.replace(second=0, microsecond=0),
            is_hidden=quote.is_hidden or quote.id in hidden,
        )
        for quote in quotes
    ]
    phases = list(dict.fromkeys(quote.phase for quote in found))
    return tuple(sorted(found, key=lambda quote: _place(quote, phases)))


def _place(quote: Quote, phases: Sequence[str]) -> tuple[int, datetime, str]:
    return phases.index(quote.phase), quote.written_at, quote.text or ""


def _people(counts: Counts) -> Sequence[Part]:
    """Merge groups that are too small; if none may be shown, keep the question and say so."""
    numbered = {str(place): number for place, (_, number) in enumerate(counts.rows)}
    cells = told_cells(numbered)
    if cells:
        return (replace(counts, rows=tuple(_row(counts, cell) for cell in cells)),)
    asked = (Paragraph(counts.question),) if counts.question else ()
    return (*asked, Paragraph(Say("report.people.none")))


def _row(counts: Counts, cell: Cell) -> tuple[Words, int]:
    *first, last = (counts.rows[int(place)][0] for place in cell.labels)
    if not first:
        return last, cell.count
    return joined([said(label) for label in (*first, last)]), cell.count
