"""The welcome on the tablet: what the room sees of it, while the projector shows the evening."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text


def tablet_panel(screen: Screen) -> rx.Component:
    """The text and the image, as on the projector."""
    face = screen.face
    is_empty = (face.text == "") & (face.image == "")
    return rx.cond(screen.controls.screen == "stage", _shown(screen, face, is_empty))


def _shown(screen: Any, face: Any, is_empty: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("welcome.tablet.title"), class_name="lead"),
        rx.el.div(
            rx.cond(face.image, rx.el.img(src=f"/beeld/{face.image}", alt="", loading="lazy")),
            rx.el.p(rx.cond(is_empty, screen.room.title, face.text)),
            rx.cond(is_empty & (screen.room.question != ""), rx.el.p(screen.room.question)),
            class_name="welcome-preview",
        ),
        class_name="stack",
    )
