"""The view 'programme': what was, what is and what is to come, and how the time stands."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.frame import bare_code, behind
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def agenda() -> rx.Component:
    """The steps with their times."""
    return rx.el.div(
        rx.el.h2(text("tablet.agenda.title"), class_name="lead"),
        rx.cond(SCREEN.controls.expected_end != "", _ends()),
        rx.cond(_may_spread(), _spread()),
        rx.cond(
            SCREEN.programme.length() > 0,
            rx.el.ol(rx.foreach(SCREEN.programme, _step), class_name="agenda"),
            empty_state(text("tablet.agenda.empty")),
        ),
        rx.el.a(
            text("tablet.agenda.edit"), href=f"/voorbereiden/{bare_code()}", class_name="button"
        ),
        class_name="stack",
    )


def _ends() -> rx.Component:
    return rx.el.p(
        behind(),
        rx.el.span(
            words("tablet.agenda.planned", end=SCREEN.controls.planned_end),
            class_name="muted",
        ),
        class_name="agenda-ends",
    )


def _may_spread() -> rx.Var[bool]:
    controls = SCREEN.controls
    is_off = controls.has_clock & (controls.minutes_behind != 0)
    return (controls.expected_end != "") & is_off & ~controls.is_last_step


def _spread() -> rx.Component:
    """For an evening that is late or early: one tap, and it ends as planned."""
    return rx.el.div(
        rx.el.p(words("tablet.agenda.spread.how", end=SCREEN.controls.planned_end)),
        rx.el.button(
            icon("timer"),
            text("tablet.agenda.spread"),
            type="button",
            on_click=SCREEN.spread_rest(SCREEN.controls.steering),
            class_name="button",
        ),
        class_name="well row between",
    )


def _step(step: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(step.starts_at, class_name="figures"),
        rx.el.div(
            rx.el.span(step.title, class_name="agenda-title"),
            rx.cond(step.summary != "", rx.el.p(step.summary, dir="auto", class_name="small")),
            class_name="agenda-words",
        ),
        rx.cond(step.is_now, rx.el.strong(text("tablet.agenda.now"), class_name="agenda-now")),
        rx.cond(
            step.is_done,
            rx.fragment(
                rx.el.span(icon("check"), text("tablet.agenda.done"), class_name="stored"),
                rx.cond(SCREEN.stage.status == "running", _reopen(step)),
            ),
        ),
        rx.el.span(words("tablet.agenda.minutes", minutes=step.lasts), class_name="muted figures"),
        key=step.id,
        aria_current=rx.cond(step.is_now, "step", "false"),
        class_name=rx.cond(step.is_now, "agenda-step is-now", "agenda-step"),
    )


def _reopen(step: Any) -> rx.Component:
    return rx.el.button(
        icon("rotate-ccw"),
        text("tablet.agenda.reopen"),
        type="button",
        aria_label=words("tablet.agenda.reopen_which", title=step.title),
        on_click=SCREEN.reopen(step.id, SCREEN.controls.steering),
        class_name="button button-quiet",
    )
