"""How many characters are left, shown while typing."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words

_FORMS = {
    "full": "full",
    "leftOne": "left.one",
    "leftOther": "left.other",
    "overOne": "over.one",
    "overOther": "over.other",
}


class RoomLeft(rx.Component):
    """Says under a field how many characters still fit; nothing while there is plenty of room."""

    library = browser_file("room_left.jsx")
    tag = "RoomLeft"

    field_id: rx.Var[str]
    most: rx.Var[int]
    words: rx.Var[dict[str, Any]]


def room_left(field_id: str, most: int) -> rx.Component:
    """For a field of at most so many characters, whether or not the field itself accepts more."""
    said = {name: words(f"phone.box.{form}") for name, form in _FORMS.items()}
    return RoomLeft.create(field_id=field_id, most=most, words=said)
