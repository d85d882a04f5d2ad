"""An offer on the phone: the library may write or call about the question of a step.

What people leave there is no contribution: it goes to a page of its own and is kept apart
(features/contacts).
"""

from typing import Any

import reflex as rx

from plekberaad_app.platform.routes import HEAR_MORE, folder_of
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def hear_more(screen: Any) -> rx.Component:
    """The way to that page, where the step offers it (`offers_contact` of the phone's view)."""
    return rx.cond(
        screen.face.offers_contact,
        rx.el.a(
            icon("megaphone"),
            words("contacts.phone.link"),
            href=f"{folder_of(HEAR_MORE)}/{screen.room.code}",
            class_name="button button-quiet wide",
        ),
    )
