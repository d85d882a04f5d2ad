"""The welcome on a phone: the projector's text and image, for people who sit far away."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import words


def phone_panel(screen: Any) -> rx.Component:
    """`screen` is the phone's state class."""
    text, image = screen.face["text"].to(str), screen.face["image"].to(str)
    return rx.el.section(
        rx.cond(text != "", said(text, class_name="lead welcome-text")),
        rx.cond(
            image != "",
            rx.el.img(
                src=f"/beeld/{image}", alt=words("welcome.phone.image"), class_name="welcome-image"
            ),
        ),
        class_name="stack",
    )
