"""Proposing another programme if the length of an evening changed and nobody edited the
programme."""

from collections.abc import Mapping
from dataclasses import replace

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.programme import Step
from plekberaad_app.features.evenings.description import LEAST_EVENING
from plekberaad_app.features.evenings.proposal import Proposal, propose
from plekberaad_app.features.evenings.standard_programme import NAMES, standard_steps
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.programme_edits import apply_edit, editing, new_step
from plekberaad_app.room.stretching import minutes_of

Steps = tuple[Step, ...]
# What each part of a standard programme is, in place of its title.
_NAMED = {name: name for name in NAMES}


def proposal_for(evening: Evening) -> Proposal | None:
    """What would fit the evening; None if the programme already does, or somebody edited it."""
    minutes = evening.live_session.minutes_available
    if minutes is None or evening.live_session.status is not Status.LOBBY:
        return None
    return propose(minutes) if _refitted(evening.steps, minutes, _NAMED) else None


@audited()
def refit(facilitator: Facilitator, live_session_id: str, titles: Mapping[str, str]) -> None:
    """Make the programme fill the minutes of the evening; `titles` names the steps that are new.

    Raises NotAllowed: programme_edited, also if it already fits, and step_begun.
    """

    def edit(live_session: LiveSession, steps: Steps) -> Steps:
        if live_session.status is not Status.LOBBY:
            raise NotAllowed("step_begun")
        fitted = _refitted(steps, live_session.minutes_available, titles)
        if fitted is None:
            raise NotAllowed("programme_edited")
        return fitted

    with editing(facilitator, live_session_id) as (db, live_session):
        apply_edit(db, live_session, edit)


def _refitted(steps: Steps, minutes: int | None, titles: Mapping[str, str]) -> Steps | None:
    parts = _parts_of(steps)
    wanted = standard_steps(minutes, _NAMED)
    if minutes is None or parts is None or _says_the_same(steps, wanted):
        return None
    return tuple(_as_before(step, parts.get(step.title), titles) for step in wanted)


def _as_before(step: Step, before: Step | None, titles: Mapping[str, str]) -> Step:
    """Existing steps keep their id and their title."""
    if before is None:
        return replace(step, title=titles[step.title])
    return replace(step, id=before.id, title=before.title)


def _parts_of(steps: Steps) -> dict[str, Step] | None:
    """The steps by their names in the standard programme; None if it is no longer a standard
    programme."""
    minutes = sum(minutes_of(step) for step in steps)
    for length in (None, max(minutes, LEAST_EVENING)):
        standard = standard_steps(length, _NAMED)
        if _says_the_same(steps, standard):
            return {known.title: step for known, step in zip(standard, steps, strict=True)}
    return None


def _says_the_same(steps: Steps, others: Steps) -> bool:
    return [_content(step) for step in steps] == [_content(step) for step in others]


def _content(step: Step) -> tuple[str, Mapping[str, object]]:
    """What a step does, as its activity reads it today."""
    return step.kind, new_step(step.kind, step.title, step.options).options
