"""The foot of a form at the desk: one button that stores everything, and the result."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file


class Unsaved(rx.Component):
    """Says next to the button that something is not stored yet, that it is, or why not.

    Anyone who leaves the page with something unsaved is asked first. `answered` changes with every
    reply of the server; `is_mine` says whether it is about this form.
    """

    library = browser_file("unsaved.jsx")
    tag = "Unsaved"

    answered: rx.Var[int]
    is_mine: rx.Var[bool]
    is_stored: rx.Var[bool]
    sentence: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def form_foot(button: rx.Component, screen: Any, form: Any) -> rx.Component:
    """The button of a form and, next to it, its state; `form` is its name (see `answers`)."""
    return rx.el.div(
        button,
        Unsaved.create(
            answered=screen.notice.number,
            is_mine=screen.answers == form,
            is_stored=screen.notice.kind != "error",
            sentence=screen.notice.sentence,
            words=_words("desk.unsaved"),
        ),
        class_name="form-foot",
    )


def unsent_foot(button: rx.Component) -> rx.Component:
    """The foot of a form that empties when it is sent, and whose result is shown elsewhere."""
    nothing = Unsaved.create(
        answered=0, is_mine=False, is_stored=True, sentence="", words=_words("desk.unsent")
    )
    return rx.el.div(button, nothing, class_name="form-foot")


def _words(key: str) -> dict[str, str]:
    return {"unsaved": text(key), "leave": text(f"{key}.leave")}


def store_button() -> rx.Component:
    """The same on every form of the desk."""
    return rx.el.button(text("desk.store"), type="submit", class_name="button button-main")
