"""`/voorbereiden/<code>`: the programme as a simple list, with times that add up."""

from typing import Any

import reflex as rx

from plekberaad_app.features.discovery import parts
from plekberaad_app.features.programme.about_form import about_form
from plekberaad_app.features.programme.forms import titles_of_kinds
from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.features.programme.step_forms import step_forms
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.browser import with_styles
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fitting import fit_line
from plekberaad_app.ui.guarded import guarded
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.projector_link import projector_link
from plekberaad_app.ui.refusal import refusal
from plekberaad_app.ui.told import told
from plekberaad_app.ui.words import words

_IMAGE_REFUSALS = ("image_unreadable", "image_too_large", "step_begun", "other")


def programme_page() -> rx.Component:
    """The steps, their times, and what can be added."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(text("desk.programme.title"), class_name="title"),
            rx.el.p(PROGRAMME.about.title, class_name="lead"),
        ),
        rx.cond(PROGRAMME.about.title != "", _programme(), rx.el.p(text("desk.waiting"))),
        top=_ways(),
    )


def _programme() -> rx.Component:
    return rx.fragment(
        rx.cond(PROGRAMME.is_closed, _closed(), about_form()),
        _sum(),
        _unless_closed(_undoing()),
        _unless_closed(fit_line(PROGRAMME.fits), _refit()),
        refusal({code: text(f"desk.refusal.{code}") for code in _IMAGE_REFUSALS}),
        rx.cond(PROGRAMME.answers == "", told(PROGRAMME.notice)),
        rx.cond(
            PROGRAMME.steps.length() > 0,
            rx.el.ol(rx.foreach(PROGRAMME.steps, _step), class_name="desk-steps"),
            empty_state(text("desk.programme.empty")),
        ),
        _unless_closed(_add()),
        *(with_styles(draw)() for draw in parts("evening")),
    )


def _closed() -> rx.Component:
    """Why nothing can be changed, and where to read the report."""
    code = PROGRAMME.router.page.params["code"]
    return rx.el.div(
        rx.el.p(text("desk.programme.closed"), class_name="say"),
        rx.el.a(
            icon("file-text"), text("desk.to_report"), href=f"/verslag/{code}", class_name="button"
        ),
        class_name="stack",
    )


def _unless_closed(*changing: rx.Component) -> rx.Component:
    return rx.cond(PROGRAMME.is_closed, rx.fragment(), rx.fragment(*changing))


def _ways() -> rx.Component:
    """The other pages of this evening."""
    code = PROGRAMME.router.page.params["code"]
    return rx.fragment(
        rx.el.a(
            icon("tablet"), text("desk.to_tablet"), href=f"/begeleid/{code}", class_name="button"
        ),
        rx.el.a(
            icon("printer"), text("desk.to_handouts"), href=f"/printen/{code}", class_name="button"
        ),
        projector_link(code, "button"),
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


def _undoing() -> rx.Component:
    """One's own edits, backwards and forwards; what cannot be undone says so."""
    return rx.el.div(
        _way_back("rotate-ccw", "programme.undo", PROGRAMME.can_undo, PROGRAMME.undo()),
        _way_back("rotate-cw", "programme.redo", PROGRAMME.can_redo, PROGRAMME.redo()),
        rx.cond(PROGRAMME.answers == "undo", told(PROGRAMME.notice)),
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


def _refit() -> rx.Component:
    """For somebody who changed the length of the evening: a programme that fits it."""
    return rx.fragment(
        rx.cond(
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
        ),
        rx.cond(PROGRAMME.answers == "fit", told(PROGRAMME.notice)),
    )


def _step(step: Any, index: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(step.starts_at, class_name="desk-time figures"),
        rx.el.div(
            rx.el.h2(step.title, class_name="lead"),
            rx.cond(step.kind_title != step.title, rx.el.p(step.kind_title, class_name="muted")),
            rx.cond(step.summary != "", rx.el.p(step.summary, dir="auto")),
            rx.cond(step.lacks != "", rx.el.p(icon("info"), step.lacks, class_name="icon-line")),
        ),
        rx.el.span(words("desk.programme.minutes", minutes=step.lasts), class_name="figures"),
        _unless_closed(_order(step, index), step_forms(step)),
        rx.cond(
            PROGRAMME.answers == _moving(step),
            rx.el.div(told(PROGRAMME.notice), class_name="desk-why"),
        ),
        key=step.id,
        class_name=rx.cond(step.is_done | step.is_now, "card desk-step is-begun", "card desk-step"),
    )


def _order(step: Any, index: Any) -> rx.Component:
    is_last = index == PROGRAMME.steps.length() - 1
    return rx.el.div(
        _move("arrow-up", "desk.programme.up", step, index == 0, index - 1),
        _move("arrow-down", "desk.programme.down", step, is_last, index + 1),
        class_name="desk-order",
    )


def _moving(step: Any) -> rx.Var[str]:
    """What the reply to moving a step is about (see ProgrammeState.move_step)."""
    return rx.Var.create(f"move.{step.id}").to(str)


def _move(
    symbol: str,
    key: str,
    step: Any,
    is_at_end: rx.Var[bool],
    place: rx.Var[int],
) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        aria_label=words(key, title=step.title),
        aria_disabled=rx.cond(is_at_end | step.is_done | step.is_now, "true", "false"),
        on_click=PROGRAMME.move_step(step.id, place),
        class_name="button",
    )


def _add() -> rx.Component:
    return rx.el.section(
        # Between the new step, which stands last, and the buttons.
        rx.cond(PROGRAMME.answers == "add", told(PROGRAMME.notice)),
        rx.el.h2(text("desk.programme.add"), class_name="lead"),
        rx.el.div(
            *(
                rx.el.button(
                    icon("plus"),
                    title,
                    type="button",
                    on_click=PROGRAMME.add_step(kind, fresh_id()),
                    class_name="button",
                )
                for kind, title in titles_of_kinds().items()
            ),
            class_name="row",
        ),
        class_name="well stack",
    )
