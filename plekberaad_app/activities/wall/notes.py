"""The notes of a wall: which there are, and whether others than their authors may read them."""

from plekberaad_app.activities.contract.activity import Audience, Note, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.wall.options import WRITE, WallOptions
from plekberaad_app.core.contributions import Board, Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.pending_review import held

NOTE = "note"
OPENING = "opening"


def notes_of(scene: Scene) -> list[Contribution]:
    """All notes, hidden ones too, in order of arrival."""
    return list(scene.board.of_step(scene.step.id, NOTE))


def visible(scene: Scene, options: WallOptions) -> list[Contribution]:
    """What the whole room may read now, in order of arrival."""
    if not is_readable(scene, options):
        return []
    return [note for note in notes_of(scene) if not note.hidden]


def is_secret(scene: Scene, options: WallOptions) -> bool:
    """Whether the notes are still for their authors' eyes only."""
    return options.is_private and scene.board.get(opening_id(scene)) is None


def opening_id(scene: Scene) -> str:
    """The id of the contribution that says that everybody may read the notes."""
    return own_id(OPENING, scene.step.id)


def is_readable(scene: Scene, options: WallOptions) -> bool:
    """Whether notes may leave their authors' phones now."""
    return scene.has_reached(WRITE) and not is_secret(scene, options)


def wall(scene: Scene, options: WallOptions, audience: Audience) -> tuple[Note, ...]:
    """The wall an audience sees; a private or hidden text is on nobody's.

    The tablet gets hidden notes too, to bring them back, and hears which came from paper.
    """
    if not is_readable(scene, options):
        return ()
    is_own_only = audience.screen == "phone" and options.is_per_table
    table = audience.table or 0 if is_own_only else None
    return _wall(scene.board, scene.step.id, table, audience.screen == "tablet")


# The board is that of a snapshot: it does not change.
@memoized(64)
def _wall(board: Board, step_id: str, table: int | None, is_tablet: bool) -> tuple[Note, ...]:
    return tuple(
        _as_note(note, is_tablet)
        for note in board.of_step(step_id, NOTE)
        if (is_tablet or not note.hidden) and table in (None, note.table or 0)
    )


@memoized(4096)
def _as_note(note: Contribution, is_tablet: bool) -> Note:
    return Note(
        id=note.id,
        text=note.payload["text"],
        table=note.table or 0,
        hidden=note.hidden,
        held=held(note),
        paper=is_tablet and bool(note.on_behalf),
    )
