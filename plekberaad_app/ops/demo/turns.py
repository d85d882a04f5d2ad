"""What simulated participants do in each phase, and when: decided once, at its start."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from secrets import token_urlsafe
from typing import Any

from plekberaad_app.activities.carousel import wall
from plekberaad_app.activities.carousel.options import options_of
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.voting.choices import choices_of
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.people import Person
from plekberaad_app.ops.demo import cast
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room.acts import ActRequest

MAX_IDEAS = 4
MAX_MARKS = 3


@dataclass(frozen=True, slots=True)
class Guest:
    """A simulated participant with a phone."""

    person: Person
    visitor: Visitor


@dataclass(frozen=True, slots=True)
class Turn:
    """One guest's act, once this share (0 to 1) of the phase's time has passed.

    `wish` looks at the scene of that moment; None when there is nothing to do after all.
    """

    at: float
    visitor: Visitor
    request: Callable[[Scene], ActRequest | None]


class Minds:
    """What people have in their heads, so that nobody says what another said before."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._ideas = _endless(cast.ideas(), rng)
        self._answers = _endless(cast.answers(), rng)
        self._resolutions = _endless(cast.resolutions(), rng)

    def turns(self, scene: Scene, guests: Sequence[Guest]) -> list[Turn]:
        """All turns of the running phase, the first one first."""
        stop = scene.stop
        plans: Mapping[str, Callable[[Scene, Guest], Iterator[Turn]]] = {
            "ideas": self._write,
            "review": self._look_back,
            "next_step": self._decide,
            "vote": self._vote,
        }
        plan = plans.get(stop.phase) if stop else None
        turns = [turn for guest in guests for turn in plan(scene, guest)] if plan else []
        return sorted(turns, key=lambda turn: turn.at)

    def _write(self, scene: Scene, guest: Guest) -> Iterator[Turn]:
        if _role(scene, guest) != "thinker":
            return
        for _ in range(self.rng.randint(1, MAX_IDEAS)):
            payload = {"id": token_urlsafe(12), "text": next(self._ideas), "round": _number(scene)}
            yield self._turn(guest, 0.05, 0.95, _always("add_idea", payload))

    def _look_back(self, scene: Scene, guest: Guest) -> Iterator[Turn]:
        if _role(scene, guest) == "owner":
            for _ in range(self.rng.randint(1, MAX_MARKS)):
                yield self._turn(guest, 0.1, 0.8, lambda now: self._judge(now, guest, "mark_idea"))
            ask = "ask_clarification"
            yield self._turn(guest, 0.1, 0.5, lambda now: self._judge(now, guest, ask))
        else:
            yield self._turn(guest, 0.6, 0.9, lambda now: self._explain(now, guest))

    def _judge(self, scene: Scene, guest: Guest, act: str) -> ActRequest | None:
        table, _ = round_of(scene, _number(scene)).seat(guest.person)
        ideas = wall.readable(scene, options_of(scene), _number(scene))
        fresh = [idea for idea in ideas if idea.table == table and _is_untouched(idea)]
        if not fresh:
            return None
        return _wish(scene, act, {"id": self.rng.choice(fresh).id, "on": True})

    def _explain(self, scene: Scene, guest: Guest) -> ActRequest | None:
        tag = author_tag(guest.visitor.key, scene.step.id)
        for idea in scene.board.of_author(tag, wall.IDEA):
            if idea.payload["asked"] and not idea.payload["answer"]:
                said = {"id": idea.id, "text": next(self._answers)}
                return _wish(scene, "answer_idea", said)
        return None

    def _decide(self, scene: Scene, guest: Guest) -> Iterator[Turn]:
        if _role(scene, guest) == "owner":
            decided = asdict(next(self._resolutions))
            yield self._turn(guest, 0.1, 0.6, _always("record_next_step", decided))

    def _vote(self, scene: Scene, guest: Guest) -> Iterator[Turn]:
        options = VotingOptions.model_validate(scene.step.options)
        choices = choices_of(scene, options)
        for _ in range(options.budget if choices else 0):
            dot = {"id": token_urlsafe(12), "choice": self.rng.choice(choices).id}
            yield self._turn(guest, 0.05, 0.9, _always("vote", dot))

    def _turn(
        self,
        guest: Guest,
        soonest: float,
        latest: float,
        request: Callable[[Scene], ActRequest | None],
    ) -> Turn:
        return Turn(self.rng.uniform(soonest, latest), guest.visitor, request)


def _endless(things: Sequence[Any], rng: random.Random) -> Iterator[Any]:
    while True:
        yield from rng.sample(things, len(things))


def _always(act: str, payload: Mapping[str, Any]) -> Callable[[Scene], ActRequest | None]:
    return lambda scene: _wish(scene, act, payload)


def _wish(scene: Scene, act: str, payload: Mapping[str, Any]) -> ActRequest:
    return ActRequest(scene.step.id, _number(scene), act, payload)


def _number(scene: Scene) -> int:
    return scene.stop.round if scene.stop else 1


def _role(scene: Scene, guest: Guest) -> str:
    return round_of(scene, _number(scene)).seat(guest.person)[1]


def _is_untouched(idea: Contribution) -> bool:
    return not (idea.hidden or idea.withdrawn or idea.payload["marked"] or idea.payload["asked"])
