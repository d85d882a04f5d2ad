"""The wall: one question, everybody writes, and then everybody reads."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from plekberaad_app.activities.contract.activity import (
    Act,
    Activity,
    Actor,
    Audience,
    Face,
    Note,
    Scene,
    Sign,
)
from plekberaad_app.activities.contract.capabilities import HasWall, Writes
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block
from plekberaad_app.activities.wall import acts, faces, notes, obstacles, report, writing
from plekberaad_app.activities.wall.options import LOOK, WRITE, WallOptions, options_of
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.programme import Step, Stop

_JUDGES: Mapping[type[Act], Callable[[Scene, Any, Actor], Sequence[Contribution]]] = {
    acts.AddNote: writing.add,
    acts.ChangeNote: writing.change,
    acts.TakeBackNote: writing.take_back,
    acts.Open: writing.let_read,
}


class Wall(HasWall, Writes, Activity):
    """One question; everybody writes, openly or first in private, and then everybody reads."""

    Options = WallOptions
    boxes: Mapping[str, str] = {"add_idea": notes.NOTE}
    signs: Mapping[str, Sign] = {WRITE: Sign("pencil", "clay"), LOOK: Sign("eye", "teal")}
    acts: Mapping[str, type[Act]] = {
        "add_idea": acts.AddNote,
        "change_idea": acts.ChangeNote,
        "take_back_idea": acts.TakeBackNote,
        "open": acts.Open,
    }

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First write, then look."""
        return self.options(step.options).stops()

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No question, no tables where each has a wall, notes nobody may read yet, or none."""
        return obstacles.obstacle(scene, options_of(scene))

    def apply(self, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
        """Judge an act; raises a DomainError when refused."""
        judge = _JUDGES.get(type(act))
        if judge is None:
            raise NotAllowed("act_unknown")
        return judge(scene, act, actor)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees beside its wall."""
        return faces.face(scene, options_of(scene), audience)

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """The notes; a private or hidden text is on nobody's wall."""
        return notes.wall(scene, options_of(scene), audience)

    def personal(self, scene: Scene, author: str) -> Mapping[str, Any]:
        """An author's own notes."""
        return {"ideas": report.own(scene, author)}

    def report(self, scene: Scene) -> tuple[Block, ...]:
        """The question and the notes."""
        return report.report(scene, options_of(scene))

    def outcomes(self, scene: Scene) -> tuple[Outcome, ...]:
        """Every note that the room may read."""
        return report.outcomes(scene, options_of(scene))
