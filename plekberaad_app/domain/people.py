"""Who is in the room: participants as the rules see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plekberaad_app.domain.remembering import remembered

# Room for a first name and no more: who people are is no business of the program.
MOST_FIRST_NAME = 24


class Kind(StrEnum):
    """The two kinds of participant."""

    RESIDENT = "resident"
    PROFESSIONAL = "professional"


class Habit(StrEnum):
    """How often a person says they join evenings like this one."""

    NEVER = "never"
    ONCE = "once"
    SOMETIMES = "sometimes"
    OFTEN = "often"


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; `None` for kind or habit means 'rather not say'.

    `number` is unique and stable within the live session and may be shown to the room.
    `table` and `seat` count from 1; both are None until the person is seated.
    People with the same non-empty `together` stay at one table. `told_version` is that of the
    information they were shown (domain/informing.py).
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

    @property
    def is_newcomer(self) -> bool:
        """Whether this person says they never, or almost never, join such evenings."""
        return self.habit is Habit.NEVER

    @property
    def is_professional(self) -> bool:
        """Whether this person takes part as a professional in a personal capacity."""
        return self.kind is Kind.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class Challenge:
    """What an owner brings: one sentence, and whose it is.

    `held` says why the sentence waits for the facilitator (domain/personal_data.py), or ''.
    """

    id: str
    owner: Person
    sentence: str
    held: str = ""

    @property
    def told(self) -> str:
        """What the room may read of it now."""
        return "" if self.held else self.sentence


@dataclass(frozen=True, slots=True)
class Composition:
    """Counts of persons (never of connections)."""

    total: int
    newcomers: int
    professionals: int

    @property
    def newcomer_percentage(self) -> int:
        """Share of newcomers among everyone present, in whole per cents; 0 in an empty room."""
        return round(100 * self.newcomers / self.total) if self.total else 0

    @property
    def goal_reached(self) -> bool:
        """Whether the evening did its job: more than half of the room never comes to one."""
        return 2 * self.newcomers > self.total


@remembered(64)
def by_id(people: tuple[Person, ...]) -> Mapping[str, Person]:
    """Everyone by id; made once for a cast."""
    return {person.id: person for person in people}


def composition(people: Iterable[Person]) -> Composition:
    """Count the people in the room."""
    everyone = list(people)
    return Composition(
        total=len(everyone),
        newcomers=sum(person.is_newcomer for person in everyone),
        professionals=sum(person.is_professional for person in everyone),
    )
