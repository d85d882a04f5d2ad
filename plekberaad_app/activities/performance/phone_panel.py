"""A performance on a phone: a programme in the dark, to be put away; the name for afterwards."""

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.performance.piece import piece


def phone_panel(screen: Screen) -> rx.Component:
    """Who performs what."""
    face = screen.face
    is_known = (face.piece != "") | (face.by != "") | (face.about != "") | (face.genre != "")
    return rx.cond(is_known, rx.el.section(piece(face), class_name="performance"))
