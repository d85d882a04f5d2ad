"""What phone, projector and tablet see of a wall, but for the notes on it."""

from collections import Counter
from collections.abc import Mapping

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.for_somebody import for_whom
from plekberaad_app.activities.wall.notes import NOTES
from plekberaad_app.activities.wall.options import WRITE, WallOptions
from plekberaad_app.activities.wall.views import PhoneView, ProjectorView, TableCount, TabletView
from plekberaad_app.core.people import still_here


def face(scene: Scene, options: WallOptions, audience: Audience) -> Face:
    """What an audience sees beside its wall."""
    moment = _moment(scene, options)
    is_tablet, is_phone = audience.screen == "tablet", audience.screen == "phone"
    return Face(
        line=Say(f"wall.line.all.{moment}"),
        view=_VIEWS[audience.screen](scene, options),
        script=Script.under(f"wall.script.{moment}") if is_tablet else None,
        asks=is_phone and scene.stop is not None and scene.stop.phase == WRITE,
    )


def _moment(scene: Scene, options: WallOptions) -> str:
    """The running phase, 'before' or 'over'; private notes are first 'closed' and then 'open'."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if NOTES.is_secret(scene, options):
        return f"{scene.stop.phase}.closed"
    if options.is_private and scene.stop.phase == WRITE:
        return f"{scene.stop.phase}.open"
    return scene.stop.phase


def _phone(scene: Scene, options: WallOptions) -> PhoneView:
    return PhoneView(options.question, NOTES.is_secret(scene, options), options.offers_contact)


def _projector(scene: Scene, options: WallOptions) -> ProjectorView:
    per_table = _per_table(scene)
    return ProjectorView(
        question=options.question,
        is_private=NOTES.is_secret(scene, options),
        notes=per_table.total(),
        per_table=_rows(scene, per_table),
    )


def _tablet(scene: Scene, options: WallOptions) -> TabletView:
    per_table = _per_table(scene)
    writers = {note.author for note in NOTES.written(scene) if note.on_behalf != "table"}
    here = still_here(scene.people)
    return TabletView(
        question=options.question,
        is_private=options.is_private,
        is_revealed=options.is_private and not NOTES.is_secret(scene, options),
        notes=per_table.total(),
        per_table=_rows(scene, per_table),
        writers=len(writers),
        # Who went home had something to say too.
        people=max(len(here), len(writers)),
        phoneless=for_whom(scene),
    )


_VIEWS = {"phone": _phone, "projector": _projector, "tablet": _tablet}


def _per_table(scene: Scene) -> Counter[int]:
    """How many notes hang on the wall from each table; 0: from nobody's."""
    return Counter(note.table or 0 for note in NOTES.written(scene) if not note.hidden)


def _rows(scene: Scene, per_table: Mapping[int, int]) -> tuple[TableCount, ...]:
    tables = {*range(1, scene.tables + 1), *per_table} - {0}
    return tuple(TableCount(table, per_table[table]) for table in sorted(tables))
