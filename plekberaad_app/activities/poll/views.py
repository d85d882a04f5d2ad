"""What phone, projector and tablet draw of a poll."""

from collections.abc import Mapping
from dataclasses import dataclass

from plekberaad_app.activities.kit.for_somebody import Phoneless
from plekberaad_app.activities.poll.counting import Scale, TablePoints


@dataclass(frozen=True)
class ChoiceView:
    """Something to choose."""

    id: str
    label: str


@dataclass(frozen=True)
class Row:
    """A choice with its total (of a ranking: its points) and its `share` of the largest, in %."""

    id: str
    label: str
    total: int
    share: int
    is_right: bool = False


@dataclass(frozen=True)
class CloudWord:
    """A word of the cloud; `is_off`: the facilitator took it off."""

    id: str
    word: str
    count: int
    size: int
    is_off: bool = False


@dataclass(frozen=True)
class WaitingWords:
    """Words that wait for the facilitator, and why."""

    id: str
    text: str
    held: str


@dataclass(frozen=True)
class ResultView:
    """The result; empty where it may not be seen yet."""

    rows: tuple[Row, ...] = ()
    cloud: tuple[CloudWord, ...] = ()
    scale: Scale | None = None
    points: tuple[TablePoints, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PhoneView(ResultView):
    """The question and its choices, with the result. Every screen draws this.

    `is_empty`: people could answer, and there is no answer to see. `offers_contact`: people may
    ask to hear more.
    """

    kind: str
    question: str
    low: str
    high: str
    several: bool
    choices: tuple[ChoiceView, ...]
    is_open: bool
    is_told: bool
    is_empty: bool
    offers_contact: bool


@dataclass(frozen=True, kw_only=True)
class ProjectorView(PhoneView):
    """How many people answered, and how many words are more than there is room for."""

    answered: int
    more: int


@dataclass(frozen=True, kw_only=True)
class TabletView(PhoneView):
    """How many of the people answered, for whom the facilitator may, and what waits for them."""

    answered: int
    people: int
    phoneless: tuple[Phoneless, ...]
    waiting: tuple[WaitingWords, ...]


@dataclass(frozen=True)
class PersonalView:
    """Somebody's own answer: the place of each choice, or the words of a cloud, also as one line.

    `held` says why it waits for the facilitator.
    """

    places: Mapping[str, int]
    words: tuple[str, ...]
    said: str
    has_answered: bool
    is_hidden: bool
    held: str
