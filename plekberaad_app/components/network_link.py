"""The way to `/netwerk`, for who prepares an evening."""

import reflex as rx

from plekberaad_app import routes
from plekberaad_app.components.icons import icon
from plekberaad_app.i18n.catalogue import text


def network_link(class_name: str) -> rx.Component:
    """Opens beside the page it stands on, which stays as it is."""
    return rx.el.a(
        icon("circle-check"),
        text("network.to"),
        href=routes.NETWORK,
        target="_blank",
        class_name=class_name,
    )
