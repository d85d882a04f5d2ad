"""On the desk: to try the network before the evening."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.network_link import network_link


def beforehand() -> rx.Component:
    """The way to the test, and why."""
    return rx.el.section(
        rx.el.p(text("network.beforehand")),
        network_link("button"),
        class_name="card stack-tight",
    )
