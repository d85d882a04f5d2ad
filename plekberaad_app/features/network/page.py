"""Whether the network and the screens in a room can handle an evening."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.shell import start_shell
from plekberaad_app.ui.words import language_switch, words

_SAID = (
    *("start", "trying", "yes", "no", "again"),
    *("socket", "watching", "ok", "dropped", "blocked"),
    *("delay", "quick", "slow", "unreached"),
    *("awake", "stays", "sleeps"),
    *("sound", "ask", "heard", "silent"),
)


class NetworkTest(rx.Component):
    """Watches the socket for a minute, and makes three short tests next to it."""

    library = browser_file("network_test.jsx")
    tag = "NetworkTest"

    words: rx.Var[dict[str, Any]]


def network_page() -> rx.Component:
    """`/netwerk`: for the afternoon before, on the tablet, the big screen and a phone."""
    return start_shell(
        rx.el.header(
            rx.el.p(words("start.name"), class_name="start-name"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.h1(words("network.title"), class_name="title"),
        rx.el.p(words("network.why"), class_name="lead"),
        NetworkTest.create(words={name: words(f"network.{name}") for name in _SAID}),
        rx.el.p(words("network.where"), class_name="muted"),
    )
