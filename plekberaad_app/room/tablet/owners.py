"""The view 'owners': who brings what, and the plan of what comes of it."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.discovery import plan_panels
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import challenges
from plekberaad_app.room.tablet.people import person_choice
from plekberaad_app.room.tablet.roster import owner_count
from plekberaad_app.room.tablet.screen import SCREEN, kept_line, sent_once
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.held_note import decide_challenge
from plekberaad_app.ui.late_panels import LatePanels
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words

PLAN_PANELS = LatePanels("plan", plan_panels(), SCREEN)


def owners() -> rx.Component:
    """On top who brings a challenge, below that the plan."""
    return rx.el.div(
        rx.el.div(_challenges(), _name_owner(), class_name="halves"),
        _plan(),
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
    """As the activity that plans draws it."""
    plan = SCREEN.plan
    return rx.cond(
        plan.kind != "", PLAN_PANELS.of(plan.kind), empty_state(text("tablet.plan.nothing_ahead"))
    )
