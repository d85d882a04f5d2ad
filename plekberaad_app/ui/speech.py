"""Things a device can do for its owner: read a text aloud, stay awake."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words


class ReadAloud(rx.Component):
    """A button that reads the page aloud; a device without a voice says so when it is tapped.

    It stops with every new `occasion`.
    """

    library = browser_file("read_aloud.jsx")
    tag = "ReadAloud"

    occasion: rx.Var[str]
    words: rx.Var[dict[str, Any]]


class WakeLock(rx.Component):
    """Keeps the screen on while the page is being looked at."""

    library = browser_file("wake_lock.jsx")
    tag = "WakeLock"


def read_aloud(occasion: Any = "") -> rx.Component:
    """The button 'Lees voor'."""
    labels = {
        "read": words("browser.read_aloud"),
        "stop": words("browser.stop_reading"),
        "none": words("browser.no_voice"),
    }
    return ReadAloud.create(occasion=occasion, words=labels)


def wake_lock() -> rx.Component:
    """Invisible; the screen stays on."""
    return WakeLock.create()
