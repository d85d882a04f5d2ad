"""What people ask of a carousel."""

from typing import Annotated, Literal

from pydantic import Field

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.contract.parsing import DeviceId, Number

# Far above every limit of ours; the limits themselves are counted in graphemes.
Text = Annotated[str, Field(max_length=100_000)]


class ForSomebody(Act):
    """An act that a facilitator may do for a table or for the person with this number."""

    table: Number | None = None
    person: Number | None = None


class Write(ForSomebody):
    """A new idea or question of a round; `behalf` marks a typed paper note."""

    id: DeviceId
    text: Text
    round: Number
    behalf: Literal["", "table"] = ""


class AddIdea(Write):
    """A new idea."""


class AskQuestion(Write):
    """A question to the owner."""


class OnOwn(ForSomebody):
    """Something with what one wrote oneself.

    With `behalf` a facilitator does it for whoever wrote it on paper.
    """

    id: DeviceId
    behalf: Literal["", "author"] = ""


class ChangeIdea(OnOwn):
    """Other words for one's own idea."""

    text: Text


class TakeBack(OnOwn):
    """Take back something of one's own."""


class TakeBackIdea(TakeBack):
    """Take back one's own idea."""


class TakeBackQuestion(TakeBack):
    """Take back one's own question."""


class MarkIdea(ForSomebody):
    """The owner will work with this idea, or no longer."""

    id: DeviceId
    on: bool


class AskClarification(ForSomebody):
    """The owner wants to know more about an idea, or no longer."""

    id: DeviceId
    on: bool


class AnswerIdea(OnOwn):
    """The author tells more about their own idea."""

    text: Text


class TickQuestion(ForSomebody):
    """A question was answered, or not after all."""

    id: DeviceId
    on: bool


class RecordNextStep(ForSomebody):
    """What the owner does first, with whom and when; without `round` that of the running round."""

    what: Text
    who: Text = ""
    when: Text = ""
    round: Number | None = None


class NotYet(ForSomebody):
    """The owner says that there is no next step yet."""

    round: Number | None = None


class NobodyYet(Act):
    """All tables that have said nothing about a next step have none yet."""

    round: Number


class LetRest(Act):
    """A table whose owner left goes without a wish in this round."""

    table: Number
    round: Number


class KeepWish(Act):
    """The wish at a table stays when who asked leaves, for whoever takes over."""

    table: Number
    round: Number


class Reveal(Act):
    """Show the ideas that were written in private in this round."""

    round: Number
