"""The words of a cloud, counted together when they are the same word."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Drawn = TypeVar("Drawn")

MAX_WORDS = 3
MAX_WORD = 24
MAX_IN_CLOUD = 40
_EDGES = " .,;:!?…'\"‘’“”()-–"


@dataclass(frozen=True, slots=True)
class Counted:
    """A word as most people wrote it, and how many people wrote it."""

    key: str
    word: str
    count: int


def folded(word: str) -> str:
    """What makes two words the same: neither case, accents nor punctuation at the ends count."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).strip(_EDGES)


def distinct(words: Iterable[str]) -> list[str]:
    """What somebody filled in, each word once and without punctuation at its ends."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(folded(word), word.strip(_EDGES))
    return [word for key, word in first.items() if key]


def counted(answers: Iterable[Iterable[str]]) -> tuple[Counted, ...]:
    """All words, most often said first, then by the alphabet; nobody counts twice for one word.

    `answers` are in order of arrival: of two spellings that are as frequent the first one stands.
    """
    spellings: dict[str, Counter[str]] = {}
    for words in answers:
        for key, word in {folded(word): word for word in words}.items():
            spellings.setdefault(key, Counter())[word] += 1
    found = (
        Counted(key, spelled.most_common(1)[0][0], spelled.total())
        for key, spelled in spellings.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.count, each.key)))


def sizes(counts: Iterable[int]) -> list[int]:
    """How large each word is drawn, from 1 to 5: once said is 1, said most often is 5."""
    listed = list(counts)
    most = max(listed, default=1)
    return [1 + round(4 * (count - 1) / (most - 1)) if most > 1 else 1 for count in listed]


def around_the_middle(found: Sequence[Drawn]) -> list[Drawn]:
    """What comes first stands in the middle, the rest to its left and right in turn."""
    return [*reversed(found[1::2]), *found[0::2]]
