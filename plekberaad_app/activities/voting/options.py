"""What a facilitator chooses for a vote."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.activities.kit.choices import typed_choices
from plekberaad_app.activities.kit.question import Question

MAX_CHOICES = 30
MAX_LABEL = 120
MAX_DOTS = 10

Source = Literal["typed", "marked", "next_steps", "outcomes"]
TAKEN_UP = ("marked", "next_steps", "outcomes")
"""The sources that are earlier steps, or one of them."""


def _choices(labels: list[str]) -> list[str]:
    return typed_choices(labels, "voting", most=MAX_CHOICES, longest=MAX_LABEL)


class VotingOptions(StepOptions):
    """The question, where the choices come from and how many dots each person has.

    `source`: 'typed' (`choices`), or of what earlier steps brought the chosen ideas ('marked'), the
    'next_steps', or all 'outcomes'; then `from_step` is the id of the one step they come from, or
    '' for all.
    Without `max_per_choice` all dots may go to one choice. With `in_turn` the facilitator tells the
    result place by place. Lengths in seconds.
    """

    question: Question = ""
    source: Source = "typed"
    from_step: Annotated[str, Field(max_length=40)] = ""
    choices: Annotated[list[str], AfterValidator(_choices)] = Field(default_factory=list)
    budget: Annotated[int, Field(ge=1, le=MAX_DOTS)] = 3
    max_per_choice: Annotated[int, Field(ge=1, le=MAX_DOTS)] | None = None
    in_turn: bool = False
    length: Seconds = 180
    result_length: Seconds = 120

    @property
    def most_per_choice(self) -> int:
        """How many dots one person may give one choice."""
        return min(self.max_per_choice or self.budget, self.budget)
