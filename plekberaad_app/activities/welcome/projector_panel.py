"""The welcome on the projector: one text, one image."""

from typing import Any

import reflex as rx

from plekberaad_app.components.tables import procession


def projector_panel(screen: Any) -> rx.Component:
    """`screen` is the projector's state class."""
    said, image = screen.face["text"].to(str), screen.face["image"].to(str)
    return rx.el.section(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="welcome-image")),
        rx.cond(said != "", rx.el.p(said, class_name="welcome-text")),
        rx.cond((said == "") & (image == ""), _about(screen.room)),
        class_name="welcome",
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
