"""An area whose letters shrink until everything fits."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file


class Fitting(rx.Component):
    """Sets `--fit`, a number of at most 1, by which the stylesheet multiplies its letters."""

    library = browser_file("fitting.jsx")
    tag = "Fitting"

    least: rx.Var[float]


def fitting(*children: Any, least: float = 0.4, class_name: str = "") -> rx.Component:
    """Shrinks its contents to at least `least` of their size; what still does not fit can be
    scrolled."""
    return Fitting.create(*children, least=least, class_name=class_name)
