"""The welcome on the projector: one text, one image."""

from typing import Any

import reflex as rx

from plekberaad_app.components.cards import empty_state
from plekberaad_app.i18n.catalogue import text


def projector_panel(screen: Any) -> rx.Component:
    """`screen` is the projector's state class."""
    said, image = screen.face["text"].to(str), screen.face["image"].to(str)
    return rx.el.section(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="welcome-image")),
        rx.cond(said != "", rx.el.p(said, class_name="welcome-text")),
        rx.cond((said == "") & (image == ""), empty_state(text("projector.welcome"))),
        class_name="welcome",
    )
