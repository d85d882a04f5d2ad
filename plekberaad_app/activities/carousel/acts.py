"""What people can do in a carousel."""

from typing import Annotated

from plekberaad_app.activities.contract.acts import ForTable, InRound, Words
from plekberaad_app.activities.contract.parsing import DeviceId, Number
from plekberaad_app.activities.kit.writing import MAX_CHARACTERS, Rewrite, TakeBack, Write

LONGEST = {"what": 280, "who": 80, "when": 80}
"""The answers of which a next step consists, each with its most characters."""


def _line(name: str) -> Words:
    return Words(LONGEST[name], is_line=True, is_optional=True, is_refused=True)


class AddIdea(Write):
    """A new idea."""


class AskQuestion(Write):
    """A question to the owner."""


class ChangeIdea(Rewrite):
    """New words for one's own idea."""


class TakeBackIdea(TakeBack):
    """Take back one's own idea."""


class TakeBackQuestion(TakeBack):
    """Take back one's own question."""


class MarkIdea(ForTable):
    """The owner will work with this idea, or no longer."""

    id: DeviceId
    on: bool


class AskClarification(ForTable):
    """The owner wants to know more about an idea, or no longer."""

    id: DeviceId
    on: bool


class AnswerIdea(Rewrite):
    """The author explains their own idea."""

    text: Annotated[str, Words(MAX_CHARACTERS, key="answer")]


class TickQuestion(ForTable):
    """A question was answered, or not after all."""

    id: DeviceId
    on: bool


class RecordNextStep(ForTable, InRound):
    """What the owner does first, with whom and when."""

    what: Annotated[str, Words(LONGEST["what"], is_refused=True)]
    who: Annotated[str, _line("who")] = ""
    when: Annotated[str, _line("when")] = ""


class NotYet(ForTable, InRound):
    """The owner says that there is no next step yet."""


class NobodyYet(InRound):
    """Every table that has said nothing about a next step has none yet."""


class LetRest(InRound):
    """A table whose owner left goes without a wish in this round."""

    table: Number


class KeepWish(InRound):
    """The wish at a table stays when its owner leaves, for whoever takes over."""

    table: Number


class Reveal(InRound):
    """Show the ideas that were written in private in this round."""
