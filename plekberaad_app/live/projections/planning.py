"""The plan of the step that runs, or of the next one that has something to plan."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plekberaad_app.activities.registry import activity_of
from plekberaad_app.activities.stage import scene_of
from plekberaad_app.domain.evening import Evening
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.views import PlanRow, PlanView


def plan(evening: Evening, now: datetime) -> PlanView:
    """The first plan from here on; an empty one when nothing is planned any more."""
    position = evening.live_session.position
    for step in evening.steps[position.step if position else 0 :]:
        if shown := activity_of(step.kind).preview(scene_of(evening, step, now)):
            return _view(shown)
    return PlanView()


def _view(shown: Mapping[str, Any]) -> PlanView:
    return PlanView(
        step_id=shown["step_id"],
        mode=shown["mode"],
        rounds=shown["rounds"],
        rows=[PlanRow(**row) for row in shown["rows"]],
        meetings=shown["meetings"],
        fits=_fits(shown),
        is_frozen=shown["is_frozen"],
    )


def _fits(shown: Mapping[str, Any]) -> str:
    """How long it takes, and with how many rounds every owner gets a turn."""
    counts = {name: shown[name] for name in ("rounds", "minutes", "fewest", "most")}
    total = counts["rounds"] * counts["minutes"]
    return text(f"live.plan.{_verdict(**counts)}", total=total, **counts)


def _verdict(*, fewest: int, most: int, **_rest: int) -> str:
    if not 0 < fewest <= most:
        return "takes"
    return "fits" if fewest < most else "fits_exactly"
