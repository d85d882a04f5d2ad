"""What phone, projector and tablet see of a wall, but for the notes on it."""

from collections import Counter
from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.activities.wall.notes import is_secret, notes_of
from plekberaad_app.activities.wall.options import WRITE, WallOptions
from plekberaad_app.core.people import still_here


def face(scene: Scene, options: WallOptions, audience: Audience) -> Face:
    """What an audience sees beside its wall."""
    moment = _moment(scene, options)
    is_tablet, is_phone = audience.screen == "tablet", audience.screen == "phone"
    shown = _tablet(scene, options) if is_tablet else {"is_private": is_secret(scene, options)}
    return Face(
        line=Say(f"wall.line.all.{moment}"),
        data={"question": options.question} | shown | ({} if is_phone else _counts(scene)),
        script=Script.under(f"wall.script.{moment}") if is_tablet else None,
        asks=is_phone and scene.stop is not None and scene.stop.phase == WRITE,
    )


def _moment(scene: Scene, options: WallOptions) -> str:
    """The running phase, 'before' or 'over'; private notes are first 'closed' and then 'open'."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if is_secret(scene, options):
        return f"{scene.stop.phase}.closed"
    if options.is_private and scene.stop.phase == WRITE:
        return f"{scene.stop.phase}.open"
    return scene.stop.phase


def _counts(scene: Scene) -> dict[str, Any]:
    """How many notes hang on the wall, and from each table."""
    per_table = Counter(note.table or 0 for note in notes_of(scene) if not note.hidden)
    rows = [
        {"table": table, "notes": per_table[table]}
        for table in sorted({*range(1, scene.tables + 1), *per_table})
        if table
    ]
    return {"notes": per_table.total(), "per_table": rows}


def _tablet(scene: Scene, options: WallOptions) -> dict[str, Any]:
    writers = {note.author for note in notes_of(scene) if note.on_behalf != "table"}
    here = still_here(scene.people)
    return {
        "is_private": options.is_private,
        "is_revealed": options.is_private and not is_secret(scene, options),
        "writers": len(writers),
        # Who went home had something to say too.
        "people": max(len(here), len(writers)),
        "phoneless": [
            {
                "number": person.number,
                "name": shown_name(person.name, person.number),
                "table": person.table or 0,
            }
            for person in here
            if not person.has_phone
        ],
        "reviewers": {},
    }
