"""What people write, in any activity: the acts with which they do, and what is the same for all.

The phone's outbox, the list of one's own notes and the tablet's paper know these fields.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.acts import ForTable, FromPaper, InRound, OnOwn, Words
from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.activities.contract.lookups import standing
from plekberaad_app.activities.contract.parsing import DeviceId
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.pending_review import held

MAX_CHARACTERS = 280
MAX_WRITTEN = 100
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


def require_space(
    scene: Scene, author: str, kind: str, number: int, table: int | None, too_many: str
) -> None:
    """One person, or one table on paper, writes up to MAX_WRITTEN in a round at a table.

    Raises NotAllowed with the code `too_many` (most).
    """
    place = (scene.step.id, number, table)
    written = scene.board.of_author(author, kind)
    if sum((item.step_id, item.round, item.table) == place for item in written) >= MAX_WRITTEN:
        raise NotAllowed(too_many, most=MAX_WRITTEN)


def table_of(scene: Scene, act: ForTable, actor: Actor, kind: str) -> int | None:
    """Where its author sits, or the table that a facilitator names; None is the room's.

    Raises NotAllowed ('<kind>.no_table', '<kind>.only_for_yourself').
    """
    if actor.person is None:
        if act.table is not None and act.table > scene.tables:
            raise NotAllowed(f"{kind}.no_table")
        return act.table
    if act.person is not None and not actor.is_facilitator:
        raise NotAllowed(f"{kind}.only_for_yourself")
    return actor.person.table


def written(
    scene: Scene, act: Write, actor: Actor, kind: str, table: int | None, *, phase: str
) -> Contribution:
    """What somebody wrote in a step of one round; in this `phase` where no other one runs."""
    now = scene.stop.phase if scene.stop else phase
    new = contribution(scene, actor, kind, act.id, {"text": act.text}, phase=now, table=table)
    # What a facilitator types is always somebody's paper, also where there are no tables.
    is_paper = actor.is_facilitator and not actor.on_behalf
    return replace(new, on_behalf="table") if is_paper else new


def own_notes(scene: Scene, author: str, kind: str) -> tuple[OwnNote, ...]:
    """What this author wrote in a step, hidden or not."""
    return tuple(
        OwnNote(
            id=note.id,
            text=note.payload["text"],
            round=note.round,
            hidden=note.hidden,
            held=held(note),
        )
        for note in scene.board.of_author(author, kind)
        if note.step_id == scene.step.id
    )


def rewrite(
    scene: Scene, act: Rewrite, actor: Actor, kind: str, too_late: str
) -> Sequence[Contribution]:
    """Other words for one's own writing; raises NotFound or NotAllowed.

    After the step the words stand, as the code `too_late` says: others may be voting on them.
    """
    item = own(scene, act.id, actor, kind)
    if scene.stop_index >= len(scene.stops):
        raise NotAllowed(too_late)
    return changed(item, text=act.text)


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
