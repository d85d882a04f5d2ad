"""What people ask of a poll. An answer is theirs until the phase ends: the last one counts."""

from typing import Annotated

from pydantic import Field

from plekberaad_app.activities.contract.activity import Act
from plekberaad_app.activities.contract.acts import ForPerson, Words
from plekberaad_app.activities.poll.words import MAX_WORD

Word = Annotated[str, Words(MAX_WORD, key="text", is_line=True, is_optional=True)]


class Choose(ForPerson):
    """Choose this or, with `on` False, no longer; `person` is somebody without a phone."""

    choice: Annotated[str, Field(min_length=1, max_length=40)]
    on: bool = True


class SayWords(ForPerson):
    """Up to three words; all of them left empty take the answer back."""

    word1: Word = ""
    word2: Word = ""
    word3: Word = ""


class TellResult(Act):
    """Tell the room the result now or, with `on` False, keep it back again."""

    on: bool


class HideWord(Act):
    """Take a word off the cloud, or bring it back."""

    word: Annotated[str, Field(min_length=1, max_length=200)]
    on: bool
