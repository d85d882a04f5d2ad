"""The welcome on the projector: one text, one image."""

from typing import Any

import reflex as rx

from plekberaad_app.components.cards import empty_state


def projector_panel(screen: Any) -> rx.Component:
    """`screen` is the projector's state class."""
    said, image = screen.face["text"].to(str), screen.face["image"].to(str)
    return rx.el.section(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="welcome-image")),
        rx.cond(said != "", rx.el.p(said, class_name="welcome-text")),
        rx.cond((said == "") & (image == ""), empty_state(screen.stage.title)),
        class_name="welcome",
    )
