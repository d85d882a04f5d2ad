"""Before somebody who brought a wish leaves: what happens to it."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.departures import KEEP, PASS_ON, STOP
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def owner_goes_home(person: Any) -> rx.Component:
    """The first tap asks what happens to the wish, the last one does it."""
    return rx.el.details(
        rx.el.summary(icon("house"), text("tablet.parting.home"), class_name="button"),
        _form(
            person,
            text("tablet.parting.keep_home"),
            rx.el.button(text("tablet.parting.home_yes"), type="submit", class_name="button"),
            on_submit=SCREEN.send_owner_home,
        ),
        class_name="stack-tight",
    )


def owner_is_erased(person: Any) -> rx.Component:
    """The form below the explanation of erasing."""
    return _form(
        person,
        text("tablet.parting.keep_erased"),
        rx.cond(
            person.has_phone,
            rx.fragment(),
            rx.el.label(
                rx.el.input(type="checkbox", name="take_along"),
                text("tablet.parting.take_along"),
                class_name="choice",
            ),
        ),
        rx.el.button(
            icon("trash-2"),
            text("tablet.people.remove"),
            type="submit",
            class_name="button button-warn",
        ),
        on_submit=SCREEN.remove_owner,
        may_keep=SCREEN.plan.is_frozen,
    )


def _form(
    person: Any, kept: Any, *end: rx.Component, on_submit: Any, may_keep: Any = True
) -> rx.Component:
    return checked_form(
        rx.el.input(type="hidden", name="number", value=person.number),
        rx.el.fieldset(
            rx.el.legend(
                words("tablet.parting.what", wish=person.challenge), class_name="field-label"
            ),
            _choice(PASS_ON, text("tablet.parting.pass_on")),
            _heirs(person),
            rx.cond(may_keep, _choice(KEEP, kept)),
            _choice(STOP, text("tablet.parting.stop")),
            class_name="stack-tight",
        ),
        *end,
        on_submit=on_submit,
        reset_on_submit=False,
        class_name="stack-tight parting",
    )


def _choice(value: str, label: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name="wish", value=value, required=True),
        rx.el.span(label),
        class_name="choice",
    )


def _heirs(person: Any) -> rx.Component:
    """People at the same table who bring no wish; before there are tables, everybody."""
    return rx.el.select(
        rx.foreach(
            SCREEN.roster,
            lambda other: rx.cond(
                (other.table == person.table) & (other.challenge == "") & ~other.has_left,
                rx.el.option(other.shown, value=other.number.to_string()),
            ),
        ),
        name="heir",
        aria_label=text("tablet.parting.heir"),
        class_name="input",
    )
