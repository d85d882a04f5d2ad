"""How much may still be written, told while one writes."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words

_FORMS = {
    "leftOne": "left.one",
    "leftOther": "left.other",
    "overOne": "over.one",
    "overOther": "over.other",
}


class RoomLeft(rx.Component):
    """Says under a field how many letters it still has room for; nothing while there is plenty."""

    library = browser_file("room_left.jsx")
    tag = "RoomLeft"

    field_id: rx.Var[str]
    most: rx.Var[int]
    words: rx.Var[dict[str, Any]]


def room_left(field_id: str, most: int) -> rx.Component:
    """For a field of at most so many characters, whether the field itself lets more in or not."""
    said = {name: words(f"phone.box.{form}") for name, form in _FORMS.items()}
    return RoomLeft.create(field_id=field_id, most=most, words=said)
