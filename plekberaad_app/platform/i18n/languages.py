"""The languages that phones speak: another one is a line here, and its `.po` files.

The first is the one facilitators work in, and the one pages are built in. What another language
does not translate is said in the first.
"""

from dataclasses import dataclass
from typing import Literal

Language = str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language's own name for itself, and its direction."""

    name: str
    direction: Literal["ltr", "rtl"] = "ltr"


LANGUAGES: dict[Language, Spoken] = {
    "nl": Spoken("Nederlands"),
    "en": Spoken("English"),
}
FIRST = next(iter(LANGUAGES))


def known_language(asked: str | None) -> Language:
    """The language that somebody asks for, or the first when we do not speak it."""
    return asked if asked in LANGUAGES else FIRST
