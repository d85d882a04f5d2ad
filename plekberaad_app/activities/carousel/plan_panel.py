"""The plan of the carousel on the tablet: who has the turn when, and how it rotates."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.option_fields import FORM
from plekberaad_app.activities.carousel.preview import PlanView
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.fitting import fit_line
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.texts import need_all
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import spoken, words


def plan_panel(screen: Any) -> rx.Component:
    """`screen` is the tablet's state class."""
    return rx.fragment(_plan(screen), _forms(screen))


def _plan(screen: Any) -> rx.Component:
    need_all("carousel.plan.missing.")
    plan = screen.plan.view.to(PlanView)
    return rx.el.section(
        rx.el.h2(text("carousel.plan.title"), class_name="lead"),
        fit_line(screen.plan.fits),
        rx.cond(plan.needed > 0, _rounds_that_fit(plan.needed, screen)),
        rx.cond(
            plan.rows.length() > 0,
            rx.fragment(
                rx.el.p(
                    rx.cond(
                        screen.plan.is_frozen,
                        text("carousel.plan.frozen"),
                        words("carousel.plan.meetings", meetings=plan.meetings),
                    ),
                    class_name="small muted",
                ),
                _rows(plan.rows, screen),
            ),
            empty_state(spoken(plan.missing)),
        ),
        class_name="stack",
    )


def _rounds_that_fit(needed: Any, screen: Any) -> rx.Component:
    """One tap for the number of rounds that gives every owner a turn."""
    return rx.el.button(
        words("carousel.plan.set_rounds", rounds=needed),
        type="button",
        on_click=screen.change_options(screen.plan.step_id, {"rounds": needed}),
        class_name="button",
    )


def _rows(rows: Any, screen: Any) -> rx.Component:
    heads = ("round", "table", "owner", "groups")
    return rx.el.table(
        rx.el.thead(
            rx.el.tr(*(rx.el.th(text(f"carousel.plan.{head}"), scope="col") for head in heads))
        ),
        rx.el.tbody(rx.foreach(rows, lambda row: _row(row, screen))),
        class_name="plan figures",
    )


def _row(row: Any, screen: Any) -> rx.Component:
    is_now = (screen.stage.step_id == screen.plan.step_id) & (screen.stage.round == row.round)
    return rx.el.tr(
        rx.el.td(row.round),
        rx.el.td(table_badge(row.table), rx.el.span(row.table, class_name="unseen")),
        rx.el.td(
            rx.cond(row.owner != "", row.owner, text("carousel.plan.nobody")),
            rx.el.span(row.challenge, class_name="small muted plan-challenge"),
            rx.cond(row.others.length() > 0, _replacing(row, screen)),
        ),
        rx.el.td(row.groups),
        class_name=rx.cond(is_now, "is-now", ""),
    )


def _replacing(row: Any, screen: Any) -> rx.Component:
    """Two taps: that the turn changes hands, and to whom."""
    return unfolding(
        rx.el.summary(
            icon("arrow-left-right"),
            text("carousel.plan.replace"),
            class_name="button button-quiet",
        ),
        rx.el.p(text("carousel.plan.replace_by"), class_name="small muted"),
        rx.el.div(
            rx.foreach(
                row.others,
                lambda person: rx.el.button(
                    person.name,
                    type="button",
                    on_click=screen.replace_owner(row.round, row.table, person.number),
                    class_name="button",
                ),
            ),
            class_name="chips",
        ),
        # Another owner makes this another fold: this one closes after the second tap.
        key=row.owner,
        class_name="replacing",
    )


def _forms(screen: Any) -> rx.Component:
    """One folded form for each carousel that has not begun; once it has, its plan is fixed."""
    return rx.fragment(
        rx.foreach(
            screen.programme,
            lambda step: rx.cond(
                (step.kind == "carousel") & ~step.is_done & ~step.is_now, _form(step, screen)
            ),
        )
    )


def _form(step: Any, screen: Any) -> rx.Component:
    return unfolding(
        rx.el.summary(words("carousel.tablet.settings", title=step.title), class_name="button"),
        checked_form(
            rx.el.input(type="hidden", name="step_id", value=step.id),
            FORM.fields(step),
            rx.el.button(text("carousel.tablet.save"), type="submit", class_name="button"),
            on_submit=screen.set_options,
            reset_on_submit=False,
            # The fields keep what they were drawn with; if it is set elsewhere they are drawn
            # again.
            key=step.options.to_string(),
            class_name="card stack",
        ),
        key=step.id,
    )
