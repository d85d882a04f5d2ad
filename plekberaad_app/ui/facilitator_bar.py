"""The bar at the top of every facilitator's page: the way back, and what the page adds."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon


def facilitator_bar(*rest: rx.Component, class_name: str = "") -> rx.Component:
    """Begins on every page with the way to all evenings; its sheet is `facilitator-bar.css`."""
    return rx.el.header(
        rx.el.a(
            icon("list"),
            rx.el.span(text("desk.to_evenings")),
            href="/voorbereiden",
            class_name="button button-quiet bar-home",
        ),
        *rest,
        class_name=f"facilitator-bar {class_name}".strip(),
    )
