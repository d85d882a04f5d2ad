"""Who is with whom in a step that makes pairs or trios, when people come or go, or are moved."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.activities.contract.groups import with_moved
from plekberaad_app.activities.contract.stage import running, with_everybody_placed
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import evenings, live_sessions, programmes
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator, require_open


def place_everybody(db: Transaction, live_session: LiveSession, now: datetime) -> None:
    """Somebody came, left or was erased, in this transaction, which changes the cast."""
    place_in(db, evenings.around(db, live_session), now)


def place_in(db: Transaction, evening: Evening, now: datetime) -> tuple[Step, ...]:
    """The programme of this evening once everybody is in a group; stored if it changes.

    The same object if nothing does.
    """
    steps = with_everybody_placed(evening, now)
    if steps is not evening.steps:
        _keep_changed(db, evening.steps, steps)
    return steps


@audited("number", "group")
def move_to_group(
    facilitator: Facilitator, live_session_id: str, number: int, group: int, now: datetime
) -> None:
    """Move one person to a group that is there now, or with 0 to a new one; nobody else moves.

    Raises NotFound ('person_gone', 'group_gone') and NotAllowed ('no_groups_now').
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.SEATS)
        require_open(live_session)
        evening = evenings.around(db, live_session)
        person = evening.person(number)
        if person is None or person.has_left:
            raise NotFound("person_gone")
        here = running(evening, now)
        if here is None:
            raise NotAllowed("no_groups_now")
        plan = with_moved(here[1], person, group)
        programmes.keep_plan(db, replace(here[1].step, plan=plan))


def _keep_changed(db: Transaction, before: tuple[Step, ...], after: tuple[Step, ...]) -> None:
    for old, new in zip(before, after, strict=True):
        if new is not old:
            programmes.keep_plan(db, new)
