"""The welcome on the projector: one text, one image."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.ui.tables import procession


def projector_panel(screen: Screen) -> rx.Component:
    """The text and the image, or else what the evening is about."""
    said, image = screen.face.text, screen.face.image
    return rx.el.section(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="welcome-image")),
        rx.cond(said != "", rx.el.p(said, class_name="welcome-text")),
        rx.cond((said == "") & (image == ""), _about(screen.room)),
        class_name="saying welcome",
    )


def _about(room: Any) -> rx.Component:
    """Without a text or an image the room reads what the evening is about."""
    return rx.fragment(
        rx.cond(
            room.question != "",
            rx.fragment(
                rx.el.p(room.title, class_name="evening-title"),
                rx.el.p(room.question, class_name="evening-question"),
            ),
            rx.el.p(room.title, class_name="evening-question"),
        ),
        procession(),
    )
