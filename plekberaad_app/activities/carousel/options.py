"""What a facilitator chooses for a carousel."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.core.programme import Stop

MAX_ROUNDS = 12
PHASES = ("explain", "questions", "ideas", "review", "next_step")
"""Of every round, in order; each has its length among the options."""


class CarouselOptions(StepOptions):
    """How to rotate, how many rounds, and the lengths in seconds.

    `is_private`: nobody else receives an idea before the facilitator reveals the round's ideas.
    `is_wall_shared`: phones see the ideas of all tables instead of their own only.
    """

    mode: Literal["inside", "groups"] = "inside"
    rounds: Annotated[int, Field(ge=1, le=MAX_ROUNDS)] = 2
    explain: Seconds = 120
    questions: Seconds = 180
    ideas: Seconds = 300
    review: Seconds = 180
    next_step: Seconds = 120
    is_private: bool = False
    is_wall_shared: bool = False

    def stops(self) -> tuple[Stop, ...]:
        """Five phases for every round, in order."""
        return tuple(
            Stop(phase, timedelta(seconds=getattr(self, phase)), number)
            for number in range(1, self.rounds + 1)
            for phase in PHASES
        )
