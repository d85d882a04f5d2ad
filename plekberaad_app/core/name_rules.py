"""Names of people and libraries: plain text on one line."""

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.plain_text import clean_line

MAX_NAME = 40

_CODES = {"text_empty": "name_empty", "text_too_long": "name_too_long"}


def cleaned_name(text: str, most: int) -> str:
    """The name as it is stored; raises BadInput: name_empty, name_too_long, text_unreadable."""
    try:
        return clean_line(text, most)
    except BadInput as refusal:
        raise BadInput(_CODES.get(refusal.code, refusal.code), most=most) from None


def login_name(name: str) -> str:
    """A facilitator's name in the form in which logins compare it, from whatever was typed."""
    return "".join(filter(str.isprintable, name[: 4 * MAX_NAME])).strip().casefold()
