"""The state of the report page; the report is read once, when the page opens."""

from datetime import datetime

import reflex as rx
from plotly import graph_objects as go

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.report import figures as report_figures
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.features.report.views import CountLine, ReportView
from plekberaad_app.features.report.words import view_of
from plekberaad_app.platform import logins
from plekberaad_app.platform.addresses import short_address
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.identity import allows, facilitator_token, route_code
from plekberaad_app.room.running import find_patiently


class ReportState(rx.State):
    """Filled for anyone who may steer the evening; the defaults are empty."""

    view: ReportView = ReportView()
    address: str = ""
    ideas_figure: go.Figure = report_figures.empty()
    kinds_figure: go.Figure = report_figures.empty()
    habits_figure: go.Figure = report_figures.empty()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the report to anyone who may steer the evening; tell others why not."""
        self.reset()
        code = route_code(self)
        found = await find_patiently(self, code, _report_for, facilitator_token(self), code, now())
        if found.is_refused:
            self.view = ReportView(status="refused", message=in_words(found.sentence))
            return
        self.view = view_of(found.value)
        self.address = short_address(settings())
        self.ideas_figure = ideas_figure(self.view)
        self.kinds_figure = people_figure(self.view.kinds)
        self.habits_figure = people_figure(self.view.habits)


def ideas_figure(view: ReportView) -> go.Figure:
    """The table of ideas as stacked bars, without the totals."""
    rows = view.idea_rows[:-1]
    phases = view.idea_columns[:-1] or view.idea_columns
    series = {
        phase: [int(row.cells[column]) for row in rows] for column, phase in enumerate(phases)
    }
    return report_figures.stacked_counts([row.label for row in rows], series)


def people_figure(lines: list[CountLine]) -> go.Figure:
    """Groups of people as bars."""
    return report_figures.counts([(line.label, int(line.count)) for line in lines])


def _report_for(token: str, code: str, moment: datetime) -> Report:
    facilitator = logins.who_steers(token, moment)
    if facilitator is None:
        raise NotAllowed("not_logged_in")
    return report(facilitator, code, moment)
