"""What phone, projector and tablet draw of a vote."""

from collections.abc import Mapping
from dataclasses import dataclass

from plekberaad_app.activities.contract.views import TellsState
from plekberaad_app.activities.kit.for_somebody import Phoneless


@dataclass(frozen=True)
class ChoiceView:
    """Something to put a dot on; `total` is None and `place` 0 before the result.

    While people vote, the first choice of each challenge has that as its `heading`. `is_told`: the
    room may know its place.
    """

    id: str
    label: str
    challenge: str
    total: int | None = None
    place: int = 0
    heading: str = ""
    is_told: bool = True


@dataclass(frozen=True)
class TellingView:
    """How many places are held back, which is next (0: none), and out of how many."""

    left: int
    place: int = 0
    places: int = 0


@dataclass(frozen=True)
class VoteView:
    """What every screen draws. `is_empty`: people could vote, and nobody gave a dot."""

    question: str
    choices: tuple[ChoiceView, ...]
    telling: TellingView
    is_open: bool
    is_empty: bool


@dataclass(frozen=True)
class PhoneView(VoteView):
    """How many dots each person has, and how many of those may go to one choice."""

    budget: int
    max_per_choice: int


@dataclass(frozen=True)
class ProjectorView(VoteView):
    """How many people have given a dot."""

    voters: int


@dataclass(frozen=True)
class TabletView(ProjectorView):
    """How many people are in, and for whom the facilitator may vote."""

    people: int
    phoneless: tuple[Phoneless, ...]


@dataclass(frozen=True)
class PersonalView(TellsState):
    """Somebody's dots per choice, and how many are left."""

    spent: Mapping[str, int]
    left: int
