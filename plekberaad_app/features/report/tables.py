"""The report as tables of cells: the one place that chooses what a file for a spreadsheet tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plekberaad_app.core.disclosure import SMALLEST_CELL, Cell
from plekberaad_app.features.report.model import IdeaLine, Report, RoundReport, StepReport
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import local_time

Value = str | int
Row = Mapping[str, Value]

_PLACE = ("evening", "step", "round", "table", "challenge")
_IDEA = (*_PLACE, "phase", "written", "text", "marked", "answer")
_QUESTION = (*_PLACE, "phase", "written", "question", "answered")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One table of a report: its title, the titles of its columns, and its rows of cells."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def ideas_table(report: Report) -> ReportTable:
    """A row per idea; in a report with hidden ideas a last column says which they are."""
    return _table("ideas", _with_hidden(report, _IDEA), _ideas(report))


def report_tables(report: Report) -> tuple[ReportTable, ...]:
    """Every table of the report that has rows; that of the ideas always."""
    others = (
        _table("questions", _with_hidden(report, _QUESTION), _questions(report)),
        _table("next_steps", (*_PLACE, "what", "who", "when"), _next_steps(report)),
        _table("votes", ("evening", "step", "asked", "choice", "dots"), _votes(report)),
        _table("people", ("group", "people"), _people(report)),
    )
    return (ideas_table(report), *(table for table in others if table.rows))


def group_label(cell: Cell, scale: str) -> str:
    """Such as 'Buurtbewoners'; several labels in one cell are joined by 'of'."""
    *first, last = (text(f"report.{scale}.{label}") for label in cell.labels)
    label = text("report.or", first=", ".join(first), last=last) if first else last
    return label[:1].upper() + label[1:]


def people_told(count: int | None) -> str:
    """The number of people, or that they are too few to tell it."""
    return text("report.fewer", smallest=SMALLEST_CELL) if count is None else str(count)


def _table(name: str, columns: tuple[str, ...], rows: Iterator[Row]) -> ReportTable:
    return ReportTable(
        title=text(f"report.sheet.{name}"),
        columns=tuple(text(f"report.column.{column}") for column in columns),
        rows=tuple(tuple(row[column] for column in columns) for row in rows),
    )


def _with_hidden(report: Report, columns: tuple[str, ...]) -> tuple[str, ...]:
    return (*columns, "hidden") if report.has_hidden else columns


def _rounds(report: Report) -> Iterator[tuple[StepReport, RoundReport]]:
    return ((step, found) for step in report.steps for found in step.rounds)


def _ideas(report: Report) -> Iterator[Row]:
    for step, found in _rounds(report):
        for idea in found.ideas:
            yield {
                **_line(report, step, found, idea),
                "text": idea.text,
                "marked": _yes_or_no(idea.is_marked),
                "answer": idea.answer,
            }


def _questions(report: Report) -> Iterator[Row]:
    for step, found in _rounds(report):
        for question in found.questions:
            yield {
                **_line(report, step, found, question),
                "question": question.text,
                "answered": _yes_or_no(not question.is_open),
            }


def _next_steps(report: Report) -> Iterator[Row]:
    for step, found in _rounds(report):
        taken_on = found.next_step
        if taken_on and taken_on.what:
            yield {
                **_place(report, step, found),
                "what": taken_on.what,
                "who": taken_on.who,
                "when": taken_on.when,
            }


def _votes(report: Report) -> Iterator[Row]:
    evening = report.live_session.title
    for step in report.steps:
        for label, dots in step.choices:
            yield {
                "evening": evening,
                "step": step.title,
                "asked": step.question,
                "choice": label,
                "dots": dots,
            }


def _people(report: Report) -> Iterator[Row]:
    there = report.presence
    everyone = people_told(None) if there.people is None else there.people
    yield {"group": text("report.figure.total"), "people": everyone}
    for cell in there.kinds:
        yield {"group": group_label(cell, "kind"), "people": cell.count}


def _line(report: Report, step: StepReport, found: RoundReport, line: IdeaLine) -> Row:
    return {
        **_place(report, step, found),
        "table": line.table,
        "phase": text(f"{step.kind}.phase.{line.phase}"),
        "written": f"{local_time(line.written_at):%Y-%m-%d %H:%M}",
        "hidden": _yes_or_no(line.is_hidden),
    }


def _place(report: Report, step: StepReport, found: RoundReport) -> Row:
    return {
        "evening": report.live_session.title,
        "step": step.title,
        "round": found.round,
        "table": found.table,
        "challenge": found.challenge,
    }


def _yes_or_no(value: bool) -> str:
    return text("report.yes") if value else text("report.no")
