"""The report of an evening of any library, for whoever runs the program."""

from datetime import UTC, datetime

from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.permissions import operator_for


def report_of(code: str, *, with_hidden: bool = False) -> Report:
    """What the report of an evening holds; raises BadInput, NotFound."""
    return report(operator_for(code), code, datetime.now(UTC), with_hidden=with_hidden)
