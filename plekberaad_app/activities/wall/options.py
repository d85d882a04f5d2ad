"""What a facilitator chooses for a wall."""

from datetime import timedelta

from plekberaad_app.activities.contract.parsing import Seconds, StepOptions
from plekberaad_app.activities.kit.question import Question
from plekberaad_app.core.programme import Stop

WRITE, LOOK = "write", "look"
PHASES = (WRITE, LOOK)
"""In order; each has its length among the options."""


class WallOptions(StepOptions):
    """The question, whose wall it is, and the lengths in seconds.

    `is_private`: nobody else receives a note before the facilitator opens the wall.
    `is_per_table`: a phone shows the notes of its own table only. `offers_contact`: people may ask
    to hear more about the question.
    """

    question: Question = ""
    is_private: bool = False
    is_per_table: bool = False
    offers_contact: bool = False
    write: Seconds = 300
    look: Seconds = 180

    def stops(self) -> tuple[Stop, ...]:
        """First everybody writes, then everybody reads; nobody hurries to read."""
        return (
            Stop(WRITE, timedelta(seconds=self.write)),
            Stop(LOOK, timedelta(seconds=self.look), hurries=False),
        )
