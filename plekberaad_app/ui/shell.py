"""The frame of each kind of screen: its styles, its landmarks, its type scale."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import Styles, browser_file
from plekberaad_app.ui.overlay import failsafe
from plekberaad_app.ui.speech import read_aloud, wake_lock
from plekberaad_app.ui.words import words


def phone_shell(
    *children: Any, top: rx.Component | None = None, occasion: Any = "", ground: Any = "phone"
) -> rx.Component:
    """A phone: one column, the bar at the top stays, with 'lees voor' always at its end.

    What is read stops with every new `occasion`. `ground`: the classes of the whole page.
    """
    bar = rx.el.div(
        top or rx.el.b(words("start.name")), read_aloud(occasion), class_name="phone-bar"
    )
    return bare_phone_shell(*children, header=bar, ground=ground)


def bare_phone_shell(
    *children: Any, header: rx.Component | None = None, ground: Any = "phone"
) -> rx.Component:
    """A phone whose page has 'lees voor' at the end of a bar of its own."""
    return _framed(
        Styles.create("phone"),
        FocusKeeper.create(),
        rx.el.header(header, class_name="phone-top") if header else rx.fragment(),
        rx.el.main(_keeps_nothing(), *children, class_name="phone-main"),
        class_name=ground,
    )


class FocusKeeper(rx.Component):
    """Draws nothing; moves the focus to what was stored when the element that had it is gone."""

    library = browser_file("focus_keeper.jsx")
    tag = "FocusKeeper"


def start_shell(*children: Any) -> rx.Component:
    """A page on paper for anyone who comes in: start, login, not found."""
    return _framed(
        Styles.create("start"),
        rx.el.main(*children, class_name="start-main"),
        class_name="start",
    )


def tablet_shell(*children: Any) -> rx.Component:
    """The tablet of the facilitator; `screens/tablet/frame.css` divides it."""
    return _framed(
        Styles.create("tablet"),
        wake_lock(),
        *children,
        class_name="tablet",
    )


def projector_shell(*children: Any) -> rx.Component:
    """The dark screen for the whole room; it stays on."""
    return _framed(
        Styles.create("projector"),
        wake_lock(),
        *children,
        class_name="projector",
    )


def _keeps_nothing() -> rx.Component:
    """Shown if the browser does not allow storage (assets/browser/early.js)."""
    return rx.el.p(words("browser.keeps_nothing"), class_name="alert if-keeps-nothing")


def _framed(*children: Any, class_name: Any) -> rx.Component:
    return failsafe(rx.el.div(*children, class_name=class_name))
