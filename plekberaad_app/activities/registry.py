"""The activities there are: a new one needs its folder and one line here."""

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.voting.rules import Voting
from plekberaad_app.activities.welcome.rules import Welcome
from plekberaad_app.core.errors import NotFound

_ALL: tuple[Activity, ...] = (Welcome(), Carousel(), Voting())

ACTIVITIES: dict[str, Activity] = {activity.kind: activity for activity in _ALL}


def is_kept(act: str) -> bool:
    """Whether some activity lets a phone keep the text of this act until it is stored."""
    return any(act in activity.kept for activity in ACTIVITIES.values())


def activity_of(kind: str) -> Activity:
    """The activity of a step's kind; raises NotFound('activity_unknown')."""
    try:
        return ACTIVITIES[kind]
    except KeyError:
        raise NotFound("activity_unknown") from None
