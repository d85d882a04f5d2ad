"""The one question that a step puts to the room: as an option, and asked for when it is missing."""

from typing import Annotated

from pydantic import AfterValidator

from plekberaad_app.activities.contract.activity import Say
from plekberaad_app.activities.contract.obstacle import Ask
from plekberaad_app.core.plain_text import optional_line

MAX_QUESTION = 200


def _cleaned(text: str) -> str:
    return optional_line(text, MAX_QUESTION)


Question = Annotated[str, AfterValidator(_cleaned)]


def ask_question(kind: str) -> Ask:
    """What a facilitator fills in for an activity of this kind: '<kind>.ask.question'."""
    return Ask("question", Say(f"{kind}.ask.question"), MAX_QUESTION, is_required=True)
