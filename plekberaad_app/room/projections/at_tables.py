"""What the tables say of themselves, as their own screens and the tablet show it."""

from datetime import datetime

from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.evening import Evening
from plekberaad_app.room.projections.common import sitting
from plekberaad_app.room.readiness import stop_name
from plekberaad_app.room.views.common import TableView
from plekberaad_app.room.views.tablet import AtTablesView, CallCard


def at_table(evening: Evening, table: int | None, now: datetime) -> TableView:
    """What one table says of itself; nothing for whoever sits at none."""
    if not table:
        return TableView()
    said = evening.at_tables
    call = ("coming" if said.calls[table] else "asked") if table in said.calls else ""
    is_here = table not in evening.live_session.unlocked
    stop = stop_name(evening) if is_here and can_be_ready(evening, now) else ""
    return TableView(call, table in said.ready, stop)


def at_tables(evening: Evening, now: datetime) -> AtTablesView:
    """What all tables say, for the facilitator."""
    said = evening.at_tables
    seated = [table for table, people in sitting(evening, now).items() if people]
    return AtTablesView(
        calls=[CallCard(table, is_coming) for table, is_coming in sorted(said.calls.items())],
        ready=sorted(said.ready.intersection(seated)),
        seated=len(seated),
        can_be_ready=bool(seated) and can_be_ready(evening, now),
    )


def can_be_ready(evening: Evening, now: datetime) -> bool:
    """Whether people have something to finish in the stop that runs."""
    here = running(evening, now)
    return bool(here and here[1].stop and here[1].stop.hurries)
