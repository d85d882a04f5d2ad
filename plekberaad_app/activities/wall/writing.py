"""The rules of writing on a wall: who may write, change, take back and open it, and when."""

from collections.abc import Sequence

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import is_repeat
from plekberaad_app.activities.kit import writing as kit
from plekberaad_app.activities.kit.contributing import require_facilitator
from plekberaad_app.activities.wall.acts import AddNote, ChangeNote, Open, TakeBackNote
from plekberaad_app.activities.wall.notes import NOTE, NOTES
from plekberaad_app.activities.wall.options import WRITE
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource


def add(scene: Scene, act: AddNote, actor: Actor) -> Sequence[Contribution]:
    """A new note, also late from a phone that was offline; the same sent twice is one.

    Raises NotAllowed (wall.too_early, wall.only_for_yourself, wall.too_many, id_taken).
    """
    if is_repeat(scene, act.id, NOTE, actor):
        return ()
    if not scene.has_reached(WRITE):
        raise NotAllowed("wall.too_early")
    table = kit.table_of(scene, act, actor, "wall")
    kit.require_space(scene, actor.author, NOTE, 1, table, "wall.too_many")
    return (kit.written(scene, act, actor, NOTE, table, phase=WRITE),)


def change(scene: Scene, act: ChangeNote, actor: Actor) -> Sequence[Contribution]:
    """Other words for one's own note, until the step is over; raises NotFound or NotAllowed."""
    return kit.rewrite(scene, act, actor, NOTE, "wall.words_stand")


def take_back(scene: Scene, act: TakeBackNote, actor: Actor) -> Sequence[Contribution]:
    """Leave an empty shell of one's own note."""
    return kit.take_back(scene, act, actor, NOTE)


def let_read(scene: Scene, _act: Open, actor: Actor) -> Sequence[Contribution]:
    """Everybody may read the notes from now on; raises NotAllowed."""
    require_facilitator(actor, Resource.SECRECY, "wall")
    if not scene.has_reached(WRITE):
        raise NotAllowed("wall.too_early")
    return NOTES.opened(scene, actor)
