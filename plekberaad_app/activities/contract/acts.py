"""What the shapes of acts are made of: whom they are for, which round, and people's own words.

An act says these things by its bases and by the types of its fields; the core acts upon them for
every activity alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from plekberaad_app.activities.contract.activity import Act, Activity
from plekberaad_app.activities.contract.parsing import DeviceId, Number
from plekberaad_app.core.plain_text import clean, clean_line, optional, optional_line

# Far above every limit of ours; the limits themselves are counted in graphemes.
_MAX_CHARACTERS = 100_000


class InRound(Act):
    """An act of a round; where it names none, the core fills in the one it was made in."""

    round: Number


class ForPerson(Act):
    """An act that a facilitator may do for the person with this number, who has no phone."""

    person: Number | None = None


class ForTable(ForPerson):
    """As `ForPerson`; or for a table, when nobody is named."""

    table: Number | None = None


class ForGroup(ForPerson):
    """As `ForPerson`; or for a pair or trio of its step, by its number, when nobody is named."""

    group: Number | None = None


class FromPaper(ForTable):
    """What somebody may type over from paper: then it stands for the table, not for them."""

    behalf: Literal["", "table"] = ""


class OnOwn(ForTable):
    """Something with what one added oneself.

    With `behalf` a facilitator does it for whoever wrote it on paper.
    """

    id: DeviceId
    behalf: Literal["", "author"] = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The type of a field with people's own words: `text: Annotated[str, Words(280)]`.

    They arrive cleaned, of at most `most` graphemes; BadInput tells what is wrong with them. `key`
    is the field of a contribution's payload in which they are kept, when that is another. What
    seems to lead to a person waits for the facilitator, or is refused where that `is_refused`.
    """

    most: int
    key: str = ""
    is_line: bool = False
    is_optional: bool = False
    is_refused: bool = False

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A string of any length we can bear, cleaned."""
        shape = handler(Annotated[source, Field(max_length=_MAX_CHARACTERS)])
        return core_schema.no_info_after_validator_function(self._cleaned, shape)

    def _cleaned(self, text: str) -> str:
        if self.is_optional:
            return optional_line(text, self.most) if self.is_line else optional(text, self.most)
        return clean_line(text, self.most) if self.is_line else clean(text, self.most)


def in_round(
    activity: Activity, name: str, payload: Mapping[str, Any], number: int
) -> Mapping[str, Any]:
    """The payload of an act by this name, with the round it was made in where it names none."""
    rule = activity.acts.get(name)
    return {"round": number, **payload} if rule and issubclass(rule.act, InRound) else payload


@cache
def held_words(shape: type[Act]) -> frozenset[str]:
    """The fields of a payload in which this act keeps words that may have to wait."""
    return frozenset(words.key or name for name, words in _words(shape) if not words.is_refused)


def kept_words(shape: type[Act]) -> tuple[str, ...]:
    """The fields of a payload in which this act keeps people's own words, as they read them."""
    return tuple(words.key or name for name, words in _words(shape))


@cache
def refused_words(shape: type[Act]) -> frozenset[str]:
    """The fields of this act in which nothing may lead to a person."""
    return frozenset(name for name, words in _words(shape) if words.is_refused)


@cache
def _words(shape: type[Act]) -> tuple[tuple[str, Words], ...]:
    return tuple(_typed(shape))


def _typed(shape: type[Act]) -> Iterator[tuple[str, Words]]:
    for name, field in shape.model_fields.items():
        yield from ((name, found) for found in field.metadata if isinstance(found, Words))
