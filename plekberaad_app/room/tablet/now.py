"""The view 'now': phase, time, what to say, and what the running activity adds."""

import reflex as rx

from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.frame import bare_code, to_view
from plekberaad_app.room.tablet.outcomes import outcomes
from plekberaad_app.room.tablet.roster import owner_count
from plekberaad_app.room.tablet.screen import PRESENCE, SCREEN
from plekberaad_app.ui.cards import code
from plekberaad_app.ui.clock_face import countdown
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.late_panels import LatePanels
from plekberaad_app.ui.network_link import network_link
from plekberaad_app.ui.phases import part_title, phase_sign, phase_title
from plekberaad_app.ui.words import words

TABLET_PANELS = LatePanels("tablet", panels("tablet"), SCREEN)


def now() -> rx.Component:
    """What the facilitator needs while standing in front of the room."""
    return rx.el.div(
        rx.match(
            SCREEN.stage.status,
            ("lobby", _arrival()),
            ("closed", _closed()),
            _running(),
        ),
        class_name="now",
    )


def _running() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.div(
                part_title(SCREEN.stage),
                rx.el.h1(
                    phase_sign(SCREEN.stage),
                    phase_title(SCREEN.stage),
                    class_name="title phase-title",
                ),
            ),
            countdown(SCREEN.clock, "bar", hurries=SCREEN.stage.hurries),
            class_name="now-head",
        ),
        _script(),
        TABLET_PANELS.running(),
    )


def _script() -> rx.Component:
    script = SCREEN.script
    return rx.cond(
        script.say != "",
        rx.el.div(
            _script_line("tablet.script.say", script.say, "lead"),
            _script_line("tablet.script.do", script.do, ""),
            rx.cond(
                script.who != "",
                rx.el.p(
                    icon("user"), words("tablet.script.who", who=script.who), class_name="icon-line"
                ),
            ),
            class_name="say now-script stack-tight",
        ),
    )


def _script_line(title: str, line: rx.Var[str], size: str) -> rx.Component:
    return rx.el.div(
        rx.el.h2(text(title), class_name="small"),
        rx.el.p(line, class_name=size),
    )


def _arrival() -> rx.Component:
    return rx.fragment(
        rx.el.div(
            rx.el.h1(text("tablet.arrival.title"), class_name="title"),
            rx.el.p(code(SCREEN.room), class_name="now-code figures"),
            class_name="now-head",
        ),
        _script(),
        rx.el.ol(
            _task("people", PRESENCE.total, "tablet.arrival.people"),
            _task("tables", SCREEN.tables.length(), "tablet.arrival.tables"),
            _task("owners", owner_count(), "tablet.arrival.owners"),
            class_name="now-tasks",
        ),
        rx.el.p(text("tablet.arrival.then"), class_name="muted"),
        network_link("button button-quiet"),
    )


def _task(view: str, count: rx.vars.NumberVar, key: str) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            count,
            class_name=rx.cond(count > 0, "task-count figures is-begun", "task-count figures"),
        ),
        rx.el.div(
            rx.el.h2(text(f"{key}.title"), class_name="lead"),
            rx.el.p(text(f"{key}.how"), class_name="muted"),
        ),
        to_view(view, text(f"{key}.go")),
        class_name="card now-task",
    )


def _closed() -> rx.Component:
    return rx.fragment(
        rx.el.h1(text("tablet.closed.title"), class_name="title"),
        rx.el.p(text("tablet.closed.next"), class_name="lead"),
        rx.el.p(text("tablet.closed.can"), class_name="muted"),
        rx.el.div(
            rx.el.a(
                text("tablet.closed.report"),
                href=f"/verslag/{bare_code()}",
                class_name="button button-main",
            ),
            class_name="row",
        ),
        outcomes(),
    )
