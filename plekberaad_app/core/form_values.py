"""Reading the fields of a form that a browser sent, no matter who filled it in."""

from typing import Any

from plekberaad_app.core.errors import BadInput


def read_number(value: Any) -> int:
    """A whole number from a button or a form; raises BadInput."""
    try:
        return int(value) if not isinstance(value, bool) else -1
    except (TypeError, ValueError, OverflowError):
        raise BadInput("bad_input") from None


def read_text(form: Any, field: str) -> str:
    """A text field of a form ('' when it is missing); raises BadInput when it is not text."""
    value = form.get(field, "") if isinstance(form, dict) else None
    if not isinstance(value, str):
        raise BadInput("bad_input")
    return value


def form_number(form: Any, field: str) -> int:
    """A whole number from a form; raises BadInput."""
    return read_number(read_text(form, field))
