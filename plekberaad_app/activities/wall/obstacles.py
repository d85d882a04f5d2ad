"""Why the room cannot begin to write, or cannot read yet; and the taps that end it."""

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Cure, Obstacle, leaving_out
from plekberaad_app.activities.kit.question import ask_question
from plekberaad_app.activities.wall.notes import NOTES
from plekberaad_app.activities.wall.options import WRITE, WallOptions
from plekberaad_app.core.seating import propose_tables


def obstacle(scene: Scene, options: WallOptions) -> Obstacle | None:
    """The first thing in the way, or None."""
    if scene.stop_index < 0:
        return _no_question(scene, options) or _no_tables(scene, options)
    if scene.stop is None or scene.stop.phase != WRITE:
        return None
    return _no_question(scene, options) or _unread(scene, options) or _unwritten(scene)


def _no_question(scene: Scene, options: WallOptions) -> Obstacle | None:
    """A room that was led past this writes without a question, until somebody types one."""
    if options.question:
        return None
    typed = Cure("set_options", Say("wall.cure.question"), asks=(ask_question("wall"),))
    cures = (typed, leaving_out(scene))
    return Obstacle("wall.no_question", cures, is_blocking=scene.stop is None)


def _no_tables(scene: Scene, options: WallOptions) -> Obstacle | None:
    if not options.is_per_table or any(person.table for person in scene.people):
        return None
    shared = Cure("set_options", Say("wall.cure.for_all"), values={"is_per_table": False})
    return Obstacle("wall.no_tables", (*_making_tables(scene), shared), view="tables")


def _making_tables(scene: Scene) -> tuple[Cure, ...]:
    if not scene.people:
        return ()
    tables = propose_tables(len(scene.people)).tables
    label = Say("live.cure.make_tables", {"n": tables})
    return (Cure("make_tables", label, values={"tables": tables}),)


def _unread(scene: Scene, options: WallOptions) -> Obstacle | None:
    """Who looks at a wall has to be able to read it."""
    if not (NOTES.is_secret(scene, options) and NOTES.written(scene)):
        return None
    return Obstacle("wall.open_first", (Cure("act", Say("wall.cure.open"), "open"),), can_wait=True)


def _unwritten(scene: Scene) -> Obstacle | None:
    """Told, in case nobody has seen that there is something to write."""
    if NOTES.written(scene):
        return None
    cures = (leaving_out(scene),)
    return Obstacle("wall.nothing_yet", cures, is_blocking=False, can_wait=True)
