"""Cleaning what people write: plain text that reads the same on every screen."""

import unicodedata
from collections.abc import Iterable
from typing import cast

import grapheme

from plekberaad_app.core.errors import BadInput

# A family emoji takes eleven code points; more than this per character is not writing.
CODE_POINTS_PER_GRAPHEME = 16
MARKS_PER_GRAPHEME = 8

_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\r\x85\u2028\u2029"), "\n")
_BIDI_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LETTERS_WITHOUT_INK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_DROPPED_CATEGORIES = frozenset({"Cc", "Cs"})
_INKLESS_CATEGORIES = frozenset({"Zs", "Cf", "Cc", "Cn", "Co", "Mn", "Me"})


def clean(text: str, most: int) -> str:
    """The text in NFC, without control characters and surplus white space.

    Control characters (NUL too) and bidirectional overrides are dropped: nobody can see them, so
    refusing them would not help anybody. Raises BadInput: text_empty, text_unreadable, or
    text_too_long (most, length) beyond `most` graphemes.
    """
    tidy = _without_surplus_space(_without_controls(text))
    if not any(map(_has_ink, tidy)):
        raise BadInput("text_empty")
    if len(tidy) > most * CODE_POINTS_PER_GRAPHEME:
        raise BadInput("text_too_long", most=most, length=len(tidy))
    return _measured(tidy, most)


def clean_line(text: str, most: int) -> str:
    """As `clean`, on one line."""
    return clean(" ".join(text.split()), most)


def optional(text: str, most: int) -> str:
    """As `clean`, for a text that may be left out: then it is ''."""
    return clean(text, most) if text.strip() else ""


def optional_line(text: str, most: int) -> str:
    """As `clean_line`, for a line that may be left out: then it is ''."""
    return clean_line(text, most) if text.strip() else ""


def _without_controls(text: str) -> str:
    # The common case: whatever Python calls printable has no control characters and no overrides.
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS).replace("\t", " ")
    return "".join(filter(_may_stay, lines))


def _may_stay(char: str) -> bool:
    if char == "\n":
        return True
    return char not in _BIDI_OVERRIDES and unicodedata.category(char) not in _DROPPED_CATEGORIES


def _without_surplus_space(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return "\n".join(kept).strip()


def _has_ink(char: str) -> bool:
    return (
        char not in _LETTERS_WITHOUT_INK and unicodedata.category(char) not in _INKLESS_CATEGORIES
    )


def _measured(tidy: str, most: int) -> str:
    composed = unicodedata.normalize("NFC", tidy)
    if not composed.isascii() and any(map(_is_overloaded, _graphemes(composed))):
        raise BadInput("text_unreadable")
    length = len(composed) if composed.isascii() else grapheme.length(composed)
    if length > most:
        raise BadInput("text_too_long", most=most, length=length)
    return composed


def _graphemes(text: str) -> Iterable[str]:
    return cast(Iterable[str], grapheme.graphemes(text))


def _is_overloaded(cluster: str) -> bool:
    marks = sum(unicodedata.category(char).startswith("M") for char in cluster)
    return marks > MARKS_PER_GRAPHEME or len(cluster) > CODE_POINTS_PER_GRAPHEME
