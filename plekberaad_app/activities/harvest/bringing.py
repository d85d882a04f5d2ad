"""The rules of putting forward: by anybody at a table, and never more than a table may."""

from collections.abc import Sequence
from dataclasses import replace

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import is_repeat, own_id
from plekberaad_app.activities.harvest.acts import (
    Bring,
    ChangeBrought,
    LeaveOut,
    PutForward,
    SitOut,
    TakeBackBrought,
)
from plekberaad_app.activities.harvest.choices import Choice, choices_at
from plekberaad_app.activities.harvest.items import (
    CHOSEN,
    NOTE,
    SAT_OUT,
    every_item,
    how_many,
    silent_tables,
)
from plekberaad_app.activities.harvest.options import CHOOSE, HarvestOptions
from plekberaad_app.activities.kit import writing as kit
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.rights import Resource


def bring(scene: Scene, act: Bring, actor: Actor) -> Sequence[Contribution]:
    """Something new, also late from a phone that was offline; the same sent twice is one.

    Raises NotAllowed (harvest.too_early, harvest.no_table, harvest.enough, ...).
    """
    if is_repeat(scene, act.id, NOTE, actor):
        return ()
    table = _table_of(scene, act, actor)
    _require_place(scene, table)
    return (kit.written(scene, act, actor, NOTE, table, phase=CHOOSE),)


def change(scene: Scene, act: ChangeBrought, actor: Actor) -> Sequence[Contribution]:
    """Other words for what one brought, until the step is over; raises NotFound or NotAllowed."""
    return kit.rewrite(scene, act, actor, NOTE, "harvest.words_stand")


def take_back(scene: Scene, act: TakeBackBrought, actor: Actor) -> Sequence[Contribution]:
    """Leave an empty shell of what one brought."""
    return kit.take_back(scene, act, actor, NOTE)


def put_forward(scene: Scene, act: PutForward, actor: Actor) -> Sequence[Contribution]:
    """Nothing when the table has it already; raises NotAllowed, or NotFound for what is gone."""
    table = _table_of(scene, act, actor)
    choice = _choice(scene, act.choice, table)
    brought_by = {item.source: item.table for item in every_item(scene)}.get(choice.outcome.id)
    if brought_by == table:
        return ()
    if brought_by is not None:
        raise NotAllowed("harvest.brought_elsewhere", table=brought_by)
    _require_place(scene, table)
    return (_chosen(scene, actor, choice, table),)


def leave_out(scene: Scene, act: LeaveOut, actor: Actor) -> Sequence[Contribution]:
    """Anybody at the table may; nothing happens the second time. Raises NotFound or NotAllowed."""
    item = scene.board.get(act.item)
    if item is None or (item.step_id, item.kind) != (scene.step.id, CHOSEN):
        raise NotFound("harvest.item_unknown")
    if not actor.is_facilitator and item.table != _table_of(scene, act, actor):
        raise NotAllowed("harvest.other_table")
    return () if item.withdrawn else (replace(item, withdrawn=True, payload={}),)


def sit_out(scene: Scene, act: SitOut, actor: Actor) -> Sequence[Contribution]:
    """Only a facilitator says so; raises NotAllowed."""
    require_facilitator(actor, Resource.NOTE, "harvest")
    _require_begun(scene)
    tables = silent_tables(scene) if act.table is None else [act.table]
    return [said for table in tables for said in _sat_out(scene, actor, table)]


def _sat_out(scene: Scene, actor: Actor, table: int) -> Sequence[Contribution]:
    said = own_id(SAT_OUT, scene.step.id, table)
    return kept_once(scene, contribution(scene, actor, SAT_OUT, said, table=table))


def _table_of(scene: Scene, act: Bring | PutForward | LeaveOut, actor: Actor) -> int:
    _require_begun(scene)
    table = kit.table_of(scene, act, actor, "harvest")
    if table is None:
        raise NotAllowed("harvest.no_table")
    return table


def _require_begun(scene: Scene) -> None:
    if not scene.has_reached(CHOOSE):
        raise NotAllowed("harvest.too_early")


def _require_place(scene: Scene, table: int) -> None:
    """Acts come one by one, so that two phones at once find what the other just did."""
    most = HarvestOptions.of(scene.step).most
    if how_many(scene)[table] >= most:
        raise NotAllowed("harvest.enough", most=most, n=most)


def _choice(scene: Scene, number: int, table: int) -> Choice:
    for choice in choices_at(scene, table):
        if choice.number == number:
            return choice
    raise NotFound("harvest.choice_unknown")


def _chosen(scene: Scene, actor: Actor, choice: Choice, table: int) -> Contribution:
    """What was left out before stays an empty shell: it gets a new one beside it."""
    number = 1
    while scene.board.get(_id(scene, choice, table, number)):
        number += 1
    payload = {"outcome": choice.outcome.id, "by": actor.person.number if actor.person else 0}
    made = _id(scene, choice, table, number)
    return contribution(scene, actor, CHOSEN, made, payload, table=table)


def _id(scene: Scene, choice: Choice, table: int, number: int) -> str:
    return own_id(CHOSEN, scene.step.id, table, choice.outcome.id, number)
