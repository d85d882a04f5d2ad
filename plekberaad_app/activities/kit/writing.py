"""What people write, in any activity: the acts with which they do, and what is the same for all.

The phone's outbox, the list of one's own notes and the tablet's paper know these fields.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field

from plekberaad_app.activities.contract.activity import Act, Actor, Scene
from plekberaad_app.activities.contract.lookups import standing
from plekberaad_app.activities.contract.parsing import DeviceId, Number
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.pending_review import screen_personal_data

MAX_CHARACTERS = 280
# Far above every limit of ours; the limits themselves are counted in graphemes.
Text = Annotated[str, Field(max_length=100_000)]


class ForSomebody(Act):
    """An act that a facilitator may do for a table or for the person with this number."""

    table: Number | None = None
    person: Number | None = None


class Write(ForSomebody):
    """Something new, written in a round; `behalf` marks a typed paper note."""

    id: DeviceId
    text: Text
    round: Number
    behalf: Literal["", "table"] = ""


class OnOwn(ForSomebody):
    """Something with what one wrote oneself.

    With `behalf` a facilitator does it for whoever wrote it on paper.
    """

    id: DeviceId
    behalf: Literal["", "author"] = ""


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


def rewritten(item: Contribution, **changes: Any) -> Sequence[Contribution]:
    """As `changed`, with other words of its author: they are looked through anew."""
    return tuple(map(screen_personal_data, changed(item, **changes)))
