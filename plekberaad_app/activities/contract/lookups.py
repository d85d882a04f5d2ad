"""What acts of every activity need: a person, a contribution, an id of our own making."""

from functools import lru_cache
from hashlib import blake2b

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.people import Person


def person_numbered(scene: Scene, number: int) -> Person:
    """The person in the room with this number; raises NotFound('person_unknown')."""
    for person in scene.people:
        if person.number == number:
            return person
    raise NotFound("person_unknown")


def is_repeat(scene: Scene, contribution_id: str, kind: str, actor: Actor) -> bool:
    """Whether this contribution came in before; NotAllowed('id_taken') if another has its id."""
    known = scene.board.get(contribution_id)
    if known is None:
        return False
    if (known.step_id, known.kind, known.author) != (scene.step.id, kind, actor.author):
        raise NotAllowed("id_taken")
    return True


def standing(scene: Scene, contribution_id: str, kind: str) -> Contribution:
    """A contribution of this step that was not withdrawn; raises NotFound('<kind>_unknown')."""
    found = scene.board.get(contribution_id)
    if found is None or found.withdrawn or (found.step_id, found.kind) != (scene.step.id, kind):
        raise NotFound(f"{kind}_unknown")
    return found


@lru_cache(maxsize=4096)
def challenge_id(owner: Person) -> str:
    """Always the same, so that who withdraws and comes back has the same turn in a fixed plan."""
    return own_id("challenge", owner.id)


def own_id(kind: str, *parts: str | int) -> str:
    """The id of what exists once per step (and round): at most 40 characters, with a dot in it."""
    digest = blake2b("/".join(map(str, parts)).encode(), digest_size=14).hexdigest()
    return f"{kind}.{digest}"
