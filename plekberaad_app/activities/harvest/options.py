"""What a facilitator chooses for a harvest."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.activities.kit.question import Question
from plekberaad_app.core.programme import Stop

CHOOSE, TELL = "choose", "tell"
PHASES = (CHOOSE, TELL)
"""In order; each has its length among the options."""
MOST_A_TABLE = 3


class HarvestOptions(StepOptions):
    """By which `question` tables choose, from which step, and how much each brings.

    `from_step` is the id of the earlier step that they choose from, or '' for all of them. Lengths
    in seconds.
    """

    question: Question = ""
    from_step: Annotated[str, Field(max_length=40)] = ""
    most: Annotated[int, Field(ge=1, le=MOST_A_TABLE)] = MOST_A_TABLE
    choose: Seconds = 300
    tell: Seconds = 600

    def stops(self) -> tuple[Stop, ...]:
        """First the tables choose, then they tell; nobody hurries what is told."""
        return (
            Stop(CHOOSE, timedelta(seconds=self.choose)),
            Stop(TELL, timedelta(seconds=self.tell), hurries=False),
        )
