"""The bell: by itself shortly before the end, and whenever a facilitator rings it."""

from collections.abc import Sequence
from datetime import timedelta

from plekberaad_app.activities.contract.activity import Act, Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource

BELL = "bell"
EARLY = timedelta(minutes=2)
"""How long before the end it sounds by itself: long enough to fetch a cup and find one's chair."""
LEAST = timedelta(minutes=5)
"""In a shorter intermission it does not: people have hardly left."""


class RingBell(Act):
    """Let the projector ring the bell, now."""


def ring(scene: Scene, _act: RingBell, actor: Actor) -> Sequence[Contribution]:
    """Ring once more; raises NotAllowed."""
    require_facilitator(actor, Resource.CLOCK, "intermission")
    if scene.stop is None:
        raise NotAllowed("intermission.over")
    bell, times = own_id(BELL, scene.step.id), {"times": rung(scene) + 1}
    return kept_once(scene, contribution(scene, actor, BELL, bell, times))


def rung(scene: Scene) -> int:
    """How often a facilitator rang it."""
    known = scene.board.get(own_id(BELL, scene.step.id))
    return known.payload["times"] if known else 0


def sounds_at(length: timedelta) -> timedelta:
    """The time that is left when it sounds by itself; nothing where it does not."""
    return EARLY if length >= LEAST else timedelta()
