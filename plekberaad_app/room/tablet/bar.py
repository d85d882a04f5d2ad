"""The bar at the bottom: what a thumb needs, and the one big button that never moves."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.drawers import END, end, message, more, opens, screen
from plekberaad_app.room.tablet.obstacle import was_pressed
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.icons import icon


def steer(command: str) -> Any:
    """A steering command, based on the evening as this screen knows it."""
    return SCREEN.steer(command, SCREEN.controls.steering)


_NEXT = "button button-main bar-next"


def bar() -> rx.Component:
    """The bar; while the evening is not running, it offers only what can be done."""
    return rx.el.footer(
        rx.el.div(
            rx.cond(SCREEN.stage.status == "running", _clock_tools()),
            opens("drawer-screen", "monitor", "tablet.bar.screen"),
            opens("drawer-message", "megaphone", "tablet.bar.message"),
            opens("drawer-more", "ellipsis", "tablet.bar.more"),
            class_name="bar-tools",
        ),
        rx.cond(SCREEN.stage.status != "closed", _next()),
        screen(),
        message(),
        more(),
        rx.cond(SCREEN.stage.status != "closed", end()),
        class_name="tablet-bar",
    )


def _clock_tools() -> rx.Component:
    controls = SCREEN.controls
    return rx.fragment(
        rx.cond(
            controls.has_clock,
            rx.fragment(
                rx.cond(
                    controls.is_paused,
                    _tool("play", "tablet.bar.resume", "resume", "bar-tool is-waiting"),
                    _tool("pause", "tablet.bar.pause", "pause"),
                ),
                _tool("plus", "tablet.bar.more_time", "more_time"),
                _tool("minus", "tablet.bar.less_time", "less_time", "bar-tool is-seldom"),
            ),
        ),
        rx.cond(controls.can_go_back, _tool("skip-back", "tablet.bar.back", "back")),
    )


def _tool(symbol: str, key: str, command: str, class_name: str = "bar-tool") -> rx.Component:
    return rx.el.button(
        icon(symbol),
        text(key),
        type="button",
        on_click=steer(command),
        class_name=class_name,
    )


def _next() -> rx.Component:
    return rx.cond(
        SCREEN.controls.is_last & ~SCREEN.controls.obstacle.is_blocking,
        _big_button(custom_attrs={"popoverTarget": END}),
        _big_button(on_click=steer("next")),
    )


def _big_button(**what_it_does: Any) -> rx.Component:
    controls = SCREEN.controls
    return rx.el.button(
        rx.el.span(
            rx.cond(controls.next_title != "", controls.next_title, text("tablet.bar.next")),
            class_name="bar-next-title",
        ),
        rx.el.span(controls.next_label, class_name="bar-next-label"),
        rx.cond(
            controls.obstacle.is_blocking,
            rx.el.span(text("tablet.bar.held"), class_name="bar-next-label bar-next-held"),
        ),
        type="button",
        class_name=rx.cond(controls.obstacle.is_blocking, f"{_NEXT} {_held()}", _NEXT),
        **what_it_does,
    )


def _held() -> rx.Var[str]:
    """Whether it says so at once, or only when the obstacle comes in sight (see `obstacle`)."""
    may_wait = SCREEN.controls.obstacle.can_wait & ~was_pressed()
    return rx.cond(may_wait, "may-wait", "is-held").to(str)
