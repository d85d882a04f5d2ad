"""A place whose letters become smaller until all of it fits."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file


class Fitting(rx.Component):
    """Sets `--fit`, a number of at most 1, by which the stylesheet multiplies its letters."""

    library = browser_file("fitting.jsx")
    tag = "Fitting"

    least: rx.Var[float]


def fitting(*children: Any, least: float = 0.4, class_name: str = "") -> rx.Component:
    """Shrinks what is in it to `least` of its size; what does not fit even then can be scrolled."""
    return Fitting.create(*children, least=least, class_name=class_name)
