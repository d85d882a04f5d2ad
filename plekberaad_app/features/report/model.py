"""What a report holds: the blocks that every step left, and who was there."""

from dataclasses import dataclass

from plekberaad_app.activities.contract.report import Block, Quote, Section, sections
from plekberaad_app.core.disclosure import Cell, Share
from plekberaad_app.core.evening import LiveSession


@dataclass(frozen=True, slots=True)
class StepReport:
    """A step that was held, in the blocks that it left; many a step leaves none.

    `minutes` is how long it takes in the programme.
    """

    title: str
    kind: str
    minutes: int
    blocks: tuple[Block, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of it in sections; what stands on its own is in a bare one."""
        return tuple(sections(self.blocks))

    @property
    def rounds(self) -> tuple[Section, ...]:
        """The sections that the step made itself."""
        return tuple(block for block in self.blocks if isinstance(block, Section))


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
    def is_empty(self) -> bool:
        """Whether no step left anything but its title."""
        return not any(step.blocks for step in self.steps)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections of all steps, the bare ones too."""
        return tuple(section for step in self.steps for section in step.sections)

    @property
    def rounds(self) -> tuple[Section, ...]:
        """The sections that steps made themselves, such as the rounds of a carousel."""
        return tuple(found for step in self.steps for found in step.rounds)

    @property
    def ideas(self) -> tuple[Quote, ...]:
        """Everything that people brought in."""
        return tuple(idea for section in self.sections for idea in section.ideas)
