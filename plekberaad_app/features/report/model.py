"""What a report holds: rounds, ideas, next steps, counted choices and who was there."""

from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.activities.contract.report import NextStep
from plekberaad_app.core.disclosure import Cell, Share
from plekberaad_app.core.evening import LiveSession


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea or question, without any trace of who wrote it: `written_at` is a whole minute.

    `answer` is what an idea's author added when asked; a question `is_open` as long as nobody
    ticked that it was answered aloud.
    """

    text: str
    phase: str
    table: int
    written_at: datetime
    is_marked: bool = False
    is_hidden: bool = False
    answer: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class RoundReport:
    """One round at one table. `owner` is '' once names were wiped."""

    round: int
    table: int
    challenge: str
    owner: str
    ideas: tuple[IdeaLine, ...]
    next_step: NextStep | None
    questions: tuple[IdeaLine, ...] = ()

    @property
    def marked(self) -> tuple[IdeaLine, ...]:
        """What the owner will work on."""
        return tuple(idea for idea in self.ideas if idea.is_marked)


@dataclass(frozen=True, slots=True)
class StepReport:
    """What one step left: rounds, or choices with their dots; `question` is what people were asked.

    Dots are no people, and the room saw them all counted: small counts may be told.
    """

    title: str
    kind: str
    rounds: tuple[RoundReport, ...] = ()
    choices: tuple[tuple[str, int], ...] = ()
    question: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there, in cells that may be told; `people` None means fewer than 5.

    `habits` and the share of newcomers are for the facilitator only.
    """

    people: int | None
    kinds: tuple[Cell, ...]
    habits: tuple[Cell, ...]
    newcomers: Share | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report page or a download is made of; hidden ideas only when asked for."""

    live_session: LiveSession
    steps: tuple[StepReport, ...]
    presence: Presence
    has_hidden: bool = False

    @property
    def rounds(self) -> tuple[RoundReport, ...]:
        """All rounds of all steps."""
        return tuple(found for step in self.steps for found in step.rounds)

    @property
    def ideas(self) -> tuple[IdeaLine, ...]:
        """All ideas of all rounds."""
        return tuple(idea for found in self.rounds for idea in found.ideas)
