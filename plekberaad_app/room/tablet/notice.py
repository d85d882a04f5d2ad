"""The result of the last tap: stored, refused, or done with a warning, and how to undo it.

A facilitator in front of a room only glances at the tablet, so a reply stays for a minute; after
that it may no longer be true. A warning and an undo button stay until the next tap, but
*Volgende* can be taken back for ten seconds: after that the room has begun. It is in the
flow above the bar, so that it covers no button. Obstacles are shown by `obstacle.py` alone.
"""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.icons import icon


def notice() -> rx.Component:
    """A line above the bar, read aloud by screen readers; one tap dismisses it."""
    return rx.el.div(
        rx.cond((SCREEN.notice.sentence != "") & (SCREEN.notice.kind != "held"), _line()),
        role="status",
        class_name="tablet-notice",
    )


def _away() -> rx.Component:
    """The stylesheet hides the line when this box is ticked; a new notice starts unticked."""
    return rx.el.label(
        rx.el.input(type="checkbox", class_name="unseen", aria_label=text("tablet.seen")),
        icon("x"),
        class_name="notice-away",
    )


def _line() -> rx.Component:
    told = SCREEN.notice
    part_phones = SCREEN.part_phones(told.second_phone_of)
    return rx.el.div(
        _sign(),
        rx.el.p(told.sentence),
        _way_back(told.can_undo, "tablet.undo", SCREEN.undo_seating),
        _way_back(told.can_return, "tablet.undo", SCREEN.stand_again),
        _way_back(told.second_phone_of > 0, "tablet.second_phone.undo", part_phones),
        _away(),
        key=told.number,
        class_name=rx.match(
            told.kind,
            ("error", "notice notice-error is-passing"),
            ("warning", "notice notice-warning"),
            rx.cond(
                told.is_brief,
                "notice is-brief",
                rx.cond(told.can_undo | told.can_return, "notice", "notice is-passing"),
            ),
        ),
    )


def _sign() -> rx.Component:
    is_trouble = (SCREEN.notice.kind == "error") | (SCREEN.notice.kind == "warning")
    return rx.cond(is_trouble, icon("triangle-alert"), icon("check"))


def _way_back(is_there: Any, key: str, on_click: Any) -> rx.Component:
    """A button that undoes what was just done, where `is_there`."""
    button = rx.el.button(
        icon("undo-2"), text(key), type="button", on_click=on_click, class_name="button"
    )
    return rx.cond(is_there, button)
