"""What the programme goes on with after a step."""

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.titles import own_and_ours
from plekberaad_app.activities.intermission.views import UpcomingView


def upcoming(scene: Scene) -> UpcomingView:
    """The next step that takes time, as the room comes to it; empty when there is none."""
    here = [step.id for step in scene.steps].index(scene.step.id)
    for step in scene.steps[here + 1 :]:
        activity = activity_of(step.kind)
        if stops := activity.stops(step):
            title, ours = own_and_ours(step.title)
            sign = activity.signs[stops[0].phase]
            return UpcomingView(title, ours.key, sign.icon, sign.hue)
    return UpcomingView()
