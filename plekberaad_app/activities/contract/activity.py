"""What the core knows of an activity (werkvorm): this interface and nothing more.

An activity judges and shows; it never stores. The core hands it a `Scene`, it answers with
changed contributions, with what an audience sees, and with what the step leaves: blocks for the
report (report.py) and outcomes for later steps (outcomes.py).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from plekberaad_app.activities.contract.outcomes import Outcome, Takes, no_outcomes
from plekberaad_app.activities.contract.parsing import StepOptions, read_options
from plekberaad_app.activities.contract.views import NO_VIEW, Views
from plekberaad_app.core.contributions import Board, Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.groups import Group
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.core.rights import Action, Resource, Role, may
from plekberaad_app.core.say import Say

if TYPE_CHECKING:
    from plekberaad_app.activities.contract.obstacle import Obstacle
    from plekberaad_app.activities.contract.report import Block

ScreenName = Literal["phone", "projector", "tablet"]
"""The screens that an activity draws."""
AnyScreen = ScreenName | Literal["host", "artist"]
"""Those of helpers too, which the room draws; of a table, an activity says what a phone sees."""
THANKS = "thanks"
"""The phase, of whatever activity, in which the room is thanked: phones then have what people take
home (`screen.home`)."""


class Act(BaseModel):
    """Something a person asks of a step; parsed strictly, unknown fields are refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `author` is the tag under which this person's contributions to the step stand.

    A facilitator has no `person`. For an entry on behalf of somebody the service has already
    put that person's tag in `author` and says so in `on_behalf` ('table' or 'person').
    """

    author: str
    person: Person | None = None
    is_facilitator: bool = False
    on_behalf: str = ""

    def may(self, action: Action, resource: Resource, *, is_owner: bool = False) -> bool:
        """Whether the table of rights lets them; `is_owner`: of the round it is about."""
        return may(self._role(is_owner), action, resource)

    def _role(self, is_owner: bool) -> Role:
        if self.is_facilitator:
            return Role.STAND_IN
        return Role.OWNER if is_owner else Role.PARTICIPANT


def _nobody(_person: Person) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A step as it stands now, with the room around it.

    `stop_index` is -1 before the step begins and len(stops) once it is over. `ends_at`: when the
    time of the running stop is up, as long as the clock runs. With `approves_first` what people
    write waits for a facilitator: the core sees to it. `outcomes` answers what the steps before
    this one published; an activity asks for it by `take`. `proxy_author` answers under which tag
    facilitators contribute for a person, which is another tag than that person's own.
    """

    step: Step
    stops: tuple[Stop, ...]
    stop_index: int
    people: tuple[Person, ...]
    tables: int
    challenges: tuple[Challenge, ...]
    board: Board
    now: datetime
    steps: tuple[Step, ...] = ()
    ends_at: datetime | None = None
    approves_first: bool = False
    outcomes: Callable[[], tuple[Outcome, ...]] = field(
        default=no_outcomes, compare=False, repr=False
    )
    proxy_author: Callable[[Person], str] = field(default=_nobody, compare=False, repr=False)

    @property
    def stop(self) -> Stop | None:
        """The running stop, or None when the step has not begun or is over."""
        if 0 <= self.stop_index < len(self.stops):
            return self.stops[self.stop_index]
        return None

    def take(self, takes: Takes) -> tuple[Outcome, ...]:
        """What earlier steps brought that this step takes up, in the order of the programme."""
        return tuple(each for each in self.outcomes() if takes.includes(each))

    def has_reached(self, phase: str, round_number: int = 1) -> bool:
        """Whether the room is in, or past, this phase of this round."""
        return any(
            stop.phase == phase and stop.round == round_number
            for stop in self.stops[: self.stop_index + 1]
        )


@dataclass(frozen=True, slots=True)
class Audience:
    """Who looks: a kind of screen and, for phones, the table and the role in this round.

    `group` is the pair or trio, in a stop that has them; nobody else sees what it sees. The screen
    of an artist is about one step.
    """

    screen: AnyScreen
    table: int | None = None
    role: str = ""
    group: Group | None = None
    step_id: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a phase is known by on every screen: an icon of the sprite, and a hue of tokens.css."""

    icon: str
    hue: str


@dataclass(frozen=True, slots=True)
class Note:
    """A paper note on a wall, as an audience may see it. Carries no name.

    `held` says why a hidden note waits for the facilitator (core/personal_data.py), or ''.
    `paper`: somebody typed it over; only the tablet, which may change it then, learns of it.
    """

    id: str
    text: str
    table: int
    marked: bool = False
    asked: bool = False
    answer: str = ""
    hidden: bool = False
    held: str = ""
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What the facilitator says to the room, and what they do meanwhile."""

    say: Say
    do: Say

    @classmethod
    def under(cls, key: str) -> Self:
        """The two texts of the catalogue that stand under this key."""
        return cls(say=Say(f"{key}.say"), do=Say(f"{key}.do"))


