"""The view 'owners': who brings what, how the carousel rotates, and the plan."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import challenges
from plekberaad_app.room.tablet.carousel_form import carousel_forms, rounds_that_fit
from plekberaad_app.room.tablet.people import person_choice
from plekberaad_app.room.tablet.roster import owner_count
from plekberaad_app.room.tablet.screen import SCREEN, kept_line, sent_once
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.fitting import fit_line
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.held_note import decide_challenge
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words


def owners() -> rx.Component:
    """On top who brings a challenge, below that how it rotates."""
    return rx.el.div(
        rx.el.div(_challenges(), _name_owner(), class_name="halves"),
        _plan(),
        carousel_forms(),
        class_name="stack",
    )


def _challenges() -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("tablet.owners.title"), class_name="lead"),
        rx.cond(
            owner_count() > 0,
            rx.el.ul(rx.foreach(SCREEN.roster, _challenge), class_name="stack-tight"),
            empty_state(text("tablet.owners.empty")),
        ),
        class_name="stack",
    )


def _challenge(person: Any) -> rx.Component:
    return rx.cond(
        person.challenge != "",
        rx.el.li(
            rx.cond(person.table > 0, table_badge(person.table)),
            rx.el.div(
                rx.el.p(person.challenge),
                rx.el.p(person.shown, class_name="small muted"),
                rx.cond(
                    person.held != "",
                    decide_challenge(
                        person.held,
                        SCREEN.let_challenge_through(person.number),
                        person.challenge,
                    ),
                ),
            ),
            guarded(
                text("tablet.owners.drop"),
                words("tablet.owners.drop_whom", name=person.shown),
                yes_button(text("tablet.owners.drop_yes"), SCREEN.drop_owner(person.number)),
            ),
            class_name="card challenge",
        ),
    )


def _name_owner() -> rx.Component:
    return rx.cond(
        SCREEN.roster.length() > 0,
        checked_form(
            rx.el.h2(text("tablet.owners.name.title"), class_name="lead"),
            person_choice("number", "tablet.owners.name.who"),
            kept_line(
                text("tablet.owners.name.sentence"),
                "sentence",
                "owner",
                max_length=challenges.MAX_CHARACTERS,
                required=True,
            ),
            rx.el.button(text("tablet.owners.name.send"), type="submit", class_name="button"),
            sent_once("owner"),
            on_submit=SCREEN.name_owner,
            reset_on_submit=False,
            class_name="card stack",
        ),
    )


def _plan() -> rx.Component:
    plan = SCREEN.plan
    return rx.el.section(
        rx.el.h2(text("tablet.plan.title"), class_name="lead"),
        fit_line(plan.fits),
        rounds_that_fit(),
        rx.cond(
            plan.rows.length() > 0,
            rx.fragment(
                rx.el.p(
                    rx.cond(
                        plan.is_frozen,
                        text("tablet.plan.frozen"),
                        words("tablet.plan.meetings", meetings=plan.meetings),
                    ),
                    class_name="small muted",
                ),
                _rows(),
            ),
            empty_state(plan.missing),
        ),
        class_name="stack",
    )


def _rows() -> rx.Component:
    heads = ("round", "table", "owner", "groups")
    return rx.el.table(
        rx.el.thead(
            rx.el.tr(*(rx.el.th(text(f"tablet.plan.{head}"), scope="col") for head in heads))
        ),
        rx.el.tbody(rx.foreach(SCREEN.plan.rows, _row)),
        class_name="plan figures",
    )


def _row(row: Any) -> rx.Component:
    is_now = (SCREEN.stage.kind == "carousel") & (SCREEN.stage.round == row.round)
    return rx.el.tr(
        rx.el.td(row.round),
        rx.el.td(table_badge(row.table), rx.el.span(row.table, class_name="unseen")),
        rx.el.td(
            rx.cond(row.owner != "", row.owner, text("tablet.plan.nobody")),
            rx.el.span(row.challenge, class_name="small muted plan-challenge"),
            rx.cond(row.others.length() > 0, _replacing(row)),
        ),
        rx.el.td(row.groups),
        class_name=rx.cond(is_now, "is-now", ""),
    )


def _replacing(row: Any) -> rx.Component:
    """Two taps: that the turn changes hands, and to whom."""
    return unfolding(
        rx.el.summary(
            icon("arrow-left-right"), text("tablet.plan.replace"), class_name="button button-quiet"
        ),
        rx.el.p(text("tablet.plan.replace_by"), class_name="small muted"),
        rx.el.div(
            rx.foreach(
                row.others,
                lambda person: rx.el.button(
                    person["name"].to(str),
                    type="button",
                    on_click=SCREEN.replace_owner(row.round, row.table, person["number"]),
                    class_name="button",
                ),
            ),
            class_name="chips",
        ),
        # Another owner makes this another fold: this one closes after the second tap.
        key=row.owner,
        class_name="replacing",
    )
