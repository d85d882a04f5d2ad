"""Making a programme fill the minutes of its evening, as long as that has not begun."""

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.features.templates import in_proportion, refilled
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.programme_writing import Steps, apply_edit, editing


def proposal_for(evening: Evening) -> Steps | None:
    """The programme in the minutes there are; None if it fits already, cannot, or has begun."""
    return _fitting(evening.live_session, evening.steps)


@audited()
def refit(facilitator: Facilitator, live_session_id: str) -> None:
    """Make the programme fill the minutes of the evening.

    Raises NotAllowed: programme_fits, also if it cannot be made to, and step_begun.
    """

    def edit(live_session: LiveSession, steps: Steps) -> Steps:
        if live_session.status is not Status.LOBBY:
            raise NotAllowed("step_begun")
        fitting = _fitting(live_session, steps)
        if fitting is None:
            raise NotAllowed("programme_fits")
        return fitting

    with editing(facilitator, live_session_id) as (db, live_session):
        apply_edit(db, facilitator, live_session, edit)


def _fitting(live_session: LiveSession, steps: Steps) -> Steps | None:
    """As its template fills them or, once somebody edited it, with every step in proportion."""
    minutes = live_session.minutes_available
    if minutes is None or live_session.status is not Status.LOBBY:
        return None
    if minutes_left(timeline_of(steps), minutes) == 0:
        return None
    found = refilled(steps, minutes) or in_proportion(steps, minutes)
    return None if found == steps else found
