"""What a facilitator chooses for a poll."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.activities.kit.choices import numbered, typed_choices
from plekberaad_app.activities.kit.question import Question
from plekberaad_app.core.plain_text import optional_line

MAX_CHOICES = 10
MAX_RANKED = 6
MAX_LABEL = 80
MAX_END = 40
SCALE = ("1", "2", "3", "4", "5")

Kind = Literal["choice", "scale", "cloud", "quiz", "ranking"]
LISTED: tuple[Kind, ...] = ("choice", "quiz", "ranking")
"""The kinds of question that need choices."""


def _end(text: str) -> str:
    return optional_line(text, MAX_END)


def most_choices(kind: str) -> int:
    """How many choices a question of this kind may have."""
    return MAX_RANKED if kind == "ranking" else MAX_CHOICES


def _choices(labels: list[str], known: ValidationInfo) -> list[str]:
    most = most_choices(known.data.get("kind", ""))
    return typed_choices(labels, "poll", most=most, longest=MAX_LABEL)


class PollOptions(StepOptions):
    """One question of one kind. Lengths in seconds.

    `several`: of a 'choice' more than one may be chosen. `low` and `high` stand at the ends of a
    'scale'. `right`: the number of the right answer of a 'quiz', 0 as long as none is set. With
    `told_later` the result stays hidden until the facilitator tells it. `offers_contact`: people
    may ask to hear more about the question.
    """

    kind: Kind = "choice"
    question: Question = ""
    choices: Annotated[list[str], AfterValidator(_choices)] = Field(default_factory=list)
    several: bool = False
    low: Annotated[str, AfterValidator(_end)] = ""
    high: Annotated[str, AfterValidator(_end)] = ""
    right: Annotated[int, Field(ge=0, le=MAX_CHOICES)] = 0
    told_later: bool = False
    offers_contact: bool = False
    length: Seconds = 60
    result_length: Seconds = 60

    @property
    def labels(self) -> Mapping[str, str]:
        """What can be chosen, by id; empty for a word cloud."""
        if self.kind == "scale":
            return {step: step for step in SCALE}
        if self.kind == "cloud":
            return {}
        return numbered(self.choices)

    @property
    def right_id(self) -> str:
        """The id of the right answer, or '' when there is none."""
        found = f"choice-{self.right}"
        return found if self.kind == "quiz" and found in self.labels else ""

    @property
    def takes_several(self) -> bool:
        """Whether an answer may hold more than one choice."""
        return self.kind == "ranking" or (self.kind == "choice" and self.several)
