"""What phone, projector and tablet draw of a carousel, but for the notes on its wall."""

from collections.abc import Mapping
from dataclasses import dataclass

from plekberaad_app.activities.contract.capabilities import PaperTablet, WallTablet


@dataclass(frozen=True)
class StepView:
    """A next step; with `not_yet` the three answers are empty."""

    what: str = ""
    who: str = ""
    when: str = ""
    not_yet: bool = False


@dataclass(frozen=True)
class AskedView:
    """A typed question to an owner, without a trace of who asked it.

    `held` says why it waits for the facilitator.
    """

    id: str
    text: str
    hidden: bool
    held: str
    answered: bool


@dataclass(frozen=True)
class TurnView:
    """Who has the turn at a table with which wish, and who is next, if that is somebody else."""

    table: int
    owner: str
    challenge: str
    next_owner: str


@dataclass(frozen=True)
class PhoneView:
    """What a table sees of its round.

    `go_to` is the table to walk to first, or 0. `is_open`: ideas may be written, or could be;
    `is_private`: for their authors' eyes only. Only the owner gets the `questions`.
    """

    owner: str
    challenge: str
    owner_number: int
    next_owner: str
    is_open: bool
    is_private: bool
    go_to: int
    next_step: StepView | None
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class OwnerView(TurnView):
    """A turn, with how many ideas came of it, and how many `questions` still want an answer."""

    next_step: StepView | None
    questions: int
    ideas: int


@dataclass(frozen=True)
class ProjectorView:
    """The turns of this round, and how many ideas there are."""

    owners: tuple[OwnerView, ...]
    ideas: int
    is_private: bool


@dataclass(frozen=True)
class TableView:
    """Who has the turn at a table with which wish, who is next, and what came of it so far.

    `held` says why the wish waits for the facilitator. `silent`: how many people have not written
    in this round yet. `next_step`: '' (nothing yet), 'done' or 'not_yet'.
    """

    table: int
    owner: str
    owner_number: int
    challenge: str
    held: str
    next_owner: str
    ideas: int
    silent: int
    next_step: str
    questions: tuple[AskedView, ...]


@dataclass(frozen=True)
class Reviewer:
    """Somebody without a phone, for whom the tablet marks the ideas of their table."""

    number: int
    name: str


@dataclass(frozen=True)
class LeftView:
    """A table whose owner left; it `rests` when the facilitator let it."""

    table: int
    rests: bool


@dataclass(frozen=True, kw_only=True)
class TabletView(WallTablet, PaperTablet):
    """All tables of the round; the `unchosen` have ideas to choose from and chose none.

    `reviewers` are by the number of their table.
    """

    tables: tuple[TableView, ...]
    reviewers: Mapping[str, Reviewer]
    left: tuple[LeftView, ...]
    unchosen: tuple[int, ...]


@dataclass(frozen=True)
class OwnQuestion(AskedView):
    """A question as whoever asked it sees it."""

    round: int


@dataclass(frozen=True)
class PersonalView:
    """What one person asked in this step."""

    questions: tuple[OwnQuestion, ...]
