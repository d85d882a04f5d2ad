"""The plan of the step that runs, or of the next one that has something to plan."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plekberaad_app.activities.registry import activity_of
from plekberaad_app.activities.stage import scene_of, timeline_of
from plekberaad_app.domain.evening import Evening
from plekberaad_app.domain.schedule import minutes_over
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.views.tablet import PlanRow, PlanView


def fits_evening(evening: Evening) -> str:
    """Whether the programme fits the time that there is; '' when nobody said how much."""
    available = evening.live_session.minutes_available
    if available is None:
        return ""
    over = minutes_over(timeline_of(evening.steps), available)
    if over:
        return text("live.plan.evening_long", n=over)
    return text("live.plan.evening_fits", n=available)


def plan(evening: Evening, now: datetime) -> PlanView:
    """The first plan from here on; an empty one when nothing is planned any more."""
    position = evening.live_session.position
    for step in evening.steps[position.step if position else 0 :]:
        if shown := activity_of(step.kind).preview(scene_of(evening, step, now)):
            return _view(shown, fits_evening(evening))
    return PlanView()


def _view(shown: Mapping[str, Any], fits_evening: str) -> PlanView:
    return PlanView(
        step_id=shown["step_id"],
        mode=shown["mode"],
        rounds=shown["rounds"],
        rows=[PlanRow(**row) for row in shown["rows"]],
        meetings=shown["meetings"],
        fits=f"{_fits(shown)} {fits_evening}".strip(),
        is_frozen=shown["is_frozen"],
        needed=_needed(shown),
    )


def _needed(shown: Mapping[str, Any]) -> int:
    fewest, most = shown["fewest"], shown["most"]
    is_settled = shown["is_frozen"] or not 0 < fewest <= most
    if is_settled or fewest <= shown["rounds"] <= most:
        return 0
    return fewest if shown["rounds"] < fewest else most


def _fits(shown: Mapping[str, Any]) -> str:
    """How long it takes, and whether every owner gets a turn."""
    rounds, minutes = shown["rounds"], shown["minutes"]
    each, total = (text("amount.minutes", n=length) for length in (minutes, rounds * minutes))
    takes = text("live.plan.takes", n=rounds, minutes=each, total=total)
    return f"{takes} {_turns(shown)}".strip()


def _turns(shown: Mapping[str, Any]) -> str:
    """Whether every owner gets a turn; '' as long as nobody can say."""
    rounds, needed = shown["rounds"], _needed(shown)
    if needed:
        return text("live.plan.short" if rounds < needed else "live.plan.long", needed=needed)
    return text("live.plan.fits") if 0 < shown["fewest"] <= rounds <= shown["most"] else ""
