"""The foot of a form at the desk: one button that stores all of it, and what came of it."""

from typing import Any

import reflex as rx

from plekberaad_app.components.browser import browser_file
from plekberaad_app.i18n.catalogue import text


class Unsaved(rx.Component):
    """Says beside the button that something is not stored yet, that it is, or why not.

    Whoever leaves the page with something unsaved is asked first. `answered` changes with every
    answer of the server; `is_mine` tells whether it is about this form.
    """

    library = browser_file("unsaved.jsx")
    tag = "Unsaved"

    answered: rx.Var[int]
    is_mine: rx.Var[bool]
    is_stored: rx.Var[bool]
    sentence: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def form_foot(button: rx.Component, screen: Any, form: Any) -> rx.Component:
    """The button of a form and, beside it, how it stands; `form` is its name (see `answers`)."""
    return rx.el.div(
        button,
        Unsaved.create(
            answered=screen.notice.number,
            is_mine=screen.answers == form,
            is_stored=screen.notice.kind != "error",
            sentence=screen.notice.sentence,
            words={"unsaved": text("desk.unsaved"), "leave": text("desk.unsaved.leave")},
        ),
        class_name="form-foot",
    )


def store_button() -> rx.Component:
    """The same on every form of the desk."""
    return rx.el.button(text("desk.store"), type="submit", class_name="button button-main")
