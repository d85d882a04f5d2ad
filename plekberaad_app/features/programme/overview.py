"""The whole programme at a glance: how full it is, what it could use, and one's own edits back."""

from typing import Any

import reflex as rx

from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.fitting import fit_line
from plekberaad_app.ui.guarded import guarded
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.told import told
from plekberaad_app.ui.words import words


def overview() -> rx.Component:
    """Times and bar, and for as long as anything can be changed also advice and the way back."""
    return rx.el.section(
        rx.el.div(
            _sum(),
            rx.cond(PROGRAMME.is_closed, rx.fragment(), _undoing()),
            class_name="row between",
        ),
        _bar(),
        rx.cond(
            PROGRAMME.is_closed,
            rx.fragment(),
            rx.fragment(
                fit_line(PROGRAMME.fits),
                rx.foreach(PROGRAMME.advice, _advice),
                _refit(),
                rx.cond(
                    (PROGRAMME.answers == "fit") | (PROGRAMME.answers == "undo"),
                    told(PROGRAMME.notice),
                ),
            ),
        ),
        class_name="card stack programme-overview",
    )


def _sum() -> rx.Component:
    return rx.el.p(
        words(
            "desk.programme.sum",
            starts=PROGRAMME.starts_at,
            ends=PROGRAMME.ends_at,
            n=PROGRAMME.total_minutes,
        ),
        class_name="lead figures",
    )


def _bar() -> rx.Component:
    """A piece for each step, as wide as it is long; a tap goes to the step."""
    return rx.el.nav(
        rx.foreach(PROGRAMME.steps, _piece),
        rx.cond(
            PROGRAMME.bar.free > 0,
            rx.el.span(
                words("programme.bar.free", n=PROGRAMME.bar.free),
                class_name="programme-free",
                style={"flexGrow": PROGRAMME.bar.free.to_string()},
            ),
        ),
        aria_label=text("programme.bar"),
        class_name=rx.cond(PROGRAMME.bar.over > 0, "programme-bar is-over", "programme-bar"),
    )


def _piece(step: Any) -> rx.Component:
    return rx.el.a(
        rx.el.span(step.minutes, class_name="figures", aria_hidden="true"),
        href=f"#{_anchor(step)}",
        title=step.title,
        aria_label=words("programme.bar.step", title=step.title, n=step.minutes),
        key=step.id,
        class_name=rx.Var.create(f"programme-piece hue-{step.hue}").to(str),
        style={"flexGrow": step.minutes.to_string()},
    )


def _anchor(step: Any) -> str:
    return f"step-{step.id}"


def _advice(advice: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(icon("info"), advice.sentence, class_name="icon-line"),
        rx.cond(
            advice.tap != "",
            rx.el.button(
                advice.tap,
                type="button",
                on_click=PROGRAMME.follow(advice.code),
                class_name="button",
            ),
        ),
        key=advice.code,
        class_name="say programme-advice",
    )


def _refit() -> rx.Component:
    """A programme that fits the minutes there are."""
    return rx.cond(
        PROGRAMME.proposal != "",
        guarded(
            text("desk.refit"),
            PROGRAMME.proposal,
            rx.el.button(
                text("desk.refit.yes"),
                type="button",
                on_click=PROGRAMME.refit(),
                class_name="button button-main",
            ),
            symbol="clock",
            class_name="say",
        ),
    )


def _undoing() -> rx.Component:
    """One's own edits, backwards and forwards; what cannot be undone says so."""
    return rx.el.div(
        _way_back("rotate-ccw", "programme.undo", PROGRAMME.can_undo, PROGRAMME.undo()),
        _way_back("rotate-cw", "programme.redo", PROGRAMME.can_redo, PROGRAMME.redo()),
        class_name="row",
    )


def _way_back(symbol: str, key: str, is_possible: Any, on_click: Any) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        text(key),
        type="button",
        on_click=on_click,
        aria_disabled=rx.cond(is_possible, "false", "true"),
        class_name="button",
    )
