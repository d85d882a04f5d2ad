"""What must stay in sight whatever view is open: the time, a message on all screens, and a note
that is shown large on the projector."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import REHEARSAL, folder_of
from plekberaad_app.room.tablet.calls import calls
from plekberaad_app.room.tablet.frame import bare_code
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.clock_face import countdown
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.phases import phase_title
from plekberaad_app.ui.words import words


def strip() -> rx.Component:
    """A row below the line at the top; it takes no space while there is nothing to show."""
    return rx.el.div(
        rx.cond(SCREEN.stage.status == "running", _time()),
        calls(),
        rx.el.div(
            rx.cond(SCREEN.room.is_rehearsal, _rehearsal()),
            rx.cond(SCREEN.stage.message != "", _message()),
            rx.cond(SCREEN.controls.spotlight != "", _lit()),
            role="status",
            class_name="strip-said",
        ),
        class_name="tablet-strip",
    )


def _time() -> rx.Component:
    """The stylesheet hides it in the view 'now', which shows the same in large."""
    return rx.el.div(
        rx.el.p(phase_title(SCREEN.stage), class_name="strip-phase"),
        countdown(SCREEN.clock, hurries=SCREEN.stage.hurries),
        class_name="strip-time",
    )


def _rehearsal() -> rx.Component:
    """So that nobody takes it for the evening; one tap clears it."""
    return rx.el.div(
        icon("users"),
        rx.el.p(
            rx.el.strong(text("tablet.rehearsal")),
            rx.el.span(text("tablet.rehearsal.what"), class_name="small muted"),
        ),
        PostForm.create(
            rx.el.button(
                icon("trash-2"), text("tablet.rehearsal.clear"), type="submit", class_name="button"
            ),
            action=f"{folder_of(REHEARSAL)}/{bare_code()}/wissen",
            method="post",
        ),
        class_name="strip-message",
    )


def _message() -> rx.Component:
    return rx.el.div(
        icon("megaphone"),
        rx.el.p(
            rx.el.span(
                rx.cond(
                    SCREEN.controls.message_table > 0,
                    words("tablet.message.now_at", number=SCREEN.controls.message_table),
                    text("tablet.message.now"),
                ),
                class_name="small muted",
            ),
            rx.el.strong(SCREEN.stage.message),
        ),
        rx.el.button(
            icon("x"),
            text("tablet.message.clear"),
            type="button",
            on_click=SCREEN.send_message({"text": ""}),
            class_name="button",
        ),
        class_name="strip-message",
    )


def _lit() -> rx.Component:
    return rx.el.div(
        icon("lightbulb"),
        rx.el.p(
            rx.el.span(text("tablet.lit"), class_name="small muted"),
            rx.el.strong(SCREEN.controls.spotlight_text, dir="auto"),
        ),
        rx.el.button(
            text("tablet.lit.back"),
            type="button",
            on_click=SCREEN.spotlight(""),
            class_name="button",
        ),
        class_name="strip-message",
    )
