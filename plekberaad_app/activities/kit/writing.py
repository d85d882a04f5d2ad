"""What people write, in any activity: the acts with which they do, and what is the same for all.

The phone's outbox, the list of one's own notes and the tablet's paper know these fields.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.acts import FromPaper, InRound, OnOwn, Words
from plekberaad_app.activities.contract.lookups import standing
from plekberaad_app.activities.contract.parsing import DeviceId
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed

MAX_CHARACTERS = 280
Text = Annotated[str, Words(MAX_CHARACTERS)]


class Write(FromPaper, InRound):
    """Something new, written in a round; `behalf` marks a typed paper note."""

    id: DeviceId
    text: Text


class Rewrite(OnOwn):
    """Other words for something of one's own."""

    text: Text


class TakeBack(OnOwn):
    """Take back something of one's own."""


def own(scene: Scene, item_id: str, actor: Actor, kind: str) -> Contribution:
    """One's own writing; raises NotFound('<kind>_unknown') or NotAllowed('not_your_<kind>')."""
    item = standing(scene, item_id, kind)
    if item.author != actor.author:
        raise NotAllowed(f"not_your_{kind}")
    return item


def take_back(scene: Scene, act: TakeBack, actor: Actor, kind: str) -> Sequence[Contribution]:
    """Leave an empty shell of one's own writing; nothing happens the second time."""
    known = scene.board.get(act.id)
    is_done = known is not None and known.withdrawn and known.kind == kind
    if known and is_done and known.author == actor.author:
        return ()
    return (replace(own(scene, act.id, actor, kind), withdrawn=True, payload={}),)


def changed(item: Contribution, **changes: Any) -> Sequence[Contribution]:
    """The item with another payload; nothing when that makes no difference."""
    payload = {**item.payload, **changes}
    return () if payload == item.payload else (replace(item, payload=payload),)
