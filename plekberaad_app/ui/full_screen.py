"""Making the projector fill the screen."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file


class FullScreen(rx.Component):
    """A button that shows while the pointer moves, except on a full screen."""

    library = browser_file("full_screen.jsx")
    tag = "FullScreen"

    label: rx.Var[str]


def full_screen() -> rx.Component:
    """The button 'Vul het grote scherm'."""
    return FullScreen.create(label=text("projector.full_screen"))