@dataclass(frozen=True, slots=True)
class Face:
    """What one audience sees of a step now, but for the notes on its wall.

    `line` is the one sentence that says what to do; `script` is for the facilitator only. `view` is
    what the panel of this screen draws, of the type in `Activity.views`. `asks` on a phone: there
    is something to do now, for somebody who had put it away.
    """

    line: Say
    view: Any = NO_VIEW
    script: Script | None = None
    asks: bool = False


Asked = TypeVar("Asked", bound=Act)


@dataclass(frozen=True, slots=True)
class Shorter:
    """How a step can take less time: with these options, and in a sentence that advises it."""

    options: Mapping[str, Any]
    advice: Say


@dataclass(frozen=True, slots=True)
class Rule(Generic[Asked]):
    """Something that people can ask, and who judges it.

    `judge` answers the new or changed contributions, or raises a DomainError.
    """

    act: type[Asked]
    judge: Callable[[Scene, Asked, Actor], Sequence[Contribution]]


class Activity:
    """One werkvorm (activity). All methods are pure; a subclass has what differs from this.

    It needs `signs` and `face`. What it can do besides (a wall, writing, turns, who sits where) it
    takes on by name, from `contract/capabilities.py`.
    """

    Options: type[StepOptions] = StepOptions
    """What can be set for a step, with defaults."""
    signs: Mapping[str, Sign]
    """The sign of each of its phases."""
    acts: Mapping[str, Rule[Any]] = {}
    """What people can ask of it, by name; no other activity knows these names."""
    counted: Mapping[str, str] = {}
    """Kinds of contributions without words, each with the key of what 'Mijn gegevens' calls them:
    people are told there how many of theirs there are."""
    views: Views = Views()
    """What each screen draws of it."""

    @property
    def publishes(self) -> bool:
        """Whether it has something that later steps may take up."""
        return type(self).outcomes is not Activity.outcomes

    def options(self, raw: Mapping[str, Any]) -> Any:
        """Read a step's options, with defaults; raises BadInput."""
        return read_options(self.Options, raw)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """The timed parts of a step, in order: one for each sign, of as long as it was set to."""
        length = timedelta(seconds=getattr(self.options(step.options), "length", 300))
        return tuple(Stop(phase, length) for phase in self.signs)

    def summary(self, step: Step) -> str:
        """What a list of steps tells of this one below its title, such as its question."""
        return ""

    def lacks(self, step: Step) -> str:
        """The code of what still has to be set before this step can begin; '' when nothing.

        The desk tells it beside the step. The room hears of it from `obstacle`.
        """
        return ""

    def shorter(self, step: Step, seconds: int) -> Shorter | None:
        """How this step takes so many seconds less, where it knows a better way than a shorter
        version of itself."""
        return None

    def halves(self, step: Step) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
        """The options of two steps that do the same with a break between them, if it can be cut in
        two."""
        return None

    def obstacle(self, scene: Scene) -> "Obstacle | None":
        """Why the room cannot go on from here, or cannot begin this step, and how it can."""
        return None

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """What is decided once, when the step begins; JSON-ready."""
        return {}

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """The table where a person sits in this stop, and their role there."""
        return person.table, ""

    def apply(self, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
        """Judge an act: the new or changed contributions; raises a DomainError when refused."""
        for rule in self.acts.values():
            if rule.act is type(act):
                return rule.judge(scene, act, actor)
        raise NotAllowed("act_unknown")

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees. Whatever it may not see is not in the answer."""
        raise NotImplementedError

    def planned_script(self, scene: Scene) -> Script | None:
        """What the facilitator says and does in this stop if all goes as planned.

        It is printed before anybody has come: the scene has no people and an empty board.
        """
        return self.face(scene, Audience("tablet")).script

    def personal(self, scene: Scene, author: str) -> Any:
        """What only this author sees (dots left, a choice made), of the type in `views`."""
        return NO_VIEW

    def report(self, scene: Scene) -> "Sequence[Block]":
        """What the step leaves for the report; with nothing its title stands there all the same."""
        return ()

    def decided(self, scene: Scene) -> "Sequence[Block]":
        """The next steps of the report, which screens ask for at every change.

        An activity with a long report answers without making all of it.
        """
        return self.report(scene)

    def outcomes(self, scene: Scene) -> Sequence[Outcome]:
        """What a later step may take up: nothing hidden, and no trace of an author."""
        return ()
