"""When simulated participants do what: each activity says what there is to do in its phases."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.demo import Doing, Guest, Minds
from plekberaad_app.activities.contract.discovery import demo_of
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.people import Person
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room.acts import ActRequest


@dataclass(frozen=True, slots=True)
class Participant:
    """A simulated participant with a phone."""

    person: Person
    visitor: Visitor


@dataclass(frozen=True, slots=True)
class Planned:
    """One participant's act, once this share (0 to 1) of the phase's time has passed.

    `request` looks at the scene of that moment; None when there is nothing to do after all.
    """

    at: float
    visitor: Visitor
    request: Callable[[Scene], ActRequest | None]


def planned(scene: Scene, there: Sequence[Participant], minds: Minds) -> list[Planned]:
    """All turns of the running phase, the first one first."""
    found = (turn for one in there for turn in _of_one(scene, one, minds))
    return sorted(found, key=lambda turn: turn.at)


def _of_one(scene: Scene, one: Participant, minds: Minds) -> Iterator[Planned]:
    turns = demo_of(scene.step.kind)
    guest = Guest(one.person, author_tag(one.visitor.key, scene.step.id))
    for turn in turns(scene, guest, minds) if turns else ():
        yield Planned(turn.at, one.visitor, _requesting(turn.choose))


def _requesting(choose: Callable[[Scene], Doing | None]) -> Callable[[Scene], ActRequest | None]:
    def request(scene: Scene) -> ActRequest | None:
        doing = choose(scene)
        number = scene.stop.round if scene.stop else 1
        return doing and ActRequest(scene.step.id, number, doing.act, doing.payload)

    return request
