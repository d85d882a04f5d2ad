"""The report as an Excel workbook."""

import re
from collections.abc import Iterator
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.tables import ReportTable, Value, report_tables
from plekberaad_app.platform.cells import legible

# What people wrote must never become a formula, a number or a link. The workbook is made in memory,
# so that no temporary file with it stays on disk.
_ONLY_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_NARROWEST, _WIDEST = 8, 60
# Characters that Excel does not allow in the name of a sheet.
_ILLEGAL = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"
_LONGEST_NAME = 31


def report_xlsx(report: Report) -> bytes:
    """A workbook with a sheet for every table; cells that people wrote are stored as text."""
    file = BytesIO()
    with Workbook(file, _ONLY_TEXT) as book:
        book.set_properties({"title": legible(report.live_session.title)})
        head = book.add_format({"bold": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for name, table in _named(report_tables(report)):
            _write_sheet(book.add_worksheet(name), table, head, body)
    return file.getvalue()


def _named(tables: tuple[ReportTable, ...]) -> Iterator[tuple[str, ReportTable]]:
    """Each table with a name for its sheet that Excel accepts and that is not taken yet."""
    taken = {_RESERVED}
    for table in tables:
        name = _free(_ILLEGAL.sub(" ", legible(table.title)), taken)
        taken.add(name.lower())
        yield name, table


def _free(title: str, taken: set[str]) -> str:
    name, number = _fitting(title, _LONGEST_NAME), 1
    while name.lower() in taken:
        number += 1
        name = f"{_fitting(title, _LONGEST_NAME - 4)} {number}"
    return name


def _fitting(title: str, longest: int) -> str:
    """The title on one line, without a quote at either end, of at most `longest` UTF-16 units."""
    name = " ".join(title.split()).strip("' ")
    while len(name.encode("utf-16-le")) // 2 > longest:
        name = name[:-1]
    return name.strip("' ") or "-"


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
