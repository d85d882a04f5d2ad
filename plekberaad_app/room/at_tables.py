"""What people say for their table: that it needs help or is ready, and whose turn it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.at_tables import AtTables
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import evenings, live_sessions
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import (
    Facilitator,
    Helper,
    Visitor,
    require_facilitator,
    require_helper,
    require_open,
    require_person,
)
from plekberaad_app.room.readiness import stop_name
from plekberaad_app.room.table_seats import numbers_at

AtTable = Visitor | Helper
"""Who may speak for a table: a phone at it, or whoever has its link."""
Right = tuple[Action, Resource]
Change = Callable[[Evening, int], AtTables]


def call_for_help(who: AtTable, now: datetime, *, on: bool) -> None:
    """Somebody's table needs help, or no longer.

    Raises NotAllowed: not_checked_in, not_your_link, no_table_yet, evening_closed; NotFound.
    """

    def change(evening: Evening, table: int) -> AtTables:
        said = evening.live_session.at_tables
        return said.with_call(table) if on else said.without_call(table)

    _say(who, (Action.ADD if on else Action.REMOVE, Resource.HELP), change, now)


def be_ready(who: AtTable, stop: str, now: datetime, *, on: bool) -> None:
    """Somebody's table is ready in the stop of this name, or not after all; too late it says
    nothing.

    Raises what `call_for_help` raises.
    """

    def change(evening: Evening, table: int) -> AtTables:
        said = evening.live_session.at_tables
        is_now = stop == stop_name(evening) != ""
        return said.with_ready(table, is_ready=on) if is_now else said

    _say(who, (Action.CHANGE, Resource.READINESS), change, now)


def pass_the_word(host: Helper, now: datetime) -> None:
    """The next at the table has the turn to speak; raises NotAllowed, NotFound."""

    def change(evening: Evening, table: int) -> AtTables:
        said = evening.live_session.at_tables
        return said.with_next_speaker(table, numbers_at(evening, table, now))

    _say(host, (Action.CHANGE, Resource.SPEAKER), change, now)


@audited("table", "solved")
def answer_call(
    facilitator: Facilitator, live_session_id: str, table: int, *, solved: bool
) -> None:
    """Tell a table that somebody is coming, or that its call was answered.

    Nothing happens if it took its call back. Raises NotFound, NotAllowed('not_your_library').
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.HELP)
        said = live_session.at_tables
        if table in said.calls:
            said = said.without_call(table) if solved else said.with_call(table, is_coming=True)
        _keep(db, live_session, said)


def require_table(evening: Evening, host: Helper) -> int:
    """The table of a host; raises NotFound('table_gone') if the evening has none of that number."""
    if host.table is None or not 1 <= host.table <= evening.live_session.tables:
        raise NotFound("table_gone")
    return host.table


def _say(who: AtTable, right: Right, change: Change, now: datetime) -> None:
    with transaction() as db:
        live_session = live_sessions.change(db, who.live_session_id)
        require_open(live_session)
        evening = evenings.around(db, live_session)
        _keep(db, live_session, change(evening, _table_of(db, who, evening, right, now)))


def _table_of(db: Transaction, who: AtTable, evening: Evening, right: Right, now: datetime) -> int:
    """The table for which they may speak: where they sit now, or the one of their link."""
    if isinstance(who, Helper):
        require_helper(who, *right)
        return require_table(evening, who)
    person = require_person(db, who, *right)
    here = running(evening, now)
    table = here[0].seat(here[1], person)[0] if here else person.table
    if not table:
        raise NotAllowed("no_table_yet")
    return table


def _keep(db: Transaction, live_session: LiveSession, said: AtTables) -> None:
    """Store it, unless it says nothing new: then nobody is told."""
    if said == live_session.at_tables:
        db.abandon()
        return
    told = replace(live_session, at_tables=said)
    live_sessions.save_at_tables(db, told)
    db.changes.news[told.id] = CommittedChange(told)
