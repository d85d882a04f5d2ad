"""Steering the evening: one tap of a facilitator, or the clock, moves the whole room."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from plekberaad_app.activities.contract.capabilities import PlansGroups
from plekberaad_app.activities.contract.stage import (
    blocking,
    obstacle_here,
    plan_of,
    running,
    timeline_of,
)
from plekberaad_app.core import steering as rules
from plekberaad_app.core.errors import BadInput, DomainError, NotFound, StaleCommand
from plekberaad_app.core.evening import Evening, LiveSession, Status, is_due
from plekberaad_app.core.programme import Step, Timeline, with_step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.steering import ReturnPoint
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import contributions, evenings, live_sessions, programmes
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import (
    Facilitator,
    Helper,
    require_facilitator,
    require_helper,
    require_open,
)
from plekberaad_app.room.closing import wipe

A_MINUTE = timedelta(minutes=1)
_TAKEN_BACK = frozenset({"next", "skip", "skip_next"})

Command = Callable[[Evening, Timeline, datetime], LiveSession]


@audited("command")
def steer(
    facilitator: Facilitator, live_session_id: str, command: str, made_on: int, now: datetime
) -> ReturnPoint | None:
    """Carry out a steering command that was made on steering version `made_on`.

    Going on and skipping can be taken back: the return value is for `stand_again`.

    Raises StaleCommand (with `who` and `what`) if somebody steered in between, BadInput for an
    unknown command, NotAllowed for another library or a closed evening (closing deletes what is
    known about its people, so it cannot be undone), or the reason why the room cannot go on.
    """
    there = _steer(facilitator, live_session_id, command, _command(command), made_on, now)
    return there if command in _TAKEN_BACK else None


@audited()
def stand_again(
    facilitator: Facilitator, live_session_id: str, there: ReturnPoint, now: datetime
) -> None:
    """Go back to where the room was before it went on or skipped a step, with the time it had left.

    Raises what `steer` raises, StaleCommand also if the room was steered since.
    """

    def command(evening: Evening, timeline: Timeline, moment: datetime) -> LiveSession:
        return rules.stand_again(evening.live_session, there, timeline, moment)

    _steer(facilitator, live_session_id, "stand_again", command, there.left_on, now)


@audited("table", "on")
def unlock(
    facilitator: Facilitator,
    live_session_id: str,
    table: int,
    on: bool,
    made_on: int,
    now: datetime,
) -> None:
    """Let one table leave the room's clock, to go on with this phase; or let it rejoin the room.

    Raises what `steer` raises; NotFound('table_gone'), and DomainError('no_tables_now') in a step
    that does not seat people.
    """

    name = "unlock" if on else "rejoin"
    _steer(facilitator, live_session_id, name, _unlocking(table, on), made_on, now)


def take_time(host: Helper, on: bool, made_on: int, now: datetime) -> None:
    """The host of a table lets it go on with this phase, or rejoin; raises what `unlock` raises,
    and NotAllowed('not_your_link')."""
    by = host.name or text("live.steered_by.table", table=host.table or 0)
    with transaction() as db:
        live_session = live_sessions.change(db, host.live_session_id)
        require_helper(host, Action.CHANGE, Resource.TABLE_TIME)
        name = "unlock" if on else "rejoin"
        command = _unlocking(host.table or 0, on)
        _carry_out(db, live_session, command, by=by, what=name, made_on=made_on, now=now)


def _unlocking(table: int, on: bool) -> Command:
    def command(evening: Evening, _timeline: Timeline, moment: datetime) -> LiveSession:
        if not on:
            return rules.rejoin(evening.live_session, table)
        if evening.step and not _stays_at_tables(evening, moment):
            raise DomainError("no_tables_now")
        return rules.unlock(evening.live_session, table)

    return command


@audited("step_id")
def reopen(
    facilitator: Facilitator, live_session_id: str, step_id: str, made_on: int, now: datetime
) -> None:
    """Go back to the start of a step that is over; everything contributed there stays.

    Raises what `steer` raises, NotFound('step_gone') and DomainError('not_over_yet').
    """

    def command(evening: Evening, timeline: Timeline, moment: datetime) -> LiveSession:
        ids = [step.id for step in evening.steps]
        if step_id not in ids:
            raise NotFound("step_gone")
        return rules.reopen(evening.live_session, ids.index(step_id), timeline, moment)

    _steer(facilitator, live_session_id, "reopen", command, made_on, now)


def _stays_at_tables(evening: Evening, now: datetime) -> bool:
    """Whether nobody has to be at another table for what their own does now."""
    activity, scene = running(evening, now) or (None, None)
    if scene is None or not isinstance(activity, PlansGroups):
        return False
    grouping = activity.grouping(scene.step, scene.stop) if scene.stop else None
    return grouping is None or not grouping.across


def _steer(
    facilitator: Facilitator,
    live_session_id: str,
    name: str,
    command: Command,
    made_on: int,
    now: datetime,
) -> ReturnPoint | None:
    """Returns where the room was before; None once the evening is closed, which is final."""
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.CLOCK)
        by = facilitator.name
        steered = _carry_out(db, live_session, command, by=by, what=name, made_on=made_on, now=now)
        return rules.standing(live_session, now) if steered.is_open else None


def _carry_out(
    db: Transaction,
    live_session: LiveSession,
    command: Command,
    *,
    by: str,
    what: str,
    made_on: int,
    now: datetime,
) -> LiveSession:
    """Where the room is now; whoever asks has been checked."""
    if live_session.steering != made_on:
        raise _stale(by, live_session)
    require_open(live_session)
    evening = evenings.around(db, live_session)
    steered = command(evening, timeline_of(evening.steps), now)
    _keep(db, evening, steered, by=by, what=what, now=now)
    return steered


def _stale(by: str, live_session: LiveSession) -> StaleCommand:
    """Who was first: the clock, somebody else, or the same person a moment before."""
    who, what = live_session.steered_by, live_session.steered_what
    return StaleCommand("stale_own" if who and who == by else "", who=who, what=what)


def steer_if_due(live_session_id: str, now: datetime) -> bool:
    """Go on by the clock if the running stop is over and nothing stops the room.

    Whichever process comes first does it; the others find that the clock has already moved.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        evening = evenings.around(db, live_session)
        timeline = timeline_of(evening.steps)
        held = obstacle_here(evening, now)
        if not is_due(live_session, timeline, now) or (held and held.is_blocking):
            db.abandon()
            return False
        moved = rules.move_on(live_session, timeline, now)
        _keep(db, evening, moved, by="", what="auto", now=now)
        return True


