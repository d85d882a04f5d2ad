"""What an activity can do besides, taken on by name: `class Wall(HasWall, Activity)`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Note, Say, Scene
from plekberaad_app.activities.contract.groups import meeting_table, pair_of
from plekberaad_app.core.groups import Grouping
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step, Stop


@dataclass(frozen=True, kw_only=True)
class WallTablet:
    """What the tablet draws beside every view of an activity with a wall.

    `is_private`: notes are first for their authors' eyes only; `is_revealed`: the room may read
    them now.
    """

    is_private: bool
    is_revealed: bool


class HasWall:
    """Notes hang on a wall, which the tablet shows beside whatever view is open.

    Its view of the tablet is a `WallTablet`.
    """

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


@dataclass(frozen=True)
class OwnNote:
    """A note as its own author sees it, hidden or not; it is only here once it is stored.

    `held` says why it waits for the facilitator. `by` is who chose it or asks about it ('' for
    somebody without a name). `step_id` is its step, and `kind` the activity of that, if it is not
    the running one; the core fills them in.
    """

    id: str = ""
    text: str = ""
    round: int = 1
    step_id: str = ""
    kind: str = ""
    hidden: bool = False
    marked: bool = False
    asked: bool = False
    answer: str = ""
    held: str = ""
    by: str = ""


@dataclass(frozen=True)
class ForWhom:
    """Somebody without a phone, and the table where they sit now (0: at none)."""

    number: int
    name: str
    table: int


@dataclass(frozen=True, kw_only=True)
class PaperTablet:
    """What the tablet's view 'paper' draws: for whom somebody may type."""

    phoneless: tuple[ForWhom, ...]


class Writes:
    """People write on a phone, which keeps each text until it hears that it is stored.

    On the tablet, what they write on paper is typed over. Its
    view of the tablet is a `PaperTablet`.
    """

    boxes: Mapping[str, str]
    """For each act that writes: the kind of contribution that comes of it."""
    writing_acts: WritingActs
    """What people do with what they wrote in the first of these boxes."""
    on_paper: Mapping[str, str] = {}
    """The act that writes what stands on a note of paper in a phase; by itself the first."""

    def open_boxes(self, scene: Scene, person: Person) -> Collection[str]:
        """Which of the boxes this person may write in now, of a step that runs.

        The room is told that somebody writes only where the box is open.
        """
        raise NotImplementedError

    def own_notes(self, scene: Scene, author: str) -> Sequence[OwnNote]:
        """What this author wrote, oldest first, as their phone lists it; nothing by itself."""
        return ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan as the facilitator may read it, before its step and while that runs.

    `says` tells how it fits or, where that `is_wrong`, what has to change. Once it `is_frozen`
    nobody is planned anew. `view` is what the panel of the plan draws.
    """

    view: Any
    says: tuple[Say, ...] = ()
    is_wrong: bool = False
    is_frozen: bool = False


class PlansGroups:
    """Its plan says who is with whom, so no tables are made anew before the step is over.

    Either the activity decides itself who sits where (`plan`, `seat`), or it says per stop how
    people are grouped, and the core plans the pairs and trios (groups.py): when the room comes to a
    stop that makes new ones, for whoever comes late, and when somebody leaves.

    What `Panels.plan` draws of its preview stands on the tablet, below people's wishes.
    """

    def grouping(self, step: Step, stop: Stop) -> Grouping | None:
        """How people are grouped in a stop; None where they sit as `seat` says."""
        return None

    def strain(self, scene: Scene, one: Person, other: Person) -> int:
        """How much there is against these two in one pair or trio, from 0 to 100."""
        return 0

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """The table where one's pair or trio meets; else one's own."""
        pair = pair_of(scene, person)
        return (meeting_table(scene, pair) or None if pair else person.table), ""

    def preview(self, scene: Scene) -> Preview | None:
        """The plan, or what it waits for; None where nothing is planned."""
        return None


@dataclass(frozen=True, slots=True)
class Replan:
    """A plan in which somebody else has a turn, and the challenge they bring.

    `said` tells the facilitator what changed; `is_kept` is False when it breaks a promise.
    """

    plan: Mapping[str, Any]
    challenge: Challenge
    said: tuple[Say, ...]
    is_kept: bool


class OffersContact:
    """People may ask the library to write or call them about the question of a step."""

    def contact_about(self, step: Step) -> str:
        """The question about which people may ask for that; '' where they may not."""
        raise NotImplementedError


class KeepsPrivate:
    """People write what is only for themselves, or for one other: it is wiped at closing.

    No outcome, report or export ever has it. Until the evening is closed it is their own as all
    that they wrote: in *Mijn gegevens*, and erased on request.
    """

    private: frozenset[str]
    """The kinds of contributions that are wiped."""


@dataclass(frozen=True, slots=True)
class LeavingActs:
    """The names of the acts for the wish of somebody who leaves, each of a `table` in a `round`.

    With `keep` it stays, for whoever takes over the turn; with `rest` the table goes without one.
    """

    keep: str
    rest: str


class HasTurns:
    """People take turns at a table, and somebody else can take over a turn."""

    leaving_acts: LeavingActs
    others: str
    """The role of the people at a table whose turn it is not."""

    def turns_left(self, scene: Scene, number: int) -> Sequence[tuple[int, int]]:
        """The round and the table of each turn that the person with this number still has."""
        raise NotImplementedError

    def replan(self, scene: Scene, number: int, table: int, person: Person) -> Replan:
        """This person has the turn at a table in a round of the plan; raises NotAllowed."""
        raise NotImplementedError
