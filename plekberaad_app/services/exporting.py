"""The report as a file: a table of ideas for a spreadsheet, and everything as JSON."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from io import StringIO
from typing import Any

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.i18n.dates import local_time
from plekberaad_app.services.reported import IdeaLine, Report, RoundReport, StepReport

# A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection), also
# after a space and in the wide forms of East Asian keyboards.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

COLUMNS = (
    "evening",
    "step",
    "round",
    "table",
    "challenge",
    "phase",
    "written",
    "text",
    "marked",
    "answer",
)


def ideas_csv(report: Report) -> bytes:
    """One line per idea, as spreadsheets in Dutch read it: `;`, UTF-8 with BOM, CR LF.

    In a report with hidden ideas a last column says which they are.
    """
    columns = (*COLUMNS, "hidden") if report.has_hidden else COLUMNS
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([text(f"report.column.{column}") for column in columns])
    for row in _rows(report):
        writer.writerow([defused(row[column]) for column in columns])
    return file.getvalue().encode("utf-8-sig")


def report_json(report: Report) -> bytes:
    """The whole report for other programs; times in UTC, no names of owners."""
    room = report.live_session
    content = {
        "live_session": {
            "code": room.code,
            "title": room.title,
            "place": room.place,
            "question": room.question,
            "started_at": room.started_at.isoformat() if room.started_at else None,
            "closed_at": room.closed_at.isoformat() if room.closed_at else None,
        },
        "people": report.presence.people,
        "kinds": [asdict(cell) for cell in report.presence.kinds],
        "steps": [_step_record(step) for step in report.steps],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def defused(value: str | int) -> str | int:
    """A cell that no spreadsheet runs: text that begins like a formula gets a ' in front."""
    if isinstance(value, str) and (value.lstrip(" ") or value).startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _rows(report: Report) -> Iterator[Mapping[str, str | int]]:
    for step in report.steps:
        for found in step.rounds:
            for idea in found.ideas:
                yield _row(report, step, found, idea)


def _row(
    report: Report, step: StepReport, found: RoundReport, idea: IdeaLine
) -> Mapping[str, str | int]:
    return {
        "evening": report.live_session.title,
        "step": step.title,
        "round": found.round,
        "table": idea.table,
        "challenge": found.challenge,
        "phase": text(f"{step.kind}.phase.{idea.phase}"),
        "written": f"{local_time(idea.written_at):%Y-%m-%d %H:%M:%S}",
        "text": idea.text,
        "marked": _yes_or_no(idea.is_marked),
        "answer": idea.answer,
        "hidden": _yes_or_no(idea.is_hidden),
    }


def _yes_or_no(value: bool) -> str:
    return text("report.yes") if value else text("report.no")


def _step_record(step: StepReport) -> dict[str, Any]:
    return {
        "title": step.title,
        "kind": step.kind,
        "rounds": [_round_record(found) for found in step.rounds],
        "choices": [{"label": label, "dots": count} for label, count in step.choices],
    }


def _round_record(found: RoundReport) -> dict[str, Any]:
    return {
        "round": found.round,
        "table": found.table,
        "challenge": found.challenge,
        "next_step": asdict(found.next_step) if found.next_step else None,
        "questions": [
            {"text": question.text, "hidden": question.is_hidden} for question in found.questions
        ],
        "ideas": [_idea_record(idea) for idea in found.ideas],
    }


def _idea_record(idea: IdeaLine) -> dict[str, Any]:
    return {
        "text": idea.text,
        "phase": idea.phase,
        "table": idea.table,
        "written_at": idea.written_at.isoformat(),
        "marked": idea.is_marked,
        "answer": idea.answer,
        "hidden": idea.is_hidden,
    }
