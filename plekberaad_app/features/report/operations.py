"""The report of any evening of any library, for the operator of the program."""

from datetime import UTC, datetime

from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.permissions import operator_for


def report_of(code: str, *, with_hidden: bool = False) -> Report:
    """The report of the evening with this code; raises BadInput, NotFound."""
    return report(operator_for(code), code, datetime.now(UTC), with_hidden=with_hidden)
