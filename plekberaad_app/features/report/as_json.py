"""The report as JSON, for other programs.

Rounds, ideas and votes have keys of their own; all other blocks are written out with their type.
"""

from dataclasses import asdict
from typing import Any

from plekberaad_app.activities.contract.report import (
    Counts,
    Heading,
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
from plekberaad_app.features.report.model import Report, StepReport
from plekberaad_app.platform.cells import json_file

Record = dict[str, Any]


def report_json(report: Report) -> bytes:
    """The whole report. Times are in UTC, and the names of owners are left out."""
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
        "steps": [_step(step) for step in report.steps],
    }
    return json_file(content)


def _step(step: StepReport) -> Record:
    loose = [block for block in step.blocks if not isinstance(block, Section)]
    votes = [block for block in loose if isinstance(block, Counts) and block.of == "dots"]
    return {
        "title": step.title,
        "kind": step.kind,
        "minutes": step.minutes,
        "question": next((vote.question for vote in votes), ""),
        "rounds": [_round(found) for found in step.rounds],
        "choices": [
            {"label": said(label), "dots": count} for vote in votes for label, count in vote.rows
        ],
        "blocks": [_block(block) for block in loose if block not in votes],
    }


def _round(found: Section) -> Record:
    return {
        "round": found.round,
        "table": found.table,
        "challenge": found.about,
        "next_step": asdict(found.next_step) if found.next_step else None,
        "questions": [_question(question) for question in found.questions],
        "ideas": [_idea(idea) for idea in found.ideas],
        "blocks": [_block(block) for block in found.blocks if not _is_told(found, block)],
    }


def _is_told(found: Section, block: Part) -> bool:
    """Whether `_round` writes this block under a key of its own; it has a key for one next step."""
    return isinstance(block, Quotes) or (
        isinstance(block, NextSteps) and len(found.next_steps) <= 1
    )


def _block(block: Part) -> Record:
    match block:
        case Heading(words):
            return {"type": "heading", "text": said(words)}
        case Paragraph(words):
            return {"type": "paragraph", "text": said(words)}
        case Quotes():
            return {"type": "quotes", "title": said(block.title), **_quotes(block)}
        case Table():
            columns = [said(column) for column in block.columns]
            titled = {"type": "table", "title": said(block.title), "columns": columns}
            rows = [[in_cell(cell) for cell in row] for row in block.rows]
            return titled | {"rows": rows}
        case Counts():
            rows = [{"label": said(label), "count": count} for label, count in block.rows]
            return {"type": "counts", "of": block.of, "question": block.question, "rows": rows}
        case NextSteps():
            return {"type": "next_steps", "next_steps": [asdict(step) for step in block.steps]}


def _quotes(block: Quotes) -> Record:
    if block.kind == "question":
        return {"questions": [_question(quote) for quote in block.quotes]}
    return {"ideas": [_idea(quote) for quote in block.quotes]}


def _idea(idea: Quote) -> Record:
    return {
        "text": said(idea.words),
        "phase": idea.phase,
        "table": idea.table,
        "written_at": idea.written_at.isoformat(timespec="minutes"),
        "marked": idea.is_marked,
        "answer": idea.answer,
        "hidden": idea.is_hidden,
    }


def _question(question: Quote) -> Record:
    return {
        "text": said(question.words),
        "answered": not question.is_open,
        "hidden": question.is_hidden,
    }
