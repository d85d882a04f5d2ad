"""Whether a text seems to contain personal data: patterns, no guesses.

Better one idea too many for a facilitator to look at than somebody's number on a wall; but what
people write about every evening (times, amounts, years, a bus line) must pass.
"""

import re
from enum import StrEnum

BSN_DIGITS = 9
DUTCH_NUMBER = 9
SHORTEST_ABROAD, LONGEST_ABROAD = 8, 15


class PersonalData(StrEnum):
    """What a text seems to contain."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    BSN = "bsn"


_EMAIL = re.compile(
    r"[\w.+-]+\s?(?:@|[(\[]at[)\]])\s?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE
)
# Digits as people write a number: in groups, with one character, a space or ' - ' between two
# digits.
_NUMBER = re.compile(
    r"(?<![\w€,])(?<!\d\.)(?<!€ )(?:\(?\+?)\d(?:(?:[ ./()–-]{0,2}| [–-] )\d)*(?![\w])"
)
_POSTCODE = re.compile(
    r"(?<!\w)[1-9]\d{3}"
    r"(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss|kg|km|cm|mm|ml|ha|kw|pk|gb|mb)[a-z]{2})(?!\w)"
)
_STREET = (
    "straat|straatje|laan|laantje|weg|plein|gracht|kade|singel|dijk|pad|hof|hofje|steeg|"
    "plantsoen|dreef|park|markt"
)
# Streets are named after years ('Plein 1940'), and years follow places ('park 2030').
_YEAR = r"(?:1[5-9]|20)\d\d"
# A house number is followed by the end, a comma, a town or a verb; in '2 bankjes' it is a count.
_STREET_NUMBER = re.compile(
    rf"(?:{_STREET})\s+(?:{_YEAR}\s+)?(?:nr\.?\s*|nummer\s+)?(?!{_YEAR}\b)[1-9]\d{{0,4}}"
    r"(?:\s?-?[a-h]\b)?(?!\w)"
    r"(?=\s*$|\s*[;:!?)\n]|\s*[.,](?!\d)|\s+(?-i:[A-Z])"
    r"|\s+(?:is|in|te|staat|heeft|bij|en|of|woont|wonen|wordt|moet|kan|naast|hoog)\b)",
    re.IGNORECASE,
)
# A date, with or without a time after it, is nobody's number.
_DATE = re.compile(
    r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d"
    r"(?=\s+\d{1,2}[:.]\d\d(?!\d)|\s*(?:[^\d\s./()-]|$))"
)


def found_in(text: str) -> tuple[PersonalData, ...]:
    """What a text seems to contain, the most telling first; empty when nothing."""
    numbers = [_digits(match[0]) for match in _NUMBER.finditer(_DATE.sub(" · ", text))]
    found = {
        PersonalData.BSN: any(map(is_bsn, numbers)),
        PersonalData.PHONE: any(map(is_phone_number, numbers)),
        PersonalData.EMAIL: bool(_EMAIL.search(text)),
        PersonalData.ADDRESS: bool(_POSTCODE.search(text) or _STREET_NUMBER.search(text)),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def is_bsn(number: str) -> bool:
    """Nine digits that pass the 11-proof: 9·a + 8·b + … + 2·h − i is a multiple of 11."""
    if len(number) != BSN_DIGITS or not number.isdigit() or int(number) == 0:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    digits = map(int, number)
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def is_phone_number(number: str) -> bool:
    """A Dutch number (0 and nine digits that do not begin with 0), or one with a country's code."""
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if number.startswith("+31"):
        return len(number.removeprefix("+31").removeprefix("0")) == DUTCH_NUMBER
    if number.startswith("+"):
        return SHORTEST_ABROAD <= len(number) - 1 <= LONGEST_ABROAD
    return len(number) == DUTCH_NUMBER + 1 and number[0] == "0" and number[1] != "0"


def _digits(written: str) -> str:
    """A number without the characters between its digits; a leading plus stays."""
    plus = "+" if written.lstrip("(").startswith("+") else ""
    # (0) is for callers from within the country.
    without_own_zero = written.replace("(0)", "") if plus else written
    return plus + "".join(filter(str.isdecimal, without_own_zero))