def _next(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    if reason := blocking(evening, now):
        raise reason.refusal
    return rules.move_on(evening.live_session, timeline, now)


def _skip(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    return rules.skip_step(evening.live_session, timeline, now)


def _skip_next(evening: Evening, timeline: Timeline, now: datetime) -> LiveSession:
    return rules.skip_next(evening.live_session, timeline, now)


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
    "skip_next": _skip_next,
    "repeat": _repeat,
    "pause": lambda evening, _, now: rules.pause(evening.live_session, now),
    "resume": lambda evening, _, now: rules.resume(evening.live_session, now),
    "more_time": lambda evening, _, now: rules.extend(evening.live_session, A_MINUTE, now),
    "less_time": lambda evening, _, now: rules.shorten(evening.live_session, A_MINUTE, now),
    "close": lambda evening, _, now: rules.close(evening.live_session, now),
    "auto_on": _switch(is_automatic=True),
    "auto_off": _switch(is_automatic=False),
    "approve_on": _switch(approves_first=True),
    "approve_off": _switch(approves_first=False),
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
    is_cast_new = _decide_plans(db, before, steered, now)
    if steered.status is Status.CLOSED:
        wipe(db, before, now)
        is_cast_new = True
    if is_cast_new:
        live_sessions.change_cast(db, steered.id)
    else:
        db.changes.news[steered.id] = CommittedChange(steered)


def _decide_plans(db: Transaction, before: Evening, steered: LiveSession, now: datetime) -> bool:
    """A step that begins decides once who sits where, or what can be chosen, and a stop that makes
    pairs who is with whom; returns whether anything was decided.

    Going back and forth does not change that, unless the step is left backwards before anybody
    contributed to it: somebody who began too early can put everything right first.
    """
    steps = tuple(_undecided(db, before, steered, step) for step in before.steps)
    evening = replace(before, live_session=steered, steps=steps)
    if step := evening.step:
        steps = with_step(steps, replace(step, plan=plan_of(evening, step, now)))
    if steps == before.steps:
        return False
    programmes.replace_steps(db, steered.id, steps)
    return True


def _undecided(db: Transaction, before: Evening, steered: LiveSession, step: Step) -> Step:
    """The step, without its plan if the room left it backwards and nobody has contributed yet."""
    left = before.step is not None and step.id == before.step.id
    if not (left and step.plan and _goes_back(before.live_session, steered)):
        return step
    if contributions.has_any(db, steered.id, step.id):
        return step
    return replace(step, plan={})


def _goes_back(here: LiveSession, there: LiveSession) -> bool:
    """Whether the room is now before the step it came from."""
    if there.position is None:
        return there.status is Status.LOBBY
    return here.position is not None and there.position.step < here.position.step
