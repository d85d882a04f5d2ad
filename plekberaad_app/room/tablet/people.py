"""The view 'people': who is in, adding somebody without a phone, and who stays together."""

from typing import Any

import reflex as rx

from plekberaad_app.core.people import MAX_FIRST_NAME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.phone.check_in import HABITS, KINDS, PRIVACY_SENTENCES, SKIPPED
from plekberaad_app.room.tablet.departures import owner_goes_home, owner_is_erased
from plekberaad_app.room.tablet.roster import company_of
from plekberaad_app.room.tablet.screen import SCREEN, sent_once
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import labelled, line
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words

_KINDS = (*KINDS, SKIPPED)
_HABITS = (*HABITS, SKIPPED)


def people() -> rx.Component:
    """The list on the left, what can be added to it on the right."""
    return rx.el.div(
        rx.el.section(
            rx.el.h2(text("tablet.people.title"), class_name="lead"),
            rx.cond(
                SCREEN.roster.length() > 0,
                rx.el.ul(rx.foreach(SCREEN.roster, _person), class_name="people-list"),
                empty_state(text("tablet.people.empty")),
            ),
            class_name="stack",
        ),
        rx.el.div(_add(), _together(), _twice(), class_name="stack"),
        class_name="halves",
    )


def person_choice(name: str, key: str) -> rx.Component:
    """A box in a form to choose one person."""
    return labelled(
        text(key),
        rx.el.select(
            rx.el.option(text("tablet.people.choose"), value=""),
            rx.foreach(
                SCREEN.roster,
                lambda person: rx.el.option(person.shown, value=person.number.to_string()),
            ),
            name=name,
            required=True,
            class_name="input",
        ),
    )


def _person(person: Any) -> rx.Component:
    return rx.el.li(
        rx.el.details(
            rx.el.summary(
                rx.cond(person.table > 0, _table_sign(person.table), icon("user")),
                rx.el.span(person.shown, class_name="person-name"),
                rx.el.span(_facts(person), class_name="person-facts small muted"),
                icon("chevron-down"),
            ),
            _rename(person),
            rx.el.div(
                rx.cond(
                    (person.challenge != "") & ~person.has_left,
                    owner_goes_home(person),
                    _home(person),
                ),
                _erase(person),
                class_name="stack",
            ),
            class_name="person",
        ),
        key=person.number,
    )


def _table_sign(table: rx.Var[int]) -> rx.Component:
    return rx.fragment(
        table_badge(table),
        rx.el.span(words("tablet.tables.name", table=table), class_name="unseen"),
    )


def _facts(person: Any) -> rx.Component:
    return rx.fragment(
        rx.cond(person.kind == "professional", rx.el.span(text("tablet.people.is_professional"))),
        rx.cond(person.has_phone, rx.fragment(), rx.el.span(text("tablet.people.without_phone"))),
        rx.cond(person.has_left, rx.el.span(text("tablet.people.has_left"))),
    )


def _rename(person: Any) -> rx.Component:
    return checked_form(
        rx.el.input(type="hidden", name="number", value=person.number),
        line(
            text("tablet.people.name"),
            "name",
            default_value=person.name,
            max_length=MAX_FIRST_NAME,
        ),
        rx.el.button(text("tablet.people.rename"), type="submit", class_name="button"),
        on_submit=SCREEN.rename_person,
        reset_on_submit=False,
        class_name="person-rename",
    )


def _home(person: Any) -> rx.Component:
    """Nothing is deleted: they stay in the count, and everything they wrote stays."""
    return rx.el.button(
        rx.cond(
            person.has_left,
            rx.fragment(icon("log-in"), text("tablet.people.is_back")),
            rx.fragment(icon("house"), text("tablet.people.goes_home")),
        ),
        type="button",
        on_click=SCREEN.go_home(person.number, ~person.has_left),
        class_name="button",
    )


