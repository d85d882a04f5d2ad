"""The words about a performance, in their order on every screen."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.words import words_of


def piece(face: Any) -> rx.Component:
    """The kind, the piece, the name and the line about it, as far as they are known."""
    genre, title, by, about = face.genre, face.piece, face.by, face.about
    return rx.fragment(
        rx.cond(
            genre != "",
            rx.el.p(words_of("performance.genre", genre), class_name="performance-genre"),
        ),
        rx.cond(title != "", said(title, class_name="performance-piece")),
        rx.cond(by != "", named(by, rx.el.p, class_name="performance-by")),
        rx.cond(about != "", said(about, class_name="performance-about")),
    )
