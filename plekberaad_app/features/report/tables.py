"""The report as tables; this module alone decides what the files for spreadsheets contain."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from plekberaad_app.activities.contract.report import (
    Counts,
    Heading,
    NextSteps,
    Paragraph,
    Part,
    Quotes,
    Section,
    Table,
    in_cell,
    said,
)
from plekberaad_app.core.disclosure import SMALLEST_CELL, Cell
from plekberaad_app.features.report.disclosed import joined
from plekberaad_app.features.report.model import Report, StepReport
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import local_time

Value = str | int
Row = Mapping[str, Value]
Wanted = TypeVar("Wanted", bound=Part)

_STEP = ("evening", "step")
_PLACE = (*_STEP, "round", "table", "challenge")
_IDEA = (*_PLACE, "phase", "written", "text", "marked", "answer")
_QUESTION = (*_PLACE, "phase", "written", "question", "answered")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table: its title, the headings of its columns, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ideas_table(report: Report) -> ReportTable:
    """A row per idea; if hidden ideas are included, a last column says which those are."""
    return _table("ideas", _with_hidden(report, _IDEA), _quotes(report, "idea"))


def report_tables(report: Report) -> tuple[ReportTable, ...]:
    """Every table that has rows; the table of ideas is always there."""
    others = (
        _table("questions", _with_hidden(report, _QUESTION), _quotes(report, "question")),
        _table("next_steps", (*_PLACE, "what", "who", "when"), _next_steps(report)),
        _table("votes", (*_STEP, "asked", "choice", "dots"), _counts(report, "dots")),
        _table("answers", (*_STEP, "question", "choice", "answers"), _counts(report, "answers")),
        _table("groups", (*_STEP, "question", "choice", "people"), _counts(report, "people")),
        _table("words", (*_PLACE, "words"), _words(report)),
        *_own_tables(report),
        _table("people", ("group", "people"), _people(report)),
    )
    return (ideas_table(report), *(table for table in others if table.rows))


def group_label(cell: Cell, scale: str) -> str:
    """The label of a group, such as 'Buurtbewoners'; those of a merged group are joined by 'of'."""
    label = joined([text(f"report.{scale}.{label}") for label in cell.labels])
    return label[:1].upper() + label[1:]


def people_told(count: int | None) -> str:
    """The number of people, or 'minder dan 5' for None."""
    return text("report.fewer", smallest=SMALLEST_CELL) if count is None else str(count)


def phase_title(step: StepReport, phase: str) -> str:
    """The title of this phase of the step, or ''."""
    return text(f"{step.kind}.phase.{phase}") if phase else ""


def _table(name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> ReportTable:
    return ReportTable(
        title=text(f"report.sheet.{name}"),
        columns=tuple(text(f"report.column.{column}") for column in columns),
        rows=tuple(tuple(row[column] for column in columns) for row in rows),
    )


def _with_hidden(report: Report, columns: tuple[str, ...]) -> tuple[str, ...]:
    return (*columns, "hidden") if report.has_hidden else columns


def _all(report: Report, *wanted: type[Wanted]) -> Iterator[tuple[StepReport, Row, Wanted]]:
    """Every block of these types, with its step and the cells that say where it belongs."""
    for step in report.steps:
        for section in step.sections:
            for block in section.blocks:
                if isinstance(block, wanted):
                    yield step, _place(report, step, section), block


def _place(report: Report, step: StepReport, section: Section) -> Row:
    return {
        "evening": report.live_session.title,
        "step": step.title,
        "round": section.round or "",
        "table": section.table or "",
        "challenge": section.about,
    }


def _quotes(report: Report, kind: str) -> Iterator[Row]:
    for step, place, block in _all(report, Quotes):
        for quote in block.quotes if block.kind == kind else ():
            yield {
                **place,
                "table": quote.table or place["table"],
                "phase": phase_title(step, quote.phase),
                "written": f"{local_time(quote.written_at):%Y-%m-%d %H:%M}",
                "text": said(quote.words),
                "marked": _yes_or_no(quote.is_marked),
                "answer": quote.answer,
                "question": said(quote.words),
                "answered": _yes_or_no(not quote.is_open),
                "hidden": _yes_or_no(quote.is_hidden),
            }


def _next_steps(report: Report) -> Iterator[Row]:
    for _, place, block in _all(report, NextSteps):
        for step in block.steps:
            if step.what:
                yield {**place, "what": step.what, "who": step.who, "when": step.when}


def _counts(report: Report, of: str) -> Iterator[Row]:
    for _, place, block in _all(report, Counts):
        for label, number in block.rows if block.of == of else ():
            asked = {"asked": block.question, "question": block.question}
            yield {**place, **asked, "choice": said(label), of: number}


def _words(report: Report) -> Iterator[Row]:
    for _, place, block in _all(report, Heading, Paragraph):
        yield {**place, "words": said(block.words)}


def _own_tables(report: Report) -> list[ReportTable]:
    """The tables that activities made; those with the same title and columns are merged."""
    tables: dict[tuple[str, ...], ReportTable] = {}
    for _, place, block in _all(report, Table):
        step = tuple(place[name] for name in _STEP)
        columns = tuple(said(column) for column in block.columns)
        titled = ReportTable(
            said(block.title), (*(text(f"report.column.{name}") for name in _STEP), *columns), ()
        )
        known = tables.get((titled.title, *columns), titled)
        rows = (*known.rows, *((*step, *map(in_cell, row)) for row in block.rows))
        tables[titled.title, *columns] = replace(known, rows=rows)
    return list(tables.values())


def _people(report: Report) -> Iterator[Row]:
    there = report.presence
    everyone = people_told(None) if there.people is None else there.people
    yield {"group": text("report.figure.total"), "people": everyone}
    for cell in there.kinds:
        yield {"group": group_label(cell, "kind"), "people": cell.count}


def _yes_or_no(value: bool) -> str:
    return text("report.yes") if value else text("report.no")