def _erase(person: Any) -> rx.Component:
    """The first tap only says what will go. Notes from a phone can only be deleted from that
    phone."""
    return rx.el.details(
        rx.el.summary(
            icon("trash-2"), text("tablet.people.erase"), class_name="button button-quiet"
        ),
        rx.el.p(text("tablet.people.erase_what"), class_name="small"),
        rx.el.p(
            rx.cond(
                person.has_phone,
                text("tablet.people.erase_with_phone"),
                text("tablet.people.erase_without_phone"),
            ),
            class_name="small muted",
        ),
        rx.cond(person.challenge != "", owner_is_erased(person), _erase_buttons(person)),
        class_name="stack-tight person-erase",
    )


def _erase_buttons(person: Any) -> rx.Component:
    return rx.fragment(
        _erase_button(person, "tablet.people.remove", take_along=False),
        rx.cond(
            person.has_phone,
            rx.fragment(),
            _erase_button(person, "tablet.people.remove_all", take_along=True),
        ),
    )


def _erase_button(person: Any, key: str, *, take_along: bool) -> rx.Component:
    return rx.el.button(
        icon("trash-2"),
        text(key),
        type="button",
        on_click=SCREEN.remove_person(person.number, take_along),
        class_name="button button-warn",
    )


def _add() -> rx.Component:
    return checked_form(
        rx.el.h2(text("tablet.add.title"), class_name="lead"),
        line(
            text("tablet.add.name"),
            "name",
            max_length=MAX_FIRST_NAME,
        ),
        _choices("kind", _KINDS),
        _choices("habit", _HABITS),
        rx.el.details(
            rx.el.summary(text("tablet.add.tell"), class_name="button button-quiet"),
            rx.el.ul(*(rx.el.li(text(f"phone.check_in.{name}")) for name in PRIVACY_SENTENCES)),
            class_name="small",
        ),
        rx.el.button(
            icon("user-plus"),
            text("tablet.add.send"),
            type="submit",
            class_name="button button-main wide",
        ),
        sent_once("person"),
        on_submit=SCREEN.add_person,
        reset_on_submit=False,
        class_name="card stack",
    )


def _choices(name: str, values: tuple[str, ...]) -> rx.Component:
    return rx.el.fieldset(
        rx.el.legend(text(f"tablet.add.{name}"), class_name="field-label"),
        rx.el.div(
            *(_choice(name, value) for value in values),
            class_name="chips",
        ),
    )


def _choice(name: str, value: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value),
        text(f"tablet.add.{name}.{value}"),
        class_name="choice chip",
    )


def _together() -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("tablet.together.title"), class_name="lead"),
        rx.el.ul(rx.foreach(SCREEN.roster, _company), class_name="stack-tight"),
        rx.cond(
            SCREEN.roster.length() > 1,
            checked_form(
                person_choice("number", "tablet.together.one"),
                person_choice("other", "tablet.together.other"),
                rx.el.button(text("tablet.together.send"), type="submit", class_name="button"),
                sent_once("together"),
                on_submit=SCREEN.keep_together,
                reset_on_submit=False,
                class_name="stack",
            ),
        ),
        class_name="card stack",
    )


def _twice() -> rx.Component:
    """Somebody who came in with two browsers, or on paper before using a phone."""
    return rx.cond(
        SCREEN.roster.length() > 1,
        rx.el.details(
            rx.el.summary(
                icon("users"), text("tablet.twice.title"), class_name="button button-quiet"
            ),
            checked_form(
                rx.el.p(text("tablet.twice.what"), class_name="small muted"),
                person_choice("number", "tablet.twice.one"),
                person_choice("other", "tablet.twice.other"),
                rx.el.button(text("tablet.twice.send"), type="submit", class_name="button"),
                sent_once("twice"),
                on_submit=SCREEN.join_people,
                reset_on_submit=False,
                class_name="stack",
            ),
            class_name="card",
        ),
    )


def _company(person: Any) -> rx.Component:
    return rx.cond(
        person.together != "",
        rx.el.li(
            rx.el.span(words("tablet.together.with", one=person.shown, others=company_of(person))),
            rx.el.button(
                text("tablet.together.undo"),
                type="button",
                on_click=SCREEN.keep_apart(person.number),
                class_name="button",
            ),
            class_name="row between",
        ),
    )
