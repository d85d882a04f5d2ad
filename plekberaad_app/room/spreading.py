"""*Verdeel de rest*: the steps to come change their length, so that the evening ends as planned."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import BadInput, DomainError, StaleCommand
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.core.schedule import planned_start, schedule
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import live_sessions, programmes
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.programme_edits import editing
from plekberaad_app.room.stretching import minutes_of, stretched

Steps = tuple[Step, ...]


@audited()
def spread_rest(
    facilitator: Facilitator, live_session_id: str, made_on: int, now: datetime
) -> datetime:
    """Give the steps that have not begun what is left of the evening; returns when it will end.

    Each keeps its share, in whole minutes. Raises StaleCommand if somebody steered since `made_on`,
    DomainError: not_running, nothing_follows, on_time_already, rest_does_not_fit.
    """
    with editing(facilitator, live_session_id) as (db, live_session):
        if live_session.steering != made_on:
            raise StaleCommand(who=live_session.steered_by, what=live_session.steered_what)
        steps = programmes.steps(db, live_session_id)
        behind = minutes_behind(live_session, steps, now)
        ahead = _ahead(live_session, steps)
        changed = _with_minutes(steps, spread(ahead, sum(map(minutes_of, ahead)) - behind))
        programmes.replace_steps(db, live_session_id, changed)
        spread_now = live_session.spread + _length(steps) - _length(changed)
        kept = replace(live_session, spread=spread_now)
        live_sessions.save(db, kept)
        return now + _left(kept, changed, now)


def spread(ahead: Sequence[Step], minutes: int) -> Mapping[str, int]:
    """So many whole minutes over these steps, by id, each its share and at least one.

    Raises DomainError('nothing_follows'), or 'rest_does_not_fit' for fewer minutes than steps.
    """
    if not ahead:
        raise DomainError("nothing_follows")
    if minutes < len(ahead):
        raise DomainError("rest_does_not_fit")
    total, given = sum(map(minutes_of, ahead)), 0
    shares: dict[str, int] = {}
    for index, step in enumerate(ahead):
        passed = sum(map(minutes_of, ahead[: index + 1]))
        last_that_leaves_one_for_each = minutes - (len(ahead) - index - 1)
        until = min(max(round(minutes * passed / total), given + 1), last_that_leaves_one_for_each)
        shares[step.id], given = until - given, until
    return shares


def minutes_behind(live_session: LiveSession, steps: Steps, now: datetime) -> int:
    """By how many whole minutes the rest has to get shorter; negative when it may get longer.

    Raises DomainError('not_running') or DomainError('on_time_already').
    """
    if live_session.started_at is None or live_session.position is None:
        raise DomainError("not_running")
    begun = planned_start(live_session.starts_at, live_session.started_at)
    planned_end = begun + _length(steps) + live_session.spread
    behind = now + _left(live_session, steps, now) - planned_end
    minutes = ceil(behind / timedelta(minutes=1))
    if not minutes:
        raise DomainError("on_time_already")
    return minutes


def _ahead(live_session: LiveSession, steps: Steps) -> Steps:
    """The steps that have not begun; one that was planned has, even if the room went back."""
    here = live_session.position
    return tuple(step for step in steps[here.step + 1 :] if not step.plan) if here else ()


def _with_minutes(steps: Steps, shares: Mapping[str, int]) -> Steps:
    return tuple(
        replace(step, options=_stretched(step, shares[step.id])) if step.id in shares else step
        for step in steps
    )


def _stretched(step: Step, minutes: int) -> Mapping[str, object]:
    """A step that lasts as long already keeps its seconds."""
    if minutes == minutes_of(step):
        return step.options
    try:
        return stretched(step, minutes)
    except BadInput:
        raise DomainError("rest_does_not_fit") from None


def _length(steps: Steps) -> timedelta:
    timeline = timeline_of(steps)
    return timeline.length_from(timeline.first())


def _left(live_session: LiveSession, steps: Steps, now: datetime) -> timedelta:
    found = schedule(timeline_of(steps), live_session.position, live_session.clock, now, now)
    return found.expected_end - now
