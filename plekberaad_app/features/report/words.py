"""Turns a report into the texts of its page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from plekberaad_app.activities.contract.report import (
    Counts,
    Heading,
    NextStep,
    NextSteps,
    Paragraph,
    Part,
    Quote,
    Quotes,
    Section,
    Table,
    in_cell,
    said,
)
from plekberaad_app.core.disclosure import SMALLEST_CELL, Cell
from plekberaad_app.core.evening import Status
from plekberaad_app.core.people import goal_of
from plekberaad_app.features.report.model import Presence, Report, StepReport
from plekberaad_app.features.report.tables import group_label, people_told, phase_title
from plekberaad_app.features.report.views import (
    BlockView,
    CountLine,
    NextStepLine,
    NoteLine,
    ReportView,
    SectionView,
    StepView,
    TableRow,
)
from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.platform.i18n.dates import long_date

_IDEAS = "report.fact.ideas"
_COUNTED = {
    "dots": "report.vote.dots",
    "answers": "report.column.answers",
    "people": "report.figure.count",
}


def view_of(report: Report) -> ReportView:
    """The report as its page shows it."""
    room = report.live_session
    held_on = room.started_at or room.starts_at
    columns, rows = idea_table(report)
    return ReportView(
        status="empty" if report.is_empty else "full",
        message=text(f"report.empty.{_stage(room.status)}"),
        code=room.code,
        title=room.title,
        place=room.place,
        question=room.question,
        date=long_date(held_on) if held_on else "",
        remark="" if room.status is Status.CLOSED else text("report.running"),
        facts=_facts(report),
        next_steps=[
            _next_step(step, found)
            for found in report.sections
            for step in found.next_steps
            if step.what
        ],
        steps=[_step(step) for step in report.steps],
        idea_columns=columns,
        idea_rows=rows,
        kinds=cell_lines(report.presence.kinds, "kind"),
        habits=cell_lines(report.presence.habits, "habit"),
        share=_share(report.presence),
    )


def idea_table(report: Report) -> tuple[list[str], list[TableRow]]:
    """The number of ideas per phase (columns) and table (rows), with totals if they add anything.

    Small numbers need not be merged: the report shows each idea with its table anyway.
    """
    placed = list(_placed(report))
    counts = Counter((table, phase) for table, phase, _ in placed)
    phases = _phases(placed)
    tables = sorted(
        {found.table for found in report.sections if found.table} | {at for at, *_ in placed}
    )
    rows = [
        _table_row(table_label(table), [counts[table, phase] for phase in phases])
        for table in tables
    ]
    totals = [sum(counts[table, phase] for table in tables) for phase in phases]
    if rows:
        rows.append(_table_row(text("report.figure.total"), totals))
    return phases if len(phases) == 1 else [*phases, text("report.figure.total")], rows


def cell_lines(cells: Iterable[Cell], scale: str) -> list[CountLine]:
    """Groups of people as lines; the labels of a merged group are joined by 'of'."""
    return [CountLine(group_label(cell, scale), str(cell.count)) for cell in cells]


def table_label(table: int) -> str:
    """The label of a table, such as 'Tafel 3'."""
    return text("report.table", table=table)


def _stage(status: Status) -> str:
    stages = {Status.LOBBY: "before", Status.RUNNING: "running", Status.CLOSED: "closed"}
    return stages[status]


def _facts(report: Report) -> list[CountLine]:
    """How many people came, and everything else that is not zero: most zeros are of activities that
    were no part of this evening."""
    steps = [step for found in report.sections for step in found.next_steps]
    numbers = {
        "report.fact.people": report.presence.people,
        "report.fact.tables": len({found.table for found in report.sections if found.table}),
        **_brought(report),
        "report.fact.marked": sum(idea.is_marked for idea in report.ideas),
        "report.fact.next_steps": sum(bool(step.what) for step in steps),
    }
    return [
        _fact(key, count)
        for key, count in numbers.items()
        if count != 0 or key == "report.fact.people"
    ]


def _fact(key: str, count: int | None) -> CountLine:
    if count is None:
        return CountLine(text(key, n=SMALLEST_CELL), people_told(None))
    return CountLine(text(key, n=count), str(count))


def _brought(report: Report) -> Mapping[str, int]:
    """The number of ideas, by the key of the text that counts them; an activity may have one."""
    brought = Counter({_IDEAS: 0})
    for step in report.steps:
        if count := sum(len(found.ideas) for found in step.sections):
            brought[own_key(step.kind, _IDEAS)] += count
    return brought


def _step(step: StepReport) -> StepView:
    return StepView(
        title=step.title,
        lasted="" if step.blocks else text("report.step.minutes", n=step.minutes),
        sections=[_section(step, found) for found in step.sections],
    )


def _section(step: StepReport, found: Section) -> SectionView:
    nothing = text("report.no_challenge") if found.round else ""
    round_label = text("report.round", round=found.round) if found.round else ""
    at = table_label(found.table) if found.table else ""
    return SectionView(
        is_card=bool(found.round or found.table or found.about),
        place=" · ".join(filter(None, (round_label, at))),
        table=found.table,
        challenge=found.about or nothing,
        owner=_owner(found),
        blocks=[view for part in found.blocks for view in _views(part, step, found)],
    )


def _views(part: Part, step: StepReport, found: Section) -> Iterator[BlockView]:
    match part:
        case Heading(words):
            yield BlockView("heading", said(words))
        case Paragraph(words):
            yield BlockView("paragraph", said(words))
        case Quotes():
            yield from _heaps(part, found) if part.kind == "idea" else _asked(part)
        case Table():
            yield _table(part)
        case Counts():
            yield _counts(part, step)
        case NextSteps(steps):
            yield BlockView(
                "next_steps", steps=[_next_step(each, found) for each in steps or (None,)]
            )


def _asked(part: Quotes) -> Iterator[BlockView]:
    if part.quotes:
        title = said(part.title) or text("report.questions")
        yield BlockView("notes", title, notes=[_question(each) for each in part.quotes])


def _heaps(part: Quotes, found: Section) -> Iterator[BlockView]:
    """The ideas that were chosen, and then the others."""
    marked = [_note(idea) for idea in part.quotes if idea.is_marked]
    others = [_note(idea) for idea in part.quotes if not idea.is_marked]
    if marked:
        yield BlockView("notes", text("report.marked"), is_marked=True, notes=marked)
    if others or (found.round and not marked):
        yield BlockView("notes", _title(part, len(others)), notes=others)


def _title(part: Quotes, others: int) -> str:
    if not part.quotes:
        return text("report.no_ideas")
    if len(part.quotes) > others:
        return text("report.other_ideas", count=others)
    return said(part.title) or text("report.ideas", count=others)


def _table(part: Table) -> BlockView:
    return BlockView(
        "table",
        said(part.title),
        columns=[said(column) for column in part.columns],
        rows=[[str(in_cell(cell)) for cell in row] for row in part.rows],
    )


def _counts(part: Counts, step: StepReport) -> BlockView:
    return BlockView(
        "counts",
        step.title,
        lead=part.question,
        counts=[CountLine(said(label), str(count)) for label, count in part.rows],
        columns=[text("report.vote.choice"), text(_COUNTED[part.of])],
    )


def _owner(found: Section) -> str:
    return text("report.owner", name=found.owner) if found.owner else ""


def _note(idea: Quote) -> NoteLine:
    answer = text("report.answer", answer=idea.answer) if idea.answer else ""
    return NoteLine(said(idea.words), answer)


def _question(question: Quote) -> NoteLine:
    return NoteLine(said(question.words), text("report.question.open") if question.is_open else "")


def _next_step(step: NextStep | None, found: Section) -> NextStepLine:
    """A line for a next step; None: none has been written down yet."""
    recorded = step or NextStep()
    remark = text("report.next_step.not_yet" if step else "report.next_step.open")
    return NextStepLine(
        what=recorded.what,
        who=recorded.who,
        when=recorded.when,
        remark="" if recorded.what else remark,
        table=found.table,
        table_label=table_label(found.table) if found.table else "",
        challenge=found.about,
        owner=_owner(found),
    )


def _placed(report: Report) -> Iterator[tuple[int, str, datetime]]:
    """For each idea from a table: the table, the title of its column, and when it was written."""
    for step in report.steps:
        for found in step.sections:
            for idea in found.ideas:
                if table := found.table or idea.table:
                    yield table, _brought_as(step, idea), idea.written_at


def _brought_as(step: StepReport, idea: Quote) -> str:
    """The activity's own word for ideas, or else the title of the phase."""
    own = own_key(step.kind, _IDEAS)
    if own != _IDEAS:
        return text(own, n=2).capitalize()
    return phase_title(step, idea.phase) or step.title


def _phases(placed: Iterable[tuple[int, str, datetime]]) -> list[str]:
    """The titles of the columns, in the order in which their first ideas were written."""
    first: dict[str, datetime] = {}
    for _, phase, written_at in placed:
        first[phase] = min(first.get(phase, written_at), written_at)
    return sorted(first, key=lambda phase: first[phase])


def _table_row(label: str, counts: list[int]) -> TableRow:
    shown = counts if len(counts) == 1 else [*counts, sum(counts)]
    return TableRow(label, [str(count) for count in shown])


def _share(presence: Presence) -> str:
    """The share of newcomers among those who answered, and how it compares with the goal."""
    share = presence.newcomers
    if share is None:
        return text("report.newcomers.hidden")
    kind = "answered" if share.is_exact else "least"
    goal = goal_of(share.count, share.unknown, share.total)
    told = text(
        f"report.newcomers.{kind}",
        percentage=share.percentage,
        count=share.count,
        base=share.base,
    )
    silent = text("report.newcomers.unknown", n=share.unknown) if share.is_exact else ""
    return " ".join(filter(None, (told, silent, text(f"report.goal.{goal}"))))
