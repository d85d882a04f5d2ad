"""One step in the list: when it is, how long it takes, where it stands, and what can be done."""

from typing import Any

import reflex as rx

from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.features.programme.step_forms import step_forms
from plekberaad_app.ui.icons import icon, icon_named
from plekberaad_app.ui.told import told
from plekberaad_app.ui.words import words

_FEW = 5


def step_row(step: Any, index: Any) -> rx.Component:
    """A step, to drag by its grip; what has begun stays where it is."""
    has_begun = step.is_done | step.is_now
    return rx.el.li(
        rx.cond(PROGRAMME.is_closed | has_begun, rx.el.span(), _grip(step)),
        rx.el.span(step.starts_at, class_name="desk-time figures"),
        _told(step),
        rx.cond(
            PROGRAMME.is_closed | has_begun,
            rx.el.span(words("desk.programme.minutes", minutes=step.lasts), class_name="figures"),
            rx.el.div(_minutes(step), _order(step, index), class_name="programme-tools"),
        ),
        rx.cond(PROGRAMME.is_closed, rx.fragment(), step_forms(step)),
        rx.cond(
            _is_about(step), rx.el.div(told(PROGRAMME.notice), class_name="desk-why"), rx.fragment()
        ),
        id=f"step-{step.id}",
        key=step.id,
        custom_attrs={"data-id": step.id},
        class_name=rx.cond(has_begun, "card desk-step is-begun", "card desk-step"),
    )


def _told(step: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h2(
            rx.el.span(
                icon_named(step.sign),
                class_name=rx.Var.create(f"phase-sign hue-{step.hue}").to(str),
                aria_hidden="true",
            ),
            step.title,
            class_name="lead programme-title",
        ),
        rx.cond(step.kind_title != step.title, rx.el.p(step.kind_title, class_name="muted")),
        rx.cond(step.summary != "", rx.el.p(step.summary, dir="auto")),
        rx.cond(
            step.who != "",
            rx.el.p(icon("user"), rx.el.span(step.who, dir="auto"), class_name="icon-line"),
        ),
        rx.cond(step.lacks != "", rx.el.p(icon("info"), step.lacks, class_name="icon-line")),
    )


def _grip(step: Any) -> rx.Component:
    """Dragged with mouse or finger; with the arrow keys it moves a place."""
    return rx.el.button(
        icon("grip-vertical"),
        type="button",
        aria_label=words("programme.grip", title=step.title),
        custom_attrs={"data-grip": ""},
        class_name="programme-grip",
    )


def _minutes(step: Any) -> rx.Component:
    """Five minutes less or more, to the next number in fives."""
    minutes = step.minutes
    less = rx.cond(minutes <= _FEW, minutes - 1, ((minutes + _FEW - 1) // _FEW - 1) * _FEW)
    return rx.el.div(
        _step_to("minus", "programme.less", step, less, at_end=minutes <= 1),
        rx.el.span(
            words("desk.programme.minutes", minutes=step.lasts),
            class_name="figures programme-minutes",
        ),
        _step_to("plus", "programme.more", step, (minutes // _FEW + 1) * _FEW),
        class_name="programme-length",
    )


def _step_to(symbol: str, key: str, step: Any, minutes: Any, at_end: Any = False) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        aria_label=words(key, title=step.title),
        aria_disabled=rx.cond(at_end, "true", "false"),
        on_click=PROGRAMME.set_minutes(step.id, minutes),
        class_name="button",
    )


def _order(step: Any, index: Any) -> rx.Component:
    is_last = index == PROGRAMME.steps.length() - 1
    return rx.el.div(
        _move("arrow-up", "desk.programme.up", step, index == 0, index - 1),
        _move("arrow-down", "desk.programme.down", step, is_last, index + 1),
        class_name="desk-order",
    )


def _move(
    symbol: str, key: str, step: Any, is_at_end: rx.Var[bool], place: rx.Var[int]
) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        aria_label=words(key, title=step.title),
        aria_disabled=rx.cond(is_at_end | step.is_done | step.is_now, "true", "false"),
        on_click=PROGRAMME.move_step(step.id, place),
        class_name="button",
    )


def _is_about(step: Any) -> rx.Var[bool]:
    """Whether the last reply is about moving this step, or about its minutes."""
    moved, timed = (rx.Var.create(f"{what}.{step.id}").to(str) for what in ("move", "minutes"))
    return (PROGRAMME.answers == moved) | (PROGRAMME.answers == timed)
