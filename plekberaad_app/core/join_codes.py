"""Join codes: six characters that can be read from ten metres away and read out aloud."""

import random
import re
import unicodedata
from contextlib import suppress

from plekberaad_app.core.errors import BadInput

# No vowels (they make words), and at most one of each look-alike pair: 0 O Q D, 1 I L, 2 Z, 5 S, 6
# G, 8 B, U V.
LETTERS = "CFHJKMNPRTWX"
DIGITS = "23456789"
ALPHABET = LETTERS + DIGITS
LENGTH = 6

_LOOK_ALIKES = str.maketrans("ZSGB", "2568")
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—−_.]+")
_THREE_LETTERS = re.compile(r"[A-Z]{3}")
_LONGEST_INPUT, _LONGEST_ADDRESS = 40, 400
# What may surround a code that was copied from a sentence.
_AROUND = " \t\r\n()[]{}\"'“”‘’„«».,:;!?"


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


def found_in(typed: str) -> str:
    """The code in what somebody typed or pasted: bare, in brackets, or in one of our addresses.

    Raises BadInput('code_unreadable').
    """
    if len(typed) > _LONGEST_ADDRESS:
        raise BadInput("code_unreadable")
    *before, last = re.split("[?#]", typed)[0].strip(_AROUND).split("/")
    for part in (last, *reversed(before[1:])):
        with suppress(BadInput):
            return normalise(part.strip(_AROUND))
    raise BadInput("code_unreadable")


def display(code: str) -> str:
    """The code in two halves, as screens show it: 'K7M 3XP'."""
    half = LENGTH // 2
    return f"{code[:half]} {code[half:]}"
