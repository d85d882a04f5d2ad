"""A performance on the tablet: what the room sees, in small."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.performance.piece import piece
from plekberaad_app.platform.i18n.catalogue import text


def tablet_panel(screen: Screen) -> rx.Component:
    """The picture and the words about it."""
    face = screen.face
    is_bare = (face.piece == "") & (face.by == "")
    return rx.el.section(
        rx.el.div(
            _picture(face),
            rx.el.div(piece(face), class_name="stack-tight"),
            class_name="performance",
        ),
        rx.cond(is_bare, rx.el.p(text("performance.tablet.bare"), class_name="muted")),
        class_name="stack",
    )


def _picture(face: Any) -> rx.Component:
    return rx.cond(face.image != "", rx.el.img(src=f"/beeld/{face.image}", alt="", loading="lazy"))
