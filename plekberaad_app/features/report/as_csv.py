"""The ideas as a file that every spreadsheet opens."""

from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.tables import ideas_table
from plekberaad_app.platform.cells import csv_file


def ideas_csv(report: Report) -> bytes:
    """One line per idea."""
    table = ideas_table(report)
    return csv_file((table.columns, *table.rows))
