"""What phone, projector and tablet draw of a harvest."""

from dataclasses import dataclass

from plekberaad_app.activities.contract.capabilities import PaperTablet, WallTablet
from plekberaad_app.activities.kit.for_somebody import Phoneless


@dataclass(frozen=True)
class ItemView:
    """Something that a table tells; '' and 0 say nothing.

    `by` is the name of who chose it, for who may know. `hearts` is how many people it touches,
    where the room may read that. What it `can_leave` out came from an earlier step.
    """

    id: str = ""
    text: str = ""
    table: int = 0
    about: str = ""
    by: str = ""
    hearts: int = 0
    can_leave: bool = False


@dataclass(frozen=True)
class ChoiceView:
    """Something that a table may put forward."""

    number: int
    text: str
    about: str


@dataclass(frozen=True)
class TableView:
    """How much a table puts forward; `sits_out`: somebody said that it is nothing."""

    table: int
    brought: int
    sits_out: bool


@dataclass(frozen=True)
class PhoneView:
    """While tables choose: what one's table has, and what it may choose from.

    Then what was told, the item that the room looks at first. `left` is how much more one's table
    may put forward; 0 without a table too. With `is_all` the room looks at the whole harvest.
    """

    question: str
    has_table: bool
    ours: tuple[ItemView, ...]
    choices: tuple[ChoiceView, ...]
    left: int
    is_all: bool


@dataclass(frozen=True)
class ProjectorView:
    """While tables choose: how far each is. Then the item that is told, or all of them.

    `place` is that of the item, counted from 1 `out_of` all; `out_of` is 0 as long as nothing was
    put forward.
    """

    question: str
    per_table: tuple[TableView, ...]
    shown: ItemView
    everything: tuple[ItemView, ...]
    place: int
    out_of: int


@dataclass(frozen=True)
class TableOnTablet(TableView):
    """With what it puts forward, and what somebody may put forward for it."""

    left: int
    ours: tuple[ItemView, ...]
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True)
class TabletView(WallTablet, PaperTablet):
    """The same for who leads; `before` and `after` are what is a tap away.

    `hearts_for` are the people for whom a facilitator taps, with what was entered.
    """

    question: str
    per_table: tuple[TableOnTablet, ...]
    shown: ItemView
    before: ItemView
    after: ItemView
    place: int
    out_of: int
    hearts_for: tuple[Phoneless, ...]


@dataclass(frozen=True)
class PersonalView:
    """The items that touch somebody."""

    touched: tuple[str, ...]
