"""On the desk: the way to the library's own templates."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon


def templates() -> rx.Component:
    """What they are for, and a link."""
    return rx.el.section(
        rx.el.h2(text("templates.title"), class_name="lead"),
        rx.el.p(text("templates.desk.how")),
        rx.el.a(icon("star"), text("templates.desk.open"), href="/sjablonen", class_name="button"),
        class_name="card stack",
    )
