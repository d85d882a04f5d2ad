"""What opens above the bar: the projector, a message to everybody, and rarely needed tools.

Drawers are native popovers: the browser opens, closes and focuses them by itself.
"""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import projector_display
from plekberaad_app.room.tablet.frame import bare_code
from plekberaad_app.room.tablet.projector import projector
from plekberaad_app.room.tablet.screen import SCREEN, kept_line, sent_once
from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.handing_on import hand_on_page
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import labelled
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words

END = "drawer-end"
_MODES = {
    "stage": "play",
    "join": "qr-code",
    "tables": "armchair",
    "next_steps": "flag",
    "black": "eye-off",
}


def opens(drawer: str, symbol: str, key: str) -> rx.Component:
    """A tool in the bar that opens a drawer."""
    return rx.el.button(
        icon(symbol),
        text(key),
        type="button",
        class_name="bar-tool",
        custom_attrs={"popoverTarget": drawer},
    )


def screen() -> rx.Component:
    """What the projector shows."""
    return _drawer(
        "drawer-screen",
        "tablet.screen.title",
        rx.el.div(
            *(_mode(mode, symbol) for mode, symbol in _MODES.items()), class_name="drawer-grid"
        ),
        projector(),
    )


def _mode(mode: str, symbol: str) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        text(f"tablet.screen.{mode}"),
        type="button",
        on_click=SCREEN.show(mode),
        aria_pressed=rx.cond(SCREEN.controls.screen == mode, "true", "false"),
        class_name="button",
        custom_attrs=_closing("drawer-screen"),
    )


def message() -> rx.Component:
    """One line that every phone and the projector show; the strip at the top removes it."""
    return _drawer(
        "drawer-message",
        "tablet.message.title",
        checked_form(
            kept_line(
                text("tablet.message.label"),
                "text",
                "message",
                max_length=projector_display.MAX_CHARACTERS,
            ),
            rx.cond(SCREEN.tables.length() > 1, _for_whom()),
            rx.el.button(
                text("tablet.message.send"), type="submit", class_name="button button-main"
            ),
            sent_once("message"),
            on_submit=SCREEN.send_message,
            reset_on_submit=False,
            class_name="stack",
        ),
    )


def _for_whom() -> rx.Component:
    return labelled(
        text("tablet.message.for"),
        rx.el.select(
            rx.el.option(text("tablet.message.for_all"), value=""),
            rx.foreach(
                SCREEN.tables,
                lambda table: rx.el.option(
                    words("tablet.tables.name", table=table.number), value=table.number.to(str)
                ),
            ),
            name="table",
            class_name="input",
        ),
    )


def more() -> rx.Component:
    """Repeat, skip, automatic or by hand, sound, another device, the end."""
    return _drawer(
        "drawer-more",
        "tablet.more.title",
        rx.cond(
            SCREEN.stage.status == "running",
            rx.el.div(
                _command("repeat", "rotate-ccw"),
                rx.cond(
                    SCREEN.controls.is_last_step,
                    _skip_to_the_end(),
                    _command("skip", "skip-forward"),
                ),
                class_name="drawer-grid",
            ),
        ),
        rx.el.div(
            _switch(SCREEN.controls.auto, "auto", "timer"),
            _switch(SCREEN.controls.sound, "sound", "volume-2"),
            _switch(SCREEN.controls.approves_first, "approve", "eye"),
            class_name="drawer-grid",
        ),
        _simple(),
        _links(),
        _takeover(),
        rx.el.div(_to_the_end(), _log_out(), class_name="drawer-grid"),
    )


def _command(name: str, symbol: str) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        text(f"tablet.more.{name}"),
        type="button",
        on_click=SCREEN.steer(name, SCREEN.controls.steering),
        class_name="button",
        custom_attrs=_closing("drawer-more"),
    )


def _skip_to_the_end() -> rx.Component:
    """After the last step the evening closes, which is final."""
    return rx.el.button(
        icon("skip-forward"),
        text("tablet.more.skip"),
        type="button",
        class_name="button",
        custom_attrs={"popoverTarget": END},
    )


