"""An act goes through its activity, and people's words through the core: for all activities."""

from collections.abc import Sequence
from functools import cache

from plekberaad_app.activities.contract.activity import Act, Activity, Actor, Scene
from plekberaad_app.activities.contract.acts import held_words, kept_words, refused_words
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.pending_review import (
    require_impersonal,
    screen_personal_data,
    wait_for_approval,
)


def judge(activity: Activity, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
    """The new or changed contributions; raises a DomainError when it is refused.

    Words that seem to lead to a person wait for the facilitator, or are refused; where the
    facilitator approves first, all new words wait.
    """
    changes = activity.apply(scene, act, actor)
    require_impersonal(*(str(getattr(act, name)) for name in refused_words(type(act))))
    if not held_words(type(act)):
        return changes
    keys = words_of(activity)
    screened = (screen_personal_data(item, keys) for item in changes)
    if not scene.approves_first or actor.is_facilitator:
        return tuple(screened)
    return tuple(wait_for_approval(item, scene.board.get(item.id), keys) for item in screened)


@cache
def words_of(activity: Activity) -> tuple[str, ...]:
    """The fields of its contributions' payloads that hold people's own words and may wait."""
    return tuple(sorted({key for rule in activity.acts.values() for key in held_words(rule.act)}))


def own_words(activity: Activity, item: Contribution) -> tuple[str, ...]:
    """What its author reads of a contribution: what the types of the acts call words, no more."""
    keys = dict.fromkeys(key for rule in activity.acts.values() for key in kept_words(rule.act))
    return tuple(str(item.payload[key]) for key in keys if item.payload.get(key))
