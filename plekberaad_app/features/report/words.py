"""The report in words: from what was counted to what is read."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from plekberaad_app.activities.contract.report import NextStep
from plekberaad_app.core.disclosure import Cell
from plekberaad_app.core.evening import Status
from plekberaad_app.core.people import goal_of
from plekberaad_app.features.report.model import (
    IdeaLine,
    Presence,
    Report,
    RoundReport,
    StepReport,
)
from plekberaad_app.features.report.tables import group_label, people_told
from plekberaad_app.features.report.views import (
    CountLine,
    NextStepLine,
    NoteLine,
    ReportView,
    RoundCard,
    StepView,
    TableRow,
)
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import long_date


def view_of(report: Report) -> ReportView:
    """Put a report in words."""
    room = report.live_session
    held_on = room.started_at or room.starts_at
    columns, rows = idea_table(report)
    return ReportView(
        status="full" if report.steps else "empty",
        message=text(f"report.empty.{_stage(room.status)}"),
        code=room.code,
        title=room.title,
        place=room.place,
        question=room.question,
        date=long_date(held_on) if held_on else "",
        remark="" if room.status is Status.CLOSED else text("report.running"),
        facts=_facts(report),
        next_steps=[_next_step(r) for r in report.rounds if r.next_step and r.next_step.what],
        steps=[_step(step) for step in report.steps],
        idea_columns=columns,
        idea_rows=rows,
        kinds=cell_lines(report.presence.kinds, "kind"),
        habits=cell_lines(report.presence.habits, "habit"),
        share=_share(report.presence),
    )


def idea_table(report: Report) -> tuple[list[str], list[TableRow]]:
    """Ideas per phase (columns) and table (rows), with their sums unless those say the same.

    Ideas are no people: each stands in the report with its table, so small counts may be told.
    """
    counts = Counter(
        (found.table, _phase_title(step, idea))
        for step in report.steps
        for found in step.rounds
        for idea in found.ideas
    )
    phases = _phases(report)
    tables = sorted({found.table for found in report.rounds})
    rows = [
        _table_row(table_label(table), [counts[table, phase] for phase in phases])
        for table in tables
    ]
    totals = [sum(counts[table, phase] for table in tables) for phase in phases]
    if rows:
        rows.append(_table_row(text("report.figure.total"), totals))
    return phases if len(phases) == 1 else [*phases, text("report.figure.total")], rows


def cell_lines(cells: Iterable[Cell], scale: str) -> list[CountLine]:
    """Cells of people as lines; several labels in one cell are joined by 'of'."""
    return [CountLine(group_label(cell, scale), str(cell.count)) for cell in cells]


def table_label(table: int) -> str:
    """Such as 'Tafel 3'."""
    return text("report.table", table=table)


def _stage(status: Status) -> str:
    stages = {Status.LOBBY: "before", Status.RUNNING: "running", Status.CLOSED: "closed"}
    return stages[status]


def _facts(report: Report) -> list[CountLine]:
    rounds = report.rounds
    numbers = {
        "people": people_told(report.presence.people),
        "tables": len({found.table for found in rounds}),
        "ideas": len(report.ideas),
        "marked": sum(len(found.marked) for found in rounds),
        "next_steps": sum(bool(found.next_step and found.next_step.what) for found in rounds),
    }
    return [CountLine(text(f"report.fact.{name}"), str(count)) for name, count in numbers.items()]


def _step(step: StepReport) -> StepView:
    return StepView(
        title=step.title,
        question=step.question,
        rounds=[_round(found) for found in step.rounds],
        choices=[CountLine(label, str(count)) for label, count in step.choices],
    )


def _round(found: RoundReport) -> RoundCard:
    others = [idea for idea in found.ideas if not idea.is_marked]
    key = "report.other_ideas" if found.marked else "report.ideas"
    return RoundCard(
        round_label=text("report.round", round=found.round),
        table=found.table,
        table_label=table_label(found.table),
        challenge=found.challenge or text("report.no_challenge"),
        owner=_owner(found),
        marked=[_note(idea) for idea in found.marked],
        others=[_note(idea) for idea in others],
        others_label=text(key, count=len(others)) if found.ideas else text("report.no_ideas"),
        questions=[_question(question) for question in found.questions],
        next_step=_next_step(found),
    )


def _owner(found: RoundReport) -> str:
    return text("report.owner", name=found.owner) if found.owner else ""


def _note(idea: IdeaLine) -> NoteLine:
    answer = text("report.answer", answer=idea.answer) if idea.answer else ""
    return NoteLine(idea.text, answer)


def _question(question: IdeaLine) -> NoteLine:
    return NoteLine(question.text, text("report.question.open") if question.is_open else "")


def _next_step(found: RoundReport) -> NextStepLine:
    step = found.next_step or NextStep()
    return NextStepLine(
        what=step.what,
        who=step.who,
        when=step.when,
        remark="" if step.what else _remark(found),
        table=found.table,
        table_label=table_label(found.table),
        challenge=found.challenge,
        owner=_owner(found),
    )


def _remark(found: RoundReport) -> str:
    return text("report.next_step.not_yet" if found.next_step else "report.next_step.open")


def _phase_title(step: StepReport, idea: IdeaLine) -> str:
    return text(f"{step.kind}.phase.{idea.phase}")


def _phases(report: Report) -> list[str]:
    """The phases in which ideas were written, in the order of the evening."""
    first: dict[str, datetime] = {}
    for step in report.steps:
        for idea in (idea for found in step.rounds for idea in found.ideas):
            phase = _phase_title(step, idea)
            first[phase] = min(first.get(phase, idea.written_at), idea.written_at)
    return sorted(first, key=lambda phase: first[phase])


def _table_row(label: str, counts: list[int]) -> TableRow:
    shown = counts if len(counts) == 1 else [*counts, sum(counts)]
    return TableRow(label, [str(count) for count in shown])


def _share(presence: Presence) -> str:
    """The share of newcomers among those who answered, and the goal as far as that is certain."""
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
