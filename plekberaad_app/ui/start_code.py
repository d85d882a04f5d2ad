"""The big field for the code of the evening."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words


class StartCode(rx.Component):
    """Reads `?fout=` and `#code=` from the address: the sentence is shown, the code stays."""

    library = browser_file("start_code.jsx")
    tag = "StartCode"

    words: rx.Var[dict[str, Any]]


def code_field(
    help_key: str = "start.code_help", errors_under: str = "start.error"
) -> rx.Component:
    """A field named `code`; an error it does not know counts as an unknown code."""
    texts = {"label": words("start.code"), "help": words(help_key)}
    errors = {
        "unknown": words(f"{errors_under}.unknown"),
        "code_unreadable": words(f"{errors_under}.unreadable"),
        "code_empty": words("start.error.empty"),
        "too_many_tries": words("error.too_many_tries"),
        "not_stored": words("start.error.not_now"),
        "unexpected": words("error.unexpected"),
    }
    return StartCode.create(words=texts | errors)
