"""Which item the room looks at: the facilitator goes through them, forward and back."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.harvest.acts import TellItem
from plekberaad_app.activities.harvest.items import Item, items_of
from plekberaad_app.activities.harvest.options import TELL
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource

TOLD = "told"
Shown = TypeVar("Shown")


def tell(scene: Scene, act: TellItem, actor: Actor) -> Sequence[Contribution]:
    """Show this from now on; raises NotAllowed."""
    require_facilitator(actor, Resource.SCREEN, "harvest")
    if not scene.has_reached(TELL):
        raise NotAllowed("harvest.too_early")
    shown = own_id(TOLD, scene.step.id)
    return kept_once(scene, contribution(scene, actor, TOLD, shown, {"item": act.item}))


def place_now(scene: Scene) -> int:
    """The place of the item that is told, counted from 0; past the last: all of it is shown.

    If it is gone meanwhile, the next one takes its place.
    """
    items, known = items_of(scene), scene.board.get(own_id(TOLD, scene.step.id))
    if scene.stop is None:
        return len(items)
    if known is None:
        return 0
    wanted = scene.board.get(known.payload["item"])
    if wanted is None:
        return len(items)
    place = (wanted.table or 0, wanted.created_at, wanted.id)
    return bisect_left([item.place for item in items], place)


def told_items(scene: Scene) -> tuple[Item, ...]:
    """What the room has heard so far, the one it looks at last; none before the telling."""
    if not scene.has_reached(TELL):
        return ()
    return items_of(scene)[: place_now(scene) + 1]


def around(items: Sequence[Shown], place: int) -> tuple[Shown | None, Shown | None]:
    """What is told before and after this place; None where there is nothing."""
    before = items[place - 1] if 0 < place <= len(items) else None
    after = items[place + 1] if place + 1 < len(items) else None
    return before, after
