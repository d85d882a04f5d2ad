"""The evening as its activities see it: the timeline of all stops and the scene of one step."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from plekberaad_app.activities.contract.activity import Activity, Say, Scene
from plekberaad_app.activities.contract.capabilities import PlansGroups, Writes
from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.activities.contract.groups import GROUPS, Plan, with_groups
from plekberaad_app.activities.contract.obstacle import Cure, Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.names import told_apart, with_names_of
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step, Stop, Timeline, with_step
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.platform.settings import settings


def stops_of(step: Step) -> tuple[Stop, ...]:
    """The stops of a step; a rehearsal may shorten them all by the setting `time_scale`."""
    return _scaled_stops(step, settings().time_scale)


def timeline_of(steps: tuple[Step, ...]) -> Timeline:
    """All stops of a programme."""
    return _scaled_timeline(steps, settings().time_scale)


@memoized(256)
def _scaled_stops(step: Step, scale: float) -> tuple[Stop, ...]:
    return tuple(
        replace(stop, length=stop.length * scale) for stop in activity_of(step.kind).stops(step)
    )


@memoized(64)
def _scaled_timeline(steps: tuple[Step, ...], scale: float) -> Timeline:
    return Timeline(tuple(_scaled_stops(step, scale) for step in steps))


def scene_of(evening: Evening, step: Step, now: datetime) -> Scene:
    """One step with the room around it, whether it runs, is over or has not begun.

    Its people have names that tell them apart.
    """
    stops, people = stops_of(step), told_apart(evening.people)
    return Scene(
        step=step,
        stops=stops,
        stop_index=_stop_index(evening, step, len(stops)),
        people=people,
        tables=evening.live_session.tables,
        challenges=with_names_of(evening.challenges, people),
        board=evening.board,
        now=now,
        steps=evening.steps,
        ends_at=_ends_at(evening, step),
        approves_first=evening.live_session.approves_first,
        outcomes=partial(_outcomes_before, evening, step, now),
        proxy_author=partial(proxy_author, step_id=step.id),
    )


def proxy_author(person: Person, step_id: str) -> str:
    """The tag of what facilitators enter in a step for this person."""
    return author_tag(proxy_key(person.id), step_id)


def plan_of(evening: Evening, step: Step, now: datetime) -> Plan:
    """What is decided of a step that has begun: as it was, or else decided now.

    Where it plans pairs or trios, everybody is in one.
    """
    if any(name != GROUPS for name in step.plan):
        return _with_everybody(evening, step, step.plan, now)
    decided = activity_of(step.kind).plan(scene_of(evening, step, now))
    return _with_everybody(evening, step, {**decided, **step.plan}, now)


def with_everybody_placed(evening: Evening, now: datetime) -> tuple[Step, ...]:
    """The programme after people came or left: in the step that runs, each is in a group.

    The same object if nothing changes.
    """
    step = evening.step
    if step is None or GROUPS not in step.plan:
        return evening.steps
    plan = _with_everybody(evening, step, step.plan, now)
    if plan is step.plan:
        return evening.steps
    return with_step(evening.steps, replace(step, plan=plan))


def _with_everybody(evening: Evening, step: Step, plan: Plan, now: datetime) -> Plan:
    """In the stop that runs, and in those in which a table stays behind."""
    activity = activity_of(step.kind)
    if not isinstance(activity, PlansGroups):
        return plan
    scene = scene_of(evening, step, now)
    behind = evening.live_session.unlocked.values() if step is evening.step else ()
    for stop in {scene.stop_index, *behind}:
        here = replace(scene, step=replace(step, plan=plan), stop_index=stop)
        plan = with_groups(activity, here)
    return plan


def outcomes_of(scene: Scene) -> Iterator[Outcome]:
    """What a step published, each with the id of that step."""
    published = activity_of(scene.step.kind).outcomes(scene)
    return (replace(each, step_id=scene.step.id) for each in published)


# Asked for every dot and every screen, of an evening that is the same until something changes.
@memoized(16, by=lambda evening, step, _now: (evening, step))
def _outcomes_before(evening: Evening, step: Step, now: datetime) -> tuple[Outcome, ...]:
    position = [known.id for known in evening.steps].index(step.id)
    before = (scene_of(evening, earlier, now) for earlier in evening.steps[:position])
    return tuple(each for scene in before for each in outcomes_of(scene))


# Asked many times of one evening while a room is told of it, and never of that evening again.
@memoized(16)
def running(evening: Evening, now: datetime) -> tuple[Activity, Scene] | None:
    """The running step's activity and scene, or None in the lobby and after closing."""
    step = evening.step
    return (activity_of(step.kind), scene_of(evening, step, now)) if step else None


