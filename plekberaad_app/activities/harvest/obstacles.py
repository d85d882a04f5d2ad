"""Tables that put nothing forward: told calmly, with the taps that end it."""

from textwrap import shorten

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle, leaving_out
from plekberaad_app.activities.harvest.choices import choices_at
from plekberaad_app.activities.harvest.items import every_item, items_of, silent_tables
from plekberaad_app.activities.harvest.options import CHOOSE
from plekberaad_app.core.seating import propose_tables

_LONGEST = 90


def obstacle(scene: Scene) -> Obstacle | None:
    """The first thing in the way, or None; only the tables themselves hold a harvest up."""
    if scene.stop_index < 0:
        return None if any(person.table for person in scene.people) else _no_tables(scene)
    if scene.stop is None:
        return None
    return _silent(scene) if scene.stop.phase == CHOOSE else _nothing(scene)


def _no_tables(scene: Scene) -> Obstacle:
    made = ()
    if scene.people:
        tables = propose_tables(len(scene.people)).tables
        label = Say("live.cure.make_tables", {"n": tables})
        made = (Cure("make_tables", label, values={"tables": tables}),)
    return Obstacle("harvest.no_tables", (*made, leaving_out(scene)), view="tables")


def _silent(scene: Scene) -> Obstacle | None:
    parts = tuple(_silent_at(scene, table) for table in silent_tables(scene))
    if len(parts) < 2:
        return parts[0] if parts else None
    said = {"tables": ", ".join(str(part.values["table"]) for part in parts)}
    every = Cure("act", Say("harvest.cure.all_sit_out"), "sit_out")
    return Obstacle(
        "harvest.tables_silent", (every,), said, parts, is_blocking=False, can_wait=True
    )


def _silent_at(scene: Scene, table: int) -> Obstacle:
    here = {"table": table}
    out = Cure("act", Say("harvest.cure.sit_out"), "sit_out", here)
    return Obstacle(
        "harvest.table_silent",
        (*_choosing(scene, table), out),
        here,
        is_blocking=False,
        can_wait=True,
    )


def _choosing(scene: Scene, table: int) -> tuple[Cure, ...]:
    """What the table may choose from, in a list; nothing when there is nothing."""
    taken = {item.source for item in every_item(scene)}
    choices = tuple(
        (choice.number, shorten(choice.outcome.text, _LONGEST, placeholder="…"))
        for choice in choices_at(scene, table)
        if choice.outcome.id not in taken
    )
    ask = Ask("choice", Say("harvest.ask.choice"), choices=choices)
    label = Say("harvest.cure.choose")
    return (Cure("act", label, "put_forward", {"table": table}, (ask,)),) if choices else ()


def _nothing(scene: Scene) -> Obstacle | None:
    """Nobody put anything forward: the room goes back, or on."""
    if items_of(scene):
        return None
    back = Cure("steer", Say("harvest.cure.back"), "back")
    return Obstacle("harvest.nothing", (back, leaving_out(scene)), is_blocking=False)
