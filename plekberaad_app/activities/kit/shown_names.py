"""What the room calls somebody who gave no name."""

from plekberaad_app.platform.i18n.catalogue import text


def shown_name(name: str, number: int) -> str:
    """The first name (told apart by `core/names.py`) or, without one, 'Nummer 15'."""
    return name or text("live.nameless", number=number)
