"""Join codes: six characters that can be read from ten metres and said aloud."""

import random
import re
import unicodedata

from plekberaad_app.domain.errors import BadInput

# No vowels (they make words), and of every look-alike pair at most one:
# 0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V.
LETTERS = "CFHJKMNPRTWX"
DIGITS = "23456789"
ALPHABET = LETTERS + DIGITS
LENGTH = 6

_LOOK_ALIKES = str.maketrans("ZSGB", "2568")
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—−_.]+")
_THREE_LETTERS = re.compile(r"[A-Z]{3}")
_LONGEST_INPUT = 40


def new_code(rng: random.Random) -> str:
    """A fresh code; never three letters in a row, since three consonants can be an abbreviation."""
    while True:
        code = "".join(rng.choices(ALPHABET, k=LENGTH))
        if not _THREE_LETTERS.search(code):
            return code


def normalise(text: str) -> str:
    """Read a code as people type it: lower case, spaces, dashes, Z for 2.

    Raises BadInput('code_unreadable') when it cannot be a code.
    """
    if len(text) > _LONGEST_INPUT:
        raise BadInput("code_unreadable")
    plain = unicodedata.normalize("NFKC", text).upper()
    code = _SEPARATORS.sub("", plain).translate(_LOOK_ALIKES)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        raise BadInput("code_unreadable")
    return code


def display(code: str) -> str:
    """The code in two halves, as screens show it: 'K7M 3XP'."""
    half = LENGTH // 2
    return f"{code[:half]} {code[half:]}"
