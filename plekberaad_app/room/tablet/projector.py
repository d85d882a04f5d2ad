"""The projector on the tablet: how to open it on its own computer, and what it shows now."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.frame import bare_code
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.cards import code
from plekberaad_app.ui.handing_on import hand_on_page
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.projector_link import projector_link
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words


def projector() -> rx.Component:
    """Whether one is connected, a small picture of it, and how another computer becomes one."""
    return rx.el.section(
        _connected(),
        _picture(),
        rx.el.p(text("tablet.projector.how")),
        rx.el.p(
            rx.el.span(SCREEN.room.join_address, "/scherm"),
            rx.el.strong(code(SCREEN.room), class_name="figures"),
            class_name="projector-address lead",
        ),
        projector_link(bare_code(), "button wide"),
        unfolding(
            rx.el.summary(icon("share-2"), text("desk.links"), class_name="button wide"),
            hand_on_page(
                text("desk.links.projector"), "scherm", bare_code(), SCREEN.room.join_address
            ),
        ),
        class_name="well stack",
    )


def _connected() -> rx.Component:
    count = SCREEN.projectors
    return rx.el.p(
        rx.match(
            count,
            (0, rx.fragment(icon("triangle-alert"), text("tablet.projector.away"))),
            (1, rx.fragment(icon("circle-check"), text("tablet.projector.is_on"))),
            rx.fragment(icon("circle-check"), words("tablet.projector.are_on", count=count)),
        ),
        role="status",
        class_name=rx.cond(count > 0, "icon-line projector-on", "icon-line projector-off"),
    )


def _picture() -> rx.Component:
    """The projector's own page, small: what it shows is real, and it makes no sound.

    A browser loads it when the drawer opens for the first time.
    """
    return rx.el.div(
        rx.el.iframe(
            src=f"/scherm/{bare_code()}?klein=1",
            title=text("tablet.projector.picture"),
            loading="lazy",
            tab_index=-1,
            custom_attrs={"inert": True},
        ),
        class_name="projector-picture",
    )
