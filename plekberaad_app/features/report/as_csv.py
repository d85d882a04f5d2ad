"""The ideas as a CSV file."""

import csv
from io import StringIO

from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.tables import ideas_table
from plekberaad_app.platform.cells import defused, legible


def ideas_csv(report: Report) -> bytes:
    """One line per idea, as Excel in Dutch reads it: `;` between fields, UTF-8 with BOM, CRLF."""
    table = ideas_table(report)
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow([defused(legible(cell)) for cell in row])
    return file.getvalue().encode("utf-8-sig")
