"""A performance on the projector: a dark stage, and after it a warm applause."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.performance.piece import piece
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import procession
from plekberaad_app.ui.words import words


def projector_panel(screen: Screen) -> rx.Component:
    """The stage, or the applause."""
    return rx.fragment(
        rx.cond(screen.stage.phase == "applause", _applause(screen.face), _stage(screen))
    )


def _stage(screen: Any) -> rx.Component:
    face = screen.face
    is_bare = (face.piece == "") & (face.by == "")
    return rx.el.section(
        rx.cond(face.image != "", _picture(face)),
        fitting(
            rx.el.div(
                piece(face),
                rx.cond(
                    is_bare,
                    rx.el.p(text("performance.projector.bare"), class_name="performance-piece"),
                ),
                class_name="performance-lines",
            ),
            class_name="performance-words",
        ),
        class_name="performance",
    )


def _picture(face: Any) -> rx.Component:
    made_by = face.image_by
    return rx.el.figure(
        rx.el.img(src=f"/beeld/{face.image}", alt=""),
        rx.cond(
            made_by != "",
            rx.el.figcaption(words("performance.projector.photo", name=made_by)),
        ),
        class_name="performance-picture",
    )


def _applause(face: Any) -> rx.Component:
    piece_title, by = face.piece, face.by
    return rx.el.section(
        icon("party-popper", "applause-sign"),
        rx.el.p(text("performance.projector.applause"), class_name="applause-word"),
        rx.cond(by != "", named(by, rx.el.p, class_name="applause-name")),
        rx.cond(piece_title != "", said(piece_title, class_name="lead")),
        procession(),
        class_name="applause",
    )
