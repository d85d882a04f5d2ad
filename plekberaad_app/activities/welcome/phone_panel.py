"""The welcome on a phone: the projector's text and image, for people who sit far away."""

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.ui.said import said
from plekberaad_app.ui.words import words


def phone_panel(screen: Screen) -> rx.Component:
    """The text and the picture, where there are any."""
    text, image = screen.face.text, screen.face.image
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
