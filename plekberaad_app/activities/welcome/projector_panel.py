"""The welcome on the projector: one text, one image; at the closing also what people will do."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import next_step_wall
from plekberaad_app.ui.tables import procession


def projector_panel(screen: Screen) -> rx.Component:
    """The thanks at the closing, else the welcome."""
    is_closing = (screen.stage.phase == "closing") & (screen.next_steps.length() > 0)
    return rx.fragment(rx.cond(is_closing, _closing(screen), _welcome(screen)))


def _closing(screen: Any) -> rx.Component:
    """The thanks, above the first steps, page by page."""
    said = screen.face.text
    return rx.el.section(
        rx.el.header(
            rx.el.h2(text("projector.closed.title"), class_name="title"),
            rx.el.p(rx.cond(said != "", said, text("projector.closed.steps")), class_name="lead"),
            procession(),
            class_name="thanks",
        ),
        next_step_wall(screen.next_steps),
        class_name="listing",
    )


def _welcome(screen: Any) -> rx.Component:
    said, image = screen.face.text, screen.face.image
    return rx.el.section(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="welcome-image")),
        rx.cond(said != "", rx.el.p(said, class_name="welcome-text")),
        rx.cond((said == "") & (image == ""), _about(screen.room)),
        class_name="saying welcome",
    )


def _about(room: Any) -> rx.Component:
    """Without a text or an image the room reads what the evening is about."""
    return rx.fragment(
        rx.cond(
            room.question != "",
            rx.fragment(
                rx.el.p(room.title, class_name="evening-title"),
                rx.el.p(room.question, class_name="evening-question"),
            ),
            rx.el.p(room.title, class_name="evening-question"),
        ),
        procession(),
    )
