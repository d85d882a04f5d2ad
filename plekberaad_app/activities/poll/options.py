"""What a facilitator chooses for a poll."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.core.plain_text import clean_line, optional_line

FEWEST_CHOICES = 2
MAX_CHOICES = 10
MAX_RANKED = 6
MAX_QUESTION = 200
MAX_LABEL = 80
MAX_END = 40
SCALE = ("1", "2", "3", "4", "5")

Kind = Literal["choice", "scale", "cloud", "quiz", "ranking"]
LISTED: tuple[Kind, ...] = ("choice", "quiz", "ranking")
"""The kinds of question that need choices."""


def _question(text: str) -> str:
    return optional_line(text, MAX_QUESTION)


def _end(text: str) -> str:
    return optional_line(text, MAX_END)


def _choices(labels: list[str]) -> list[str]:
    cleaned = (clean_line(label, MAX_LABEL) for label in labels if label.strip())
    return list(dict.fromkeys(cleaned))


def most_choices(kind: str) -> int:
    """How many choices a question of this kind may have."""
    return MAX_RANKED if kind == "ranking" else MAX_CHOICES


class PollOptions(StepOptions):
    """One question of one kind. Lengths in seconds.

    `several`: of a 'choice' more than one may be chosen. `low` and `high` stand at the ends of a
    'scale'. `right`: the number of the right answer of a 'quiz', 0 as long as none is set. With
    `told_later` the result stays hidden until the facilitator tells it.
    """

    kind: Kind = "choice"
    question: Annotated[str, AfterValidator(_question)] = ""
    choices: Annotated[list[str], Field(max_length=MAX_CHOICES), AfterValidator(_choices)] = Field(
        default_factory=list
    )
    several: bool = False
    low: Annotated[str, AfterValidator(_end)] = ""
    high: Annotated[str, AfterValidator(_end)] = ""
    right: Annotated[int, Field(ge=0, le=MAX_CHOICES)] = 0
    told_later: bool = False
    length: Seconds = 60
    result_length: Seconds = 60

    @model_validator(mode="after")
    def _fit(self) -> Self:
        if self.kind in LISTED and len(self.choices) > most_choices(self.kind):
            raise ValueError("too many choices")
        return self

    @property
    def labels(self) -> dict[str, str]:
        """What can be chosen, by id; empty for a word cloud."""
        if self.kind == "scale":
            return {step: step for step in SCALE}
        if self.kind == "cloud":
            return {}
        return {f"choice-{at}": label for at, label in enumerate(self.choices, start=1)}

    @property
    def right_id(self) -> str:
        """The id of the right answer, or '' when there is none."""
        found = f"choice-{self.right}"
        return found if self.kind == "quiz" and found in self.labels else ""

    @property
    def takes_several(self) -> bool:
        """Whether an answer may hold more than one choice."""
        return self.kind == "ranking" or (self.kind == "choice" and self.several)
