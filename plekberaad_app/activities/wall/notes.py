"""The notes of a wall: which there are, and whether others than their authors may read them."""

from plekberaad_app.activities.contract.activity import Audience, Note, Scene
from plekberaad_app.activities.kit.wall import NoteWall
from plekberaad_app.activities.wall.options import WRITE, WallOptions

NOTE = "note"
NOTES = NoteWall(NOTE, phase=WRITE, opening="opening")


def wall(scene: Scene, options: WallOptions, audience: Audience) -> tuple[Note, ...]:
    """The wall an audience sees; a private or hidden text is on nobody's."""
    if not NOTES.is_readable(scene, options):
        return ()
    return NOTES.hanging(scene, audience, is_shared=not options.is_per_table)
