"""What an activity can do besides, taken on by name: `class Wall(HasWall, Activity)`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Note, Say, Scene
from plekberaad_app.core.people import Challenge, Person


class HasWall:
    """Notes hang on a wall, which the tablet shows beside whatever view is open."""

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """The wall an audience sees, oldest first. Whatever it may not see is not in the answer.

        Asked for on its own, since it is what changes most: once for every audience and note.
        """
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class WritingActs:
    """The names of the acts about something that one wrote, each of which takes its `id`.

    `change` and `answer` take a new `text` as well. Without `answer` nobody asks about it.
    """

    change: str
    take_back: str
    answer: str = ""


class Writes:
    """People write on a phone, which keeps each text until it hears that it is stored.

    On the tablet, what they write on paper is typed over.
    """

    boxes: Mapping[str, str]
    """For each act that writes: the kind of contribution that comes of it."""
    writing_acts: WritingActs
    """What people do with what they wrote in the first of these boxes."""
    on_paper: Mapping[str, str] = {}
    """The act that writes what stands on a note of paper in a phase; by itself the first."""


class PlansGroups:
    """Its plan says who sits where, so no tables are made anew before the step is over."""

    def preview(self, scene: Scene) -> Mapping[str, Any]:
        """The plan as the facilitator may read it; empty where nothing is planned."""
        return {}


@dataclass(frozen=True, slots=True)
class Replan:
    """A plan in which somebody else has a turn, and the challenge they bring.

    `said` tells the facilitator what changed; `is_kept` is False when it breaks a promise.
    """

    plan: Mapping[str, Any]
    challenge: Challenge
    said: tuple[Say, ...]
    is_kept: bool


class HasTurns:
    """People take turns at a table, and somebody else can take over a turn."""

    def replan(self, scene: Scene, number: int, table: int, person: Person) -> Replan:
        """This person has the turn at a table in a round of the plan; raises NotAllowed."""
        raise NotImplementedError
