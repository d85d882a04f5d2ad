"""The link to `/netwerk`, for anybody preparing an evening."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import NETWORK
from plekberaad_app.ui.icons import icon


def network_link(class_name: str) -> rx.Component:
    """Opens beside the page it stands on, which stays as it is."""
    return rx.el.a(
        icon("circle-check"),
        text("network.to"),
        href=NETWORK,
        target="_blank",
        class_name=class_name,
    )
