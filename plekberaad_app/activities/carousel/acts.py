"""What people ask of a carousel."""

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.contract.parsing import DeviceId, Number
from plekberaad_app.activities.kit.writing import ForSomebody, Rewrite, TakeBack, Text, Write


class AddIdea(Write):
    """A new idea."""


class AskQuestion(Write):
    """A question to the owner."""


class ChangeIdea(Rewrite):
    """Other words for one's own idea."""


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


class AnswerIdea(Rewrite):
    """The author tells more about their own idea."""


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
