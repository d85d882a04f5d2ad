"""What a host does in a step for the people at their table: type for them, and put it right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Act, Actor
from plekberaad_app.activities.contract.acts import ForPerson, ForTable, FromPaper, OnOwn
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.database import evenings, live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.permissions import Helper, require_helper, require_open
from plekberaad_app.room.acts import ActRequest, apply_act, on_behalf_of, step_of
from plekberaad_app.room.at_tables import require_table
from plekberaad_app.room.table_seats import people_at


def act_at_table(host: Helper, request: ActRequest, now: datetime) -> None:
    """Do what the screen of a table asks, for that table or for somebody there without a phone.

    A host writes, and does what is for a person without a phone. Safe to repeat. Raises NotAllowed:
    not_your_link, not_your_table, not_for_a_table, and what an activity refuses; NotFound.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, host.live_session_id)
        require_helper(host, Action.ADD, Resource.CONTRIBUTION_OF_TABLE)
        require_open(live_session)
        evening = evenings.around(db, live_session)
        table = require_table(evening, host)
        asked = replace(request, payload=_for_table(evening, request, table))

        def actor_for(act: Act) -> Actor:
            _require_own(act, evening, table, now)
            return on_behalf_of(act, evening, request.step_id)

        apply_act(db, evening, asked, actor_for, now)


def _for_table(evening: Evening, request: ActRequest, table: int) -> Mapping[str, Any]:
    """What a phone's panel sends, for the table where it names nobody."""
    rule = activity_of(step_of(evening, request.step_id).kind).acts.get(request.name)
    if rule is None:
        raise NotAllowed("act_unknown")
    if issubclass(rule.act, OnOwn):
        return {**request.payload, "behalf": "author"}
    if request.payload.get("person") and issubclass(rule.act, ForPerson):
        return request.payload
    if issubclass(rule.act, FromPaper):
        return {**request.payload, "table": table, "behalf": "table"}
    raise NotAllowed("not_for_a_table")


def _require_own(act: Act, evening: Evening, table: int, now: datetime) -> None:
    """Nobody and nothing of another table, and nobody who has a phone to do it with."""
    if isinstance(act, ForTable) and act.table not in (None, table):
        raise NotAllowed("not_your_table")
    if isinstance(act, ForPerson) and act.person is not None:
        at_table = {person.number: person for person in people_at(evening, table, now)}
        person = at_table.get(act.person)
        if person is None:
            raise NotAllowed("not_your_table")
        if person.has_phone:
            raise NotAllowed("has_own_phone")
    note = evening.board.get(getattr(act, "id", ""))
    if note is not None and note.table not in (None, table):
        raise NotAllowed("not_your_table")
