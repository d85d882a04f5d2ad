"""The frame of the pages that are used at a desk, before and after an evening."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import Styles
from plekberaad_app.ui.facilitator_bar import facilitator_bar


def desk_shell(*children: rx.Component, top: rx.Component | None = None) -> rx.Component:
    """The name of the product, what belongs at the top of this page, and the page."""
    return rx.el.div(
        Styles.create("desk"),
        facilitator_bar(
            rx.el.p(text("desk.name"), class_name="start-name"),
            *((rx.el.div(top, class_name="row"),) if top else ()),
        ),
        rx.el.main(*children, class_name="desk-main"),
        class_name="start desk",
    )
