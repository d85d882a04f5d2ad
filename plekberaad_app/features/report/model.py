"""The contents of a report: the blocks of every step, and who attended."""

from dataclasses import dataclass

from plekberaad_app.activities.contract.report import Block, Quote, Section, sections
from plekberaad_app.core.disclosure import Cell, Share
from plekberaad_app.core.evening import LiveSession


@dataclass(frozen=True, slots=True)
class StepReport:
    """A step that the room has reached, with its blocks, if there are any.

    `minutes` is its length in the programme.
    """

    title: str
    kind: str
    minutes: int
    blocks: tuple[Block, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All blocks in sections; those outside a section are put in one without a heading."""
        return tuple(sections(self.blocks))

    @property
    def rounds(self) -> tuple[Section, ...]:
        """The sections that the activity made, such as the rounds of a carousel."""
        return tuple(block for block in self.blocks if isinstance(block, Section))


@dataclass(frozen=True, slots=True)
class Presence:
    """Who attended, in groups that are large enough to publish; `people` is None for fewer than 5.

    `habits` and `newcomers` are for the facilitator only.
    """

    people: int | None
    kinds: tuple[Cell, ...]
    habits: tuple[Cell, ...]
    newcomers: Share | None


@dataclass(frozen=True, slots=True)
class Report:
    """What page and downloads are made from; hidden ideas are included only if `has_hidden`."""

    live_session: LiveSession
    steps: tuple[StepReport, ...]
    presence: Presence
    has_hidden: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no step has any block."""
        return not any(step.blocks for step in self.steps)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections of all steps, those without a heading included."""
        return tuple(section for step in self.steps for section in step.sections)

    @property
    def rounds(self) -> tuple[Section, ...]:
        """The sections that activities made, such as the rounds of a carousel."""
        return tuple(found for step in self.steps for found in step.rounds)

    @property
    def ideas(self) -> tuple[Quote, ...]:
        """All ideas of the evening."""
        return tuple(idea for section in self.sections for idea in section.ideas)
