"""What was decided for a table whose owner has left, stored once per round and table."""

from functools import lru_cache

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.core.contributions import Contribution

REST = "rest"
KEPT_WISH = "kept_wish"


def rests(scene: Scene, number: int, table: int) -> bool:
    """Whether it was decided that this table goes without a wish in this round."""
    return scene.board.get(decision_id(REST, scene.step.id, number, table)) is not None


def kept_wish(scene: Scene, number: int, table: int) -> str:
    """The sentence that stayed for whoever takes the turn over, or ''."""
    found = scene.board.get(decision_id(KEPT_WISH, scene.step.id, number, table))
    return found.payload["sentence"] if found else ""


def decision(
    scene: Scene, actor: Actor, kind: str, number: int, table: int, **payload: str
) -> Contribution:
    """The decision about this table, of this kind, as the facilitator made it."""
    decided = decision_id(kind, scene.step.id, number, table)
    return contribution(scene, actor, kind, decided, payload, number=number, table=table)


@lru_cache(maxsize=1024)
def decision_id(kind: str, step_id: str, number: int, table: int) -> str:
    """Always the same id, so that deciding twice is deciding once."""
    return own_id(kind, step_id, number, table)
