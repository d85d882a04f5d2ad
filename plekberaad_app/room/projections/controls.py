"""The tablet's controls: what the big button will do, how the time stands, the programme."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import running, timeline_of
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.people import still_here
from plekberaad_app.core.programme import Position, Step, Stop, Timeline
from plekberaad_app.core.schedule import Schedule, planned_start, schedule, start_times
from plekberaad_app.core.seating import propose_tables
from plekberaad_app.live.projections import Values
from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.platform.i18n.dates import clock_time
from plekberaad_app.room.projections.common import lit_note, shown_clock
from plekberaad_app.room.projections.obstacle import in_the_way
from plekberaad_app.room.views.tablet import ControlsView, SourceCard, StepCard


def controls(evening: Evening, now: datetime) -> ControlsView:
    """What the buttons need to know."""
    live_session = evening.live_session
    timeline = timeline_of(evening.steps)
    lit = lit_note(evening, now)
    return ControlsView(
        steering=live_session.steering,
        next_title=_next_title(evening, timeline),
        next_label=_next_label(evening, timeline),
        is_last=evening.step is not None and _ahead(evening, timeline) is None,
        is_last_step=_is_last_step(evening, timeline),
        obstacle=in_the_way(evening, now),
        auto=live_session.is_automatic,
        sound=live_session.has_sound,
        has_clock=shown_clock(evening, now) is not None,
        is_paused=bool(live_session.clock and live_session.clock.is_paused),
        can_go_back=live_session.position is not None,
        wall_table=live_session.screen.wall_table,
        message_table=live_session.message_table,
        approves_first=live_session.approves_first,
        spotlight=lit.id if lit else "",
        spotlight_text=lit.text if lit else "",
        screen=live_session.screen.mode,
        seating=_proposal(evening),
        proposed_tables=_proposed_tables(evening),
        unlocked=_unlocked(evening, timeline),
        **_times(evening, timeline, now),
    )


def programme(evening: Evening, now: datetime) -> list[StepCard]:
    """The steps with their minutes and the clock times they start at, as currently expected."""
    timeline = timeline_of(evening.steps)
    begun = evening.live_session.started_at or evening.live_session.starts_at or now
    here, late = _step_index(evening), _late(evening, timeline, now)
    return [
        StepCard(
            id=step.id,
            kind=step.kind,
            kind_title=text(f"{step.kind}.title"),
            title=step.title,
            summary=activity_of(step.kind).summary(step),
            lacks=_lacks(step) if index > here else "",
            minutes=minutes(_length(stops)),
            lasts=lasting(_length(stops)),
            starts_at=clock_time(starts_at + late if index > here else starts_at),
            is_now=index == here,
            is_done=index < here,
            options=dict(step.options),
            sources=_sources(evening.steps[:index]),
        )
        for index, (step, stops, starts_at) in enumerate(
            zip(evening.steps, timeline.stops, start_times(timeline, begun), strict=True)
        )
    ]


def _lacks(step: Step) -> str:
    code = activity_of(step.kind).lacks(step)
    return text(f"error.{code}") if code else ""


def _sources(earlier: Iterable[Step]) -> list[SourceCard]:
    return [SourceCard(step.id, step.title) for step in earlier if activity_of(step.kind).publishes]


def _length(stops: Sequence[Stop]) -> timedelta:
    return sum((stop.length for stop in stops), timedelta())


def minutes(length: timedelta) -> int:
    """Whole minutes, rounded up: anything that takes time takes at least a minute on a screen."""
    return ceil(length.total_seconds() / 60)


def lasting(length: timedelta) -> str:
    """Minutes to the second: '4', or '3:30'."""
    whole, seconds = divmod(round(length.total_seconds()), 60)
    return f"{whole}:{seconds:02}" if seconds else str(whole)


def _step_index(evening: Evening) -> int:
    if evening.live_session.status is Status.CLOSED:
        return len(evening.steps)
    position = evening.live_session.position
    return position.step if position else -1


def _next_title(evening: Evening, timeline: Timeline) -> str:
    status = evening.live_session.status
    if status is Status.LOBBY:
        return text("live.button.start")
    if _ahead(evening, timeline) is None:
        return text("live.button.close")
    return text(own_key(evening.step.kind if evening.step else "", "live.button.next"))


def _next_label(evening: Evening, timeline: Timeline) -> str:
    """What comes next: the phase, the round or the step, and how long it takes by the clock."""
    ahead = _ahead(evening, timeline)
    if ahead is None:
        return text("live.next.closing")
    step, stop = evening.steps[ahead.step], timeline.at(ahead)
    phase = text(f"{step.kind}.phase.{stop.phase}")
    if ahead.stop == 0:
        return text("live.next.step", title=step.title, minutes=lasting(stop.length))
    here = evening.live_session.position
    if here and timeline.at(here).round != stop.round:
        return text("live.next.round", round=stop.round, phase=phase)
    if not stop.has_clock:
        return phase
    return text("live.next.phase", phase=phase, minutes=lasting(stop.length))


def _ahead(evening: Evening, timeline: Timeline) -> Position | None:
    position = evening.live_session.position
    return timeline.after(position) if position else timeline.first()


def _is_last_step(evening: Evening, timeline: Timeline) -> bool:
    position = evening.live_session.position
    return position is not None and timeline.after_step(position) is None


def _schedule(
    evening: Evening, timeline: Timeline, begins: datetime | None, now: datetime
) -> Schedule | None:
    """How the evening runs against its plan, for as long as it runs."""
    live_session = evening.live_session
    if running(evening, now) is None or live_session.clock is None or begins is None:
        return None
    return schedule(timeline, live_session.position, live_session.clock, begins, now)


def _late(evening: Evening, timeline: Timeline, now: datetime) -> timedelta:
    """How much later everything to come is than it looked at the start; negative when it is
    early."""
    plan = _schedule(evening, timeline, evening.live_session.started_at, now)
    return plan.expected_end - plan.planned_end if plan else timedelta()


def _times(evening: Evening, timeline: Timeline, now: datetime) -> Values:
    """The pace, and the end as the evening was planned, whenever it actually began."""
    starts_at, started_at = evening.live_session.starts_at, evening.live_session.started_at
    spread = evening.live_session.spread
    begun = planned_start(starts_at, started_at) + spread if started_at else None
    plan = _schedule(evening, timeline, begun, now)
    if plan is None or started_at is None:
        return {}
    length = timeline.length_from(timeline.first()) + spread
    planned_end = (starts_at or started_at) + length
    return {
        "planned_end": clock_time(planned_end),
        "expected_end": clock_time(plan.expected_end),
        "minutes_behind": plan.minutes_behind,
    }


def _unlocked(evening: Evening, timeline: Timeline) -> dict[str, str]:
    step, position = evening.step, evening.live_session.position
    if step is None or position is None:
        return {}
    stops = timeline.stops[position.step]
    return {
        str(table): text(f"{step.kind}.phase.{stops[stop].phase}")
        for table, stop in sorted(evening.live_session.unlocked.items())
    }


def _proposed_tables(evening: Evening) -> int:
    here = len(still_here(evening.people))
    return propose_tables(here).tables if here else 0


def _proposal(evening: Evening) -> str:
    here = len(still_here(evening.people))
    proposal = propose_tables(here)
    if not here:
        return ""
    is_even = proposal.smallest == proposal.largest
    key = "live.seating.even" if is_even else "live.seating.uneven"
    return text(
        "live.seating.single" if proposal.tables == 1 else key,
        tables=text("amount.tables", n=proposal.tables),
        smallest=proposal.smallest,
        people=text("amount.people", n=proposal.largest),
    )
