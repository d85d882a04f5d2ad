"""The plan of the running step, or of the next one that has something to plan."""

from datetime import datetime

from plekberaad_app.activities.contract.capabilities import PlansGroups, Preview
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import scene_of, timeline_of
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.room.views.tablet import FitView, PlanView


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
    """The first plan from here on; one without a kind where none is ahead."""
    position = evening.live_session.position
    for step in evening.steps[position.step if position else 0 :]:
        activity = activity_of(step.kind)
        if not isinstance(activity, PlansGroups):
            continue
        if found := activity.preview(scene_of(evening, step, now)):
            return PlanView(
                kind=step.kind,
                step_id=step.id,
                fits=_fits(found, fits_evening(evening)),
                is_frozen=found.is_frozen,
                view=found.view,
            )
    return PlanView()


def _fits(found: Preview, evening: FitView) -> FitView:
    """What is wrong with the plan comes first: with another plan the time is different too."""
    said = map(in_words, found.says)
    if found.is_wrong:
        return FitView(" ".join(said), is_good=False)
    if not evening.is_good:
        return evening
    return FitView(" ".join(filter(None, (*said, evening.sentence))))