def running_at(evening: Evening, table: int | None, now: datetime) -> tuple[Activity, Scene] | None:
    """As `running`, at one table: when it is off the room's clock, the scene stands where it is."""
    here = running(evening, now)
    return (here[0], _at_table(evening, here[1], table)) if here else None


def scene_for(evening: Evening, step: Step, person: Person | None, now: datetime) -> Scene:
    """As `scene_of`; for a person as it stands at the table where they sit."""
    scene = scene_of(evening, step, now)
    if person is None or not evening.live_session.unlocked:
        return scene
    return _at_table(evening, scene, activity_of(step.kind).seat(scene, person)[0])


def open_boxes(evening: Evening, person: Person, now: datetime) -> Collection[str]:
    """The acts of the running step that this person may write with now (`Writes.open_boxes`)."""
    step = evening.step
    rules = activity_of(step.kind) if step else None
    if step is None or not isinstance(rules, Writes):
        return ()
    return rules.open_boxes(scene_for(evening, step, person, now), person)


def _at_table(evening: Evening, scene: Scene, table: int | None) -> Scene:
    stop = evening.live_session.unlocked.get(table or 0)
    if stop is None or scene.step is not evening.step:
        return scene
    return replace(scene, stop_index=stop, ends_at=None)


def obstacle(evening: Evening, now: datetime) -> Obstacle | None:
    """Why the room cannot go on from here, or cannot begin what comes next; else None."""
    here = obstacle_here(evening, now)
    if here and here.is_blocking:
        return here
    return _obstacle_ahead(evening, now) or here


def blocking(evening: Evening, now: datetime) -> Obstacle | None:
    """As `obstacle`, without what is only told."""
    found = obstacle(evening, now)
    return found if found and found.is_blocking else None


def obstacle_here(evening: Evening, now: datetime) -> Obstacle | None:
    """What the running step still wants before the room goes on, or None."""
    here = running(evening, now)
    return _in_the_way(*here) if here else None


def _in_the_way(activity: Activity, scene: Scene) -> Obstacle | None:
    found = activity.obstacle(scene)
    return replace(found, step_id=scene.step.id) if found else None


def _empty_programme() -> Obstacle:
    titles = {kind: text(f"{kind}.title") for kind in activities()}
    cures = (
        Cure("add_step", Say("live.cure.add_step", {"title": title}), kind, {"title": title})
        for kind, title in titles.items()
    )
    return Obstacle("programme_empty", tuple(cures), view="agenda")


def _obstacle_ahead(evening: Evening, now: datetime) -> Obstacle | None:
    position = evening.live_session.position
    timeline = timeline_of(evening.steps)
    ahead = timeline.after(position) if position else timeline.first()
    if ahead is None:
        return None if position else _empty_programme()
    if position and ahead.step == position.step:
        return None
    step = evening.steps[ahead.step]
    return _in_the_way(activity_of(step.kind), scene_of(evening, step, now))


def _ends_at(evening: Evening, step: Step) -> datetime | None:
    clock = evening.live_session.clock
    return clock.ends_at if clock and step is evening.step else None


def _stop_index(evening: Evening, step: Step, stops: int) -> int:
    live_session = evening.live_session
    if live_session.status is Status.CLOSED:
        return stops
    if live_session.position is None:
        return -1
    index = [known.id for known in evening.steps].index(step.id)
    if index == live_session.position.step:
        return live_session.position.stop
    return stops if index < live_session.position.step else -1
