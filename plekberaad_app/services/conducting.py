"""Steering the evening: one tap of a facilitator, or the clock, moves the whole room."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from plekberaad_app.activities.registry import activity_of
from plekberaad_app.activities.stage import obstacle, obstacle_here, scene_of, timeline_of
from plekberaad_app.domain import evening as rules
from plekberaad_app.domain.errors import BadInput, StaleCommand
from plekberaad_app.domain.evening import Evening, LiveSession, Status
from plekberaad_app.domain.programme import Step, Timeline
from plekberaad_app.services.closing import wipe_answers
from plekberaad_app.services.permission import Driver, require_driver
from plekberaad_app.store import evenings, live_sessions
from plekberaad_app.store.database import Transaction, transaction

MORE_TIME = timedelta(minutes=1)

Command = Callable[[Evening, Timeline, datetime], LiveSession]


def steer(driver: Driver, live_session_id: str, command: str, made_on: int, now: datetime) -> None:
    """Carry out a steering command that was made on steering version `made_on`.

    Raises StaleCommand (with `who` and `what`) when somebody steered in between, BadInput for an
    unknown command, NotAllowed for another library, or the reason why the room cannot go on.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_driver(driver, live_session)
        if live_session.steering != made_on:
            raise StaleCommand(who=live_session.steered_by, what=live_session.steered_what)
        evening = evenings.around(db, live_session)
        steered = _command(command)(evening, timeline_of(evening.steps), now)
        _keep(db, evening, steered, by=driver.name, what=command, now=now)


def advance_if_due(live_session_id: str, now: datetime) -> bool:
    """Go on by the clock if the running stop is over and nothing stands in the way.

    Whichever process comes first does it; the others find the clock already moved.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        evening = evenings.around(db, live_session)
        timeline = timeline_of(evening.steps)
        if not rules.is_due(live_session, timeline, now) or obstacle_here(evening, now):
            db.rollback()
            db.changes.versions.clear()
            return False
        advanced = rules.advance(live_session, timeline, now)
        _keep(db, evening, advanced, by="", what="auto", now=now)
        return True


def _next(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    if reason := obstacle(evening, now):
        raise reason
    return rules.advance(evening.live_session, timeline, now)


def _skip(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    return rules.skip_step(evening.live_session, timeline, now)


def _back(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    return rules.go_back(evening.live_session, timeline, now)


def _repeat(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    return rules.repeat(evening.live_session, timeline, now)


def _switch(**values: bool) -> Command:
    return lambda evening, _timeline, _now: replace(evening.live_session, **values)


COMMANDS: Mapping[str, Command] = {
    "next": _next,
    "back": _back,
    "skip": _skip,
    "repeat": _repeat,
    "pause": lambda evening, _, now: rules.pause(evening.live_session, now),
    "resume": lambda evening, _, now: rules.resume(evening.live_session, now),
    "more_time": lambda evening, _, now: rules.extend(evening.live_session, MORE_TIME, now),
    "close": lambda evening, _, now: rules.close(evening.live_session, now),
    "auto_on": _switch(is_automatic=True),
    "auto_off": _switch(is_automatic=False),
    "sound_on": _switch(has_sound=True),
    "sound_off": _switch(has_sound=False),
}


def _command(name: str) -> Command:
    if name not in COMMANDS:
        raise BadInput("command_unknown")
    return COMMANDS[name]


def _keep(
    db: Transaction, before: Evening, steered: LiveSession, *, by: str, what: str, now: datetime
) -> None:
    steered = replace(
        steered,
        steering=before.live_session.steering + 1,
        steered_by=by,
        steered_what=what,
    )
    live_sessions.save(db, steered)
    _decide_plan(db, replace(before, live_session=steered), now)
    if steered.status is Status.CLOSED:
        wipe_answers(db, before)


def _decide_plan(db: Transaction, evening: Evening, now: datetime) -> None:
    """A step that begins decides once who sits where; going back and forth does not change it."""
    step = evening.step
    if step is None or step.plan:
        return
    plan = activity_of(step.kind).plan(scene_of(evening, step, now))
    if plan:
        _store_plan(db, evening, live_sessions.with_plan(step, plan))


def _store_plan(db: Transaction, evening: Evening, step: Step) -> None:
    programme = live_sessions.with_step(evening.steps, step)
    live_sessions.replace_steps(db, evening.live_session.id, programme)