def _switch(is_on: rx.Var[bool], name: str, symbol: str) -> rx.Component:
    steering = SCREEN.controls.steering
    return rx.el.button(
        icon(symbol),
        text(f"tablet.more.{name}"),
        rx.el.span(rx.cond(is_on, text("tablet.on"), text("tablet.off")), class_name="small"),
        type="button",
        role="switch",
        aria_checked=rx.cond(is_on, "true", "false"),
        on_click=rx.cond(
            is_on,
            SCREEN.steer(f"{name}_off", steering),
            SCREEN.steer(f"{name}_on", steering),
        ),
        class_name="button switch",
    )


class KeptSwitch(rx.Component):
    """A switch that this device remembers; when it is tapped, `first` is opened."""

    library = browser_file("kept_switch.jsx")
    tag = "KeptSwitch"

    field_id: rx.Var[str]
    keep_as: rx.Var[str]
    first: rx.Var[str]


def _simple() -> rx.Component:
    """Only what everybody needs, for whoever facilitates for the first time."""
    return rx.el.label(
        KeptSwitch.create(field_id="simple-view", keep_as="simple", first="view-now"),
        rx.el.span(
            rx.el.b(text("tablet.more.simple")),
            rx.el.br(),
            rx.el.span(text("tablet.more.simple.what"), class_name="small"),
        ),
        class_name="choice",
    )


def _links() -> rx.Component:
    """The links to pass on: for participants, and for a colleague who looks along."""
    code, address = bare_code(), SCREEN.room.join_address
    return unfolding(
        rx.el.summary(icon("share-2"), text("desk.links"), class_name="button wide"),
        rx.el.div(
            hand_on_page(text("desk.links.join"), "m", code, address),
            hand_on_page(text("desk.links.look_along"), "meekijken", code, address),
            hand_on_page(text("desk.links.report"), "verslag", code, address),
            class_name="stack",
        ),
    )


def _takeover() -> rx.Component:
    pin = SCREEN.pin
    return rx.el.div(
        rx.cond(
            pin != "",
            rx.el.p(
                words(
                    "tablet.takeover.how",
                    address=SCREEN.room.join_address,
                    code=bare_code(),
                ),
                rx.el.strong(pin, class_name="takeover-pin figures"),
            ),
        ),
        rx.el.button(
            icon("tablet"),
            text("tablet.takeover.make"),
            type="button",
            on_click=SCREEN.make_pin,
            class_name="button wide",
        ),
        class_name="well stack",
    )


def end() -> rx.Component:
    """Closing is final, so it asks for confirmation, whichever button leads here."""
    return _drawer(
        END,
        "tablet.end.title",
        rx.el.p(text("tablet.end.what")),
        rx.el.div(
            rx.el.button(
                text("tablet.end.stay"),
                type="button",
                class_name="button",
                custom_attrs=_closing(END),
            ),
            rx.el.button(
                text("tablet.end.close"),
                type="button",
                on_click=SCREEN.steer("close", SCREEN.controls.steering),
                class_name="button button-warn",
                custom_attrs=_closing(END),
            ),
            class_name="drawer-grid",
        ),
    )


def _to_the_end() -> rx.Component:
    return rx.cond(
        SCREEN.stage.status != "closed",
        rx.el.button(
            icon("square"),
            text("tablet.end.open"),
            type="button",
            class_name="button button-warn",
            custom_attrs={"popoverTarget": END},
        ),
    )


def _log_out() -> rx.Component:
    return PostForm.create(
        rx.el.button(
            icon("log-out"),
            text("tablet.more.log_out"),
            type="submit",
            class_name="button wide",
        ),
        action="/uitloggen",
        method="post",
    )


def _drawer(name: str, title: str, *content: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h2(text(title), class_name="lead"),
            rx.el.button(
                icon("x"),
                type="button",
                aria_label=text("tablet.close_drawer"),
                class_name="button button-quiet",
                custom_attrs=_closing(name),
            ),
            class_name="row between",
        ),
        *content,
        id=name,
        role="group",
        aria_label=text(title),
        class_name="drawer stack",
        custom_attrs={"popover": "auto"},
    )


def _closing(drawer: str) -> dict[str, str]:
    return {"popoverTarget": drawer, "popoverTargetAction": "hide"}
