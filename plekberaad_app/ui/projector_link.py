"""The link to the projector's page: always in a separate window, never replacing this one."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon

# A window, not a tab: it can be dragged to the projector beside this one.
_OPEN = rx.Var(
    "(event) => { const opened = window.open(event.currentTarget.href, 'plekberaad-scherm',"
    " 'popup,width=1280,height=720'); if (opened) event.preventDefault(); }"
)


def projector_link(code: Any, class_name: str) -> rx.Component:
    """A link of the evening with this code, as it stands in addresses."""
    return rx.el.a(
        icon("monitor"),
        rx.el.span(text("desk.to_projector")),
        href=f"/scherm/{code}",
        target="plekberaad-scherm",
        class_name=class_name,
        custom_attrs={"onClick": _OPEN},
    )
