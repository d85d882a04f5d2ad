"""The plan of the running step, or of the next one that has something to plan."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.capabilities import PlansGroups
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import scene_of, timeline_of
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.views.tablet import FitView, PlanRow, PlanView


def fits_evening(evening: Evening) -> FitView:
    """Whether the programme fits the time available; empty if nobody said how much there is."""
    available = evening.live_session.minutes_available
    if available is None:
        return FitView()
    left = minutes_left(timeline_of(evening.steps), available)
    key = "live.plan.evening_long" if left < 0 else "live.plan.evening_left"
    sentence = text(key, n=abs(left)) if left else text("live.plan.evening_full")
    return FitView(sentence, is_good=left >= 0)


def plan(evening: Evening, now: datetime) -> PlanView:
    """The first plan from here on; one without rows says what it is waiting for."""
    position = evening.live_session.position
    for step in evening.steps[position.step if position else 0 :]:
        activity = activity_of(step.kind)
        if not isinstance(activity, PlansGroups):
            continue
        if shown := activity.preview(scene_of(evening, step, now)):
            return _view(evening, shown)
    return PlanView(missing=text("live.plan.missing.nothing_ahead"))


def _view(evening: Evening, shown: Mapping[str, Any]) -> PlanView:
    evening_fits, needed = fits_evening(evening), _needed(shown)
    return PlanView(
        step_id=shown["step_id"],
        mode=shown["mode"],
        rounds=shown["rounds"],
        rows=[PlanRow(**row) for row in shown["rows"]],
        meetings=shown["meetings"],
        fits=_other_rounds(shown, needed) if needed else _fits(shown, evening_fits),
        is_frozen=shown["is_frozen"],
        needed=needed,
        missing="" if shown["rows"] else text(f"live.plan.missing.{_missing(evening, shown)}"),
    )


def _missing(evening: Evening, shown: Mapping[str, Any]) -> str:
    """What a plan is waiting for: only what is really missing."""
    if not evening.live_session.tables:
        return "tables"
    if not evening.challenges:
        return "wishes"
    return "other_rounds" if shown["fewest"] else "seated_wishes"


def _needed(shown: Mapping[str, Any]) -> int:
    fewest, most = shown["fewest"], shown["most"]
    is_settled = shown["is_frozen"] or not 0 < fewest <= most
    if is_settled or fewest <= shown["rounds"] <= most:
        return 0
    return fewest if shown["rounds"] < fewest else most


def _other_rounds(shown: Mapping[str, Any], needed: int) -> FitView:
    """This comes first: with another number of rounds the time is different too."""
    sentence = text("live.plan.rounds", n=needed, rounds=shown["rounds"])
    return FitView(sentence, is_good=False)


def _fits(shown: Mapping[str, Any], evening_fits: FitView) -> FitView:
    """How long the rounds take and what is left of the evening; or by how much it is too long."""
    if not evening_fits.is_good:
        return evening_fits
    rounds, minutes = shown["rounds"], shown["minutes"]
    each, total = (text("amount.minutes", n=length) for length in (minutes, rounds * minutes))
    takes = text("live.plan.takes", n=rounds, minutes=each, total=total)
    return FitView(" ".join(filter(None, (takes, _turns(shown), evening_fits.sentence))))


def _turns(shown: Mapping[str, Any]) -> str:
    """Whether every owner gets a turn; '' as long as nobody can tell."""
    has_turns = 0 < shown["fewest"] <= shown["rounds"] <= shown["most"]
    return text("live.plan.fits") if has_turns else ""
