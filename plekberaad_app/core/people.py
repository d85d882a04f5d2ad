"""Who is in the room: participants as the rules see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plekberaad_app.core.memoizing import memoized

# Enough for a first name and no more: who people are is none of the program's business.
MAX_FIRST_NAME = 24
MAX_CHALLENGE = 140

# How people are counted who did not say, or were never asked.
UNKNOWN = "unknown"


class Kind(StrEnum):
    """The two kinds of participant; SKIPPED was asked and did not say."""

    RESIDENT = "resident"
    PROFESSIONAL = "professional"
    SKIPPED = "skipped"


class Habit(StrEnum):
    """How often a person says they join evenings like this one; SKIPPED did not say when asked."""

    NEVER = "never"
    ONCE = "once"
    SOMETIMES = "sometimes"
    OFTEN = "often"
    SKIPPED = "skipped"


class Goal(StrEnum):
    """Whether more than half of the room never comes to such evenings; OPEN while that is
    uncertain."""

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; `None` for kind or habit means that they were never asked.

    `number` is unique and stable within the live session and may be shown to the room.
    `table` and `seat` count from 1; both are None until the person is seated.
    People with the same non-empty `together` stay at one table. `told_version` is that of the
    information they were shown (core/privacy_notice.py). Anyone who `has_left` went home:
    counted as having been there, but no longer given a table.
    """

    id: str
    number: int
    name: str = ""
    kind: Kind | None = None
    habit: Habit | None = None
    table: int | None = None
    seat: int | None = None
    has_phone: bool = True
    together: str = ""
    told_version: str = ""
    has_left: bool = False

    @property
    def is_newcomer(self) -> bool:
        """Whether this person says they never, or almost never, join such evenings."""
        return self.habit is Habit.NEVER

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows how often this person joins: not said, or never asked."""
        return self.habit in (None, Habit.SKIPPED)

    @property
    def is_professional(self) -> bool:
        """Whether this person takes part as a professional in a personal capacity."""
        return self.kind is Kind.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class Challenge:
    """What an owner brings: one sentence, and whose it is.

    `held` says why the sentence waits for the facilitator (core/personal_data.py), or ''.
    """

    id: str
    owner: Person
    sentence: str
    held: str = ""

    @property
    def told(self) -> str:
        """What the room may read of it at this moment."""
        return "" if self.held else self.sentence


@dataclass(frozen=True, slots=True)
class Composition:
    """Counts of people (never of connections); `unknown` did not say how often they join."""

    total: int
    newcomers: int
    professionals: int
    unknown: int = 0

    @property
    def answered(self) -> int:
        """How many said how often they join: the base for the share of newcomers."""
        return self.total - self.unknown

    @property
    def goal(self) -> Goal:
        """Whether the evening reached its goal; decided only once the unknown can no longer change
        it."""
        return goal_of(self.newcomers, self.unknown, self.total)


def goal_of(newcomers: int, unknown: int, total: int) -> Goal:
    """What is certain about the goal, given that any of the unknown may be newcomers too."""
    if 2 * newcomers > total:
        return Goal.REACHED
    if total and 2 * (newcomers + unknown) <= total:
        return Goal.MISSED
    return Goal.OPEN


def still_here(people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody who has not gone home."""
    return tuple(person for person in people if not person.has_left)


@memoized(64)
def by_id(people: tuple[Person, ...]) -> Mapping[str, Person]:
    """Everyone by id; made once for a cast."""
    return {person.id: person for person in people}


@memoized(64)
def by_owner(challenges: tuple[Challenge, ...]) -> Mapping[str, Challenge]:
    """The first challenge of everybody who brings one, by the person's id."""
    return {challenge.owner.id: challenge for challenge in reversed(challenges)}


def habit_counts(people: Iterable[Person]) -> dict[str, int]:
    """How many people say they join how often, and for how many it is unknown."""
    everyone = list(people)
    known = Counter(person.habit for person in everyone if not person.is_unknown)
    return {
        **{habit.value: known[habit] for habit in Habit if habit is not Habit.SKIPPED},
        UNKNOWN: len(everyone) - known.total(),
    }


def composition(people: Iterable[Person]) -> Composition:
    """Count the people in the room."""
    everyone = list(people)
    return Composition(
        total=len(everyone),
        newcomers=sum(person.is_newcomer for person in everyone),
        professionals=sum(person.is_professional for person in everyone),
        unknown=sum(person.is_unknown for person in everyone),
    )
