"""What a programme could still use, each with the programme as one tap would make it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plekberaad_app.activities.contract.discovery import activities, activity_of, manifest_of
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.programme import Step
from plekberaad_app.core.say import Say
from plekberaad_app.features.templates import WITHOUT_BREAK
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.programme_edits import MAX_STEPS, new_step, with_options
from plekberaad_app.room.programme_writing import Steps, apply_edit, editing
from plekberaad_app.room.stretching import minutes_of


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence and, where a tap can follow it, what the tap is called and what comes of it."""

    code: str
    said: Say
    tap: Say = field(default_factory=Say)
    steps: Steps = ()


def advice_for(live_session: LiveSession, steps: Steps) -> list[Advice]:
    """What there is to advise, as long as the evening has not begun."""
    if live_session.status is not Status.LOBBY or not steps:
        return []
    return [*_too_long(live_session, steps), *_no_break(steps), *_no_art(steps)]


@audited("code")
def follow(facilitator: Facilitator, live_session_id: str, code: str) -> None:
    """Follow an advice as it stands now; raises NotAllowed('advice_gone') where it no longer
    does."""

    def edit(live_session: LiveSession, steps: Steps) -> Steps:
        for advice in advice_for(live_session, steps):
            if advice.code == code and advice.steps:
                return advice.steps
        raise NotAllowed("advice_gone")

    with editing(facilitator, live_session_id) as (db, live_session):
        apply_edit(db, facilitator, live_session, edit)


def _too_long(live_session: LiveSession, steps: Steps) -> Iterator[Advice]:
    """A better way to fit than all steps a little shorter, from the step that takes longest."""
    available = live_session.minutes_available
    over = sum(map(minutes_of, steps)) - available if available else 0
    if over <= 0:
        return
    for step in sorted(steps, key=minutes_of, reverse=True):
        if found := activity_of(step.kind).shorter(step, over * 60):
            wanted = with_options(step, found.options)
            yield Advice("shorter", found.advice, _tap("shorter"), _with(steps, step, wanted))
            return


def _no_break(steps: Steps) -> Iterator[Advice]:
    """More than two hours on end without a step in which people rest."""
    for stretch in _stretches(steps):
        minutes = sum(map(minutes_of, stretch))
        if minutes <= WITHOUT_BREAK:
            continue
        said = Say("programme.advice.no_break", {"n": minutes})
        found = _best_cut(steps, stretch) if len(steps) < MAX_STEPS - 1 else ()
        yield Advice("no_break", said, _tap("no_break") if found else Say(), found)
        return


def _no_art(steps: Steps) -> Iterator[Advice]:
    kind = next((kind for kind, one in activities().items() if one.is_art), "")
    if not kind or any(manifest_of(step.kind).is_art for step in steps):
        return
    added = (*steps[:1], _new(kind), *steps[1:]) if len(steps) < MAX_STEPS else ()
    yield Advice(
        "no_art", Say("programme.advice.no_art"), _tap("no_art") if added else Say(), added
    )


def _stretches(steps: Steps) -> Iterator[Steps]:
    """The steps between breaks."""
    stretch: list[Step] = []
    for step in steps:
        if manifest_of(step.kind).is_break:
            yield tuple(stretch)
            stretch = []
        else:
            stretch.append(step)
    yield tuple(stretch)


def _best_cut(steps: Steps, stretch: Steps) -> Steps:
    """The programme with a break where it parts this stretch best: between two steps, or in one."""
    kind = next((kind for kind, one in activities().items() if one.is_break), "")
    cuts = sorted(_cuts(stretch), key=lambda cut: cut.longest)
    if not kind or not cuts:
        return ()
    cut = cuts[0]
    parted = (cut.before, _new(kind), *cut.after)
    return tuple(
        each for known in steps for each in (parted if known.id == cut.before.id else (known,))
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place for a break: after `before`, and ahead of `after` where a step is cut in two."""

    longest: int
    before: Step
    after: Steps = ()


def _cuts(stretch: Steps) -> Iterator[_Cut]:
    total = sum(map(minutes_of, stretch))
    passed = 0
    for step in stretch:
        if halves := activity_of(step.kind).halves(step):
            first, later = (with_options(step, half) for half in halves)
            until = passed + minutes_of(first)
            yield _Cut(max(until, total - until), first, (replace(later, id=new_id()),))
        passed += minutes_of(step)
        if passed < total:
            yield _Cut(max(passed, total - passed), step)


def _new(kind: str) -> Step:
    return new_step(kind, text(f"{kind}.title"), {})


def _with(steps: Steps, step: Step, wanted: Step) -> Steps:
    return tuple(wanted if known.id == step.id else known for known in steps)


def _tap(code: str) -> Say:
    return Say(f"programme.advice.{code}.tap")
