"""What simulated people do in an activity, so that the demonstration can play it.

A manifest names a function `turns(scene, guest, minds)` that yields the turns of one guest in the
running phase. It is asked once, when the phase begins.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.core.people import Person


@dataclass(frozen=True, slots=True)
class Guest:
    """A simulated participant with a phone; `author` is the tag of what they add to this step."""

    person: Person
    author: str


@dataclass(frozen=True, slots=True)
class Doing:
    """An act by its name, with its payload."""

    act: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a guest does once this share (0 to 1) of the phase's time has passed.

    `choose` looks at the scene of that moment; None when there is nothing to do after all.
    """

    at: float
    choose: Callable[[Scene], Doing | None]


class Minds:
    """What people have in their heads, so that nobody says what another said before."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._heads: dict[str, Iterator[Any]] = {}

    def say(self, about: str, things: Callable[[], Sequence[Any]]) -> Any:
        """One of these things that nobody used yet; all of them over again once they are used."""
        if about not in self._heads:
            self._heads[about] = _endless(things(), self.rng)
        return next(self._heads[about])

    def turn(self, soonest: float, latest: float, choose: Callable[[Scene], Doing | None]) -> Turn:
        """A turn at some moment between these shares of the phase."""
        return Turn(self.rng.uniform(soonest, latest), choose)

    def does(self, soonest: float, latest: float, act: str, **payload: Any) -> Turn:
        """A turn with an act that is certain already."""
        done = Doing(act, payload)
        return self.turn(soonest, latest, lambda _scene: done)


Turns = Callable[[Scene, Guest, Minds], Iterator[Turn]]


def fresh_id() -> str:
    """An id as a device makes one."""
    return token_urlsafe(12)


def _endless(things: Sequence[Any], rng: random.Random) -> Iterator[Any]:
    while True:
        yield from rng.sample(things, len(things))
