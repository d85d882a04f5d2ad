"""'Dit raakt mij': a heart of each person for each item that was told; they may take it back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.harvest.acts import GiveHeart
from plekberaad_app.activities.harvest.options import TELL
from plekberaad_app.activities.harvest.telling import told_items
from plekberaad_app.activities.kit.ballot import Ballot
from plekberaad_app.activities.kit.contributing import contribution, kept_once
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.disclosure import told
from plekberaad_app.core.errors import NotFound

HEART = "heart"
HEARTS = Ballot("harvest", HEART, phase=TELL)


def give(scene: Scene, act: GiveHeart, actor: Actor) -> Sequence[Contribution]:
    """A heart, or no heart any more; raises NotAllowed, or NotFound for what was not told."""
    HEARTS.require_right(scene, act.person, actor)
    if all(item.id != act.item for item in told_items(scene)):
        raise NotFound("harvest.item_unknown")
    heart = own_id(HEART, scene.step.id, actor.author, act.item)
    if act.on:
        # No table: together with the item it could tell whom it touches.
        return kept_once(scene, contribution(scene, actor, HEART, heart, {"item": act.item}))
    known = scene.board.get(heart)
    is_there = known is not None and not known.withdrawn
    return (replace(known, withdrawn=True, payload={}),) if known and is_there else ()


def given_by(scene: Scene, author: str) -> tuple[str, ...]:
    """The items that touch this author."""
    return tuple(heart.payload["item"] for heart in HEARTS.given_by(scene, author))


def hearts(scene: Scene) -> Counter[str]:
    """How many people each item touches."""
    return Counter(heart.payload["item"] for heart in scene.board.of_step(scene.step.id, HEART))


def told_hearts(scene: Scene) -> dict[str, int]:
    """The numbers that the room may read: of fewer than five people none is told."""
    return {item: number for item, number in hearts(scene).items() if told(number) is not None}
