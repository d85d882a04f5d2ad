"""A room in which the rules of activities are tried: people, a step, a board, a moment."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Activity, Actor, Scene
from plekberaad_app.activities.contract.acts import in_round
from plekberaad_app.activities.contract.capabilities import PlansGroups
from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.activities.contract.groups import with_groups
from plekberaad_app.activities.contract.judging import judge
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.parsing import parse
from plekberaad_app.activities.contract.stage import outcomes_of, stops_of
from plekberaad_app.core.contributions import Contribution, MemoryBoard
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step

NOW = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
FACILITATOR = Actor(author="tag-of-facilitator", is_facilitator=True)


def kind_of(activity: Activity) -> str:
    """Under which kind the program knows it."""
    return next(kind for kind, one in activities().items() if type(one.rules) is type(activity))


@dataclass
class Room:
    """A step being played: keeps the board, moves through the stops, does acts as people."""

    activity: Activity
    people: tuple[Person, ...]
    challenges: tuple[Challenge, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    tables: int = 0
    steps_before: tuple[Step, ...] = ()
    stop_index: int = -1
    board: MemoryBoard = field(default_factory=MemoryBoard)

    @property
    def step(self) -> Step:
        kind = kind_of(self.activity)
        return Step(f"step-{kind}", kind, "", self.options, self.plan)

    @property
    def scene(self) -> Scene:
        return Scene(
            step=self.step,
            stops=self.activity.stops(self.step),
            stop_index=self.stop_index,
            people=self.people,
            tables=self.tables,
            challenges=self.challenges,
            board=self.board,
            now=NOW,
            steps=(*self.steps_before, self.step),
            outcomes=self._outcomes_before,
            proxy_author=lambda who: on_behalf_of(who).author,
        )

    def _outcomes_before(self) -> tuple[Outcome, ...]:
        """What the steps before this one published, each of them over."""
        return self._published(self.steps_before)

    def _published(self, steps: tuple[Step, ...]) -> tuple[Outcome, ...]:
        """By these steps, each of which takes up what those before it published."""
        if not steps:
            return ()
        *earlier, step = steps
        before = tuple(earlier)
        over = replace(
            self.scene,
            step=step,
            stops=stops_of(step),
            stop_index=len(stops_of(step)),
            outcomes=lambda: self._published(before),
        )
        return (*self._published(before), *outcomes_of(over))

    def begin(self) -> "Room":
        """Freeze the plan and stand at the first stop."""
        self.plan = dict(self.activity.plan(self.scene))
        return self.stand_at(0)

    def stand_at(self, stop_index: int) -> "Room":
        """Stand at a stop, before all (-1) or past the last; with its pairs, where it has any."""
        self.stop_index = stop_index
        if isinstance(self.activity, PlansGroups):
            self.plan = dict(with_groups(self.activity, self.scene))
        return self

    def go_to(self, phase: str, round_number: int = 1) -> "Room":
        """Stand at a phase of a round."""
        stops = self.activity.stops(self.step)
        return self.stand_at(
            next(
                index
                for index, stop in enumerate(stops)
                if (stop.phase, stop.round) == (phase, round_number)
            )
        )

    def end(self) -> "Room":
        """Stand past the last stop."""
        self.stop_index = len(self.activity.stops(self.step))
        return self

    def act(self, actor: Actor, name: str, **payload: Any) -> Sequence[Contribution]:
        """Do an act as the service does it, and let what changed stand on the board."""
        number = self.scene.stop.round if self.scene.stop else 1
        asked = parse(self.activity, name, in_round(self.activity, name, payload, number))
        changed = judge(self.activity, self.scene, asked, actor)
        self.board = self.board.with_changes(changed)
        return changed

    def hide(self, contribution_id: str) -> None:
        """Hide a contribution, as the facilitator does."""
        item = self.board.get(contribution_id)
        assert item is not None
        self.board = self.board.with_changes([replace(item, hidden=True)])


def person(number: int, table: int | None = None, seat: int | None = None, **more: Any) -> Person:
    """A person called by a letter: number 1 is A."""
    name = more.pop("name", chr(64 + number) if number <= 26 else f"P{number}")
    return Person(id=f"person-{number}", number=number, name=name, table=table, seat=seat, **more)


def actor_of(who: Person) -> Actor:
    """This person, on their own phone."""
    return Actor(author=f"tag-{who.number}", person=who)


def on_behalf_of(who: Person) -> Actor:
    """The facilitator, entering something for this person."""
    return Actor(f"proxy-tag-{who.number}", who, is_facilitator=True, on_behalf="person")
