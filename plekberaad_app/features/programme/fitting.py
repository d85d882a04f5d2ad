"""Making a programme fill the minutes of its evening, as long as that has not begun."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.features.templates import refilled
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.programme_writing import Steps, apply_edit, editing
from plekberaad_app.room.stretching import minutes_of, stretched

# A carousel of seven rounds cannot take every number of minutes to the second.
_TRIES = 3


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
    minutes = live_session.minutes_available
    if minutes is None or live_session.status is not Status.LOBBY:
        return None
    found = refilled(steps, minutes) or _in_proportion(steps, minutes)
    return None if found == steps else found


def _in_proportion(steps: Steps, minutes: int) -> Steps | None:
    """Every step as much longer or shorter as all of them; None where one cannot be."""
    if not steps or _left(steps, minutes) == 0:
        return None
    for asked in range(minutes, minutes - _TRIES, -1):
        try:
            found = _lasting(steps, _shares(steps, asked))
        except BadInput:
            return None
        if _left(found, minutes) >= 0:
            return found
    return None


def _shares(steps: Steps, minutes: int) -> Sequence[int]:
    """Whole minutes that add up, in the proportions of now."""
    now = [minutes_of(step) for step in steps]
    until = (round(passed * minutes / sum(now)) for passed in accumulate(now, initial=0))
    return [after - before for before, after in pairwise(until)]


def _lasting(steps: Steps, minutes: Sequence[int]) -> Steps:
    return tuple(
        replace(step, options=stretched(step, each))
        for step, each in zip(steps, minutes, strict=True)
    )


def _left(steps: Steps, minutes: int) -> int:
    return minutes_left(timeline_of(steps), minutes)
