"""The report as a file: its tables for a spreadsheet, and everything as JSON."""

import csv
from dataclasses import asdict
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plekberaad_app.features.report.model import IdeaLine, Report, RoundReport, StepReport
from plekberaad_app.features.report.tables import ReportTable, Value, ideas_table, report_tables
from plekberaad_app.platform.cells import defused, json_file, legible

# What people wrote is text in a workbook, whatever it looks like; and the workbook is made in
# memory, so that nothing of it stays behind in a temporary file.
_ONLY_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NARROWEST, _WIDEST = 8, 60


def ideas_csv(report: Report) -> bytes:
    """One line per idea, as spreadsheets in Dutch read it: `;`, UTF-8 with BOM, CR LF."""
    table = ideas_table(report)
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow([defused(legible(cell)) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def report_xlsx(report: Report) -> bytes:
    """A workbook with a sheet for every table of the report; what people wrote is text in it."""
    file = BytesIO()
    with Workbook(file, _ONLY_TEXT) as book:
        book.set_properties({"title": legible(report.live_session.title)})
        head = book.add_format({"bold": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for table in report_tables(report):
            _write_sheet(book.add_worksheet(table.title), table, head, body)
    return file.getvalue()


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
    return json_file(content)


def _write_sheet(sheet: Worksheet, table: ReportTable, head: Format, body: Format) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for number, title in enumerate(table.columns):
        column = [row[number] for row in table.rows]
        longest = max(len(str(cell)) for cell in (title, *column))
        sheet.set_column(number, number, min(max(longest + 2, _NARROWEST), _WIDEST))
        sheet.write_string(0, number, legible(title), head)
        for line, cell in enumerate(column, start=1):
            _write_cell(sheet, line, number, cell, body)


def _write_cell(sheet: Worksheet, line: int, number: int, cell: Value, body: Format) -> None:
    if isinstance(cell, int):
        sheet.write_number(line, number, cell, body)
    else:
        sheet.write_string(line, number, legible(cell), body)


def _step_record(step: StepReport) -> dict[str, Any]:
    return {
        "title": step.title,
        "kind": step.kind,
        "question": step.question,
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
            {
                "text": question.text,
                "answered": not question.is_open,
                "hidden": question.is_hidden,
            }
            for question in found.questions
        ],
        "ideas": [_idea_record(idea) for idea in found.ideas],
    }


def _idea_record(idea: IdeaLine) -> dict[str, Any]:
    return {
        "text": idea.text,
        "phase": idea.phase,
        "table": idea.table,
        "written_at": idea.written_at.isoformat(timespec="minutes"),
        "marked": idea.is_marked,
        "answer": idea.answer,
        "hidden": idea.is_hidden,
    }
