"""Texts that run from right to left, on a line with others."""

import re

# Hebrew, Arabic, Syriac, Thaana and the scripts beyond; as in assets/browser/isolated.js.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BEGIN, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """The text between isolates, if it could change the order of what is next to it."""
    return f"{_BEGIN}{text}{_END}" if _RIGHT_TO_LEFT.search(text) else text
