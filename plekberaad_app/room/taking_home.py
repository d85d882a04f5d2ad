"""What somebody takes home from an evening: what is theirs, and what the room decided."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from plekberaad_app.activities.contract.activity import THANKS, Activity, Scene
from plekberaad_app.activities.contract.capabilities import OwnNote, Writes
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.report import NextStep, Section, sections, without_hidden
from plekberaad_app.activities.contract.stage import running, scene_of
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step


@dataclass(frozen=True, slots=True)
class TakenHome:
    """`mine` is what is about one's own wish, `ideas` what one wrote, hidden or not.

    `decided` is every first step with where it was taken: as in the report, without a word of who
    wrote what.
    """

    mine: tuple[Section, ...]
    ideas: tuple[OwnNote, ...]
    decided: tuple[tuple[Section, NextStep], ...]


@memoized(16, by=lambda evening, _now: (evening,))
def sections_of(evening: Evening, now: datetime) -> tuple[Section, ...]:
    """What all steps leave for the report, in the order of the programme, without the hidden."""
    return tuple(
        section
        for step in evening.steps
        for section in sections(
            without_hidden(activity_of(step.kind).report(scene_of(evening, step, now)))
        )
    )


@memoized(16, by=lambda evening, _now: (evening,))
def next_steps_of(evening: Evening, now: datetime) -> tuple[tuple[Section, NextStep], ...]:
    """Every next step of the evening, including 'not yet', each with its section."""
    return tuple(
        (section, decided)
        for step in evening.steps
        for section in sections(activity_of(step.kind).decided(scene_of(evening, step, now)))
        for decided in section.next_steps
    )


def is_thanked(evening: Evening, now: datetime) -> bool:
    """Whether the room is being thanked."""
    here = running(evening, now)
    return bool(here and here[1].stop and here[1].stop.phase == THANKS)


def taken_home(evening: Evening, person: Person | None, key: str, now: datetime) -> TakenHome:
    """For the holder of this key, even after they were forgotten, a day after the end."""
    number = person.number if person else -1
    return TakenHome(
        mine=tuple(each for each in sections_of(evening, now) if each.owner_number == number),
        ideas=own_ideas(evening, key, now),
        decided=tuple(
            (section, step) for section, step in next_steps_of(evening, now) if step.what
        ),
    )


def own_ideas(
    evening: Evening, key: str, now: datetime, but: Step | None = None
) -> tuple[OwnNote, ...]:
    """What the holder of this key wrote in all steps, or in all `but` one.

    Each has its `step_id` and the step's `kind`.
    """
    return tuple(
        replace(note, step_id=step.id, kind=step.kind)
        for step in evening.steps
        if step is not but and isinstance(activity_of(step.kind), Writes)
        for note in own_notes(
            activity_of(step.kind), scene_of(evening, step, now), author_tag(key, step.id)
        )
    )


def own_notes(activity: Activity, scene: Scene, author: str) -> Sequence[OwnNote]:
    """What this author wrote in one step, if people write in it."""
    return activity.own_notes(scene, author) if isinstance(activity, Writes) else ()
