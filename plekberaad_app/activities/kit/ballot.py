"""Answers and votes: given in one phase, by everybody for themselves or for who has no phone."""

from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.kit.for_somebody import require_own
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Ballot:
    """What people give in a `phase`, each as contributions of one `kind`.

    The codes of refusals begin with the `activity`.
    """

    activity: str
    kind: str
    phase: str

    def is_open(self, scene: Scene) -> bool:
        """Whether people may give something now, and change it."""
        return scene.stop is not None and scene.stop.phase == self.phase

    def require_right(self, scene: Scene, number: int | None, actor: Actor) -> None:
        """Raises NotAllowed ('<activity>.closed', or as `require_own`) or NotFound."""
        if not self.is_open(scene):
            raise NotAllowed(f"{self.activity}.closed")
        require_own(scene, number, actor, self.activity)

    def given_by(self, scene: Scene, author: str) -> list[Contribution]:
        """What this author gave, in order of arrival, hidden or not."""
        given = scene.board.of_author(author, self.kind)
        return [item for item in given if item.step_id == scene.step.id]
