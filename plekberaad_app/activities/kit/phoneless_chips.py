"""On the tablet: for which person without a phone the facilitator taps."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import picked_number
from plekberaad_app.ui.icons import icon

_PERSON = "voter"


def phoneless_chips(people: Any, legend: Any) -> rx.Component:
    """One of these `people` (`for_somebody.phoneless`) to choose; nothing when there are none.

    Who has an answer has a tick; what it is stands there for the one who is chosen.
    """
    return rx.cond(
        people.length() > 0,
        rx.el.div(
            rx.el.fieldset(
                rx.el.legend(legend, class_name="field-label"),
                rx.el.div(rx.foreach(people, _person), class_name="chips"),
            ),
            class_name="well",
        ),
    )


def picked_person() -> rx.vars.NumberVar:
    """The number of the person who is chosen at the moment of a tap."""
    return picked_number(_PERSON)


def _person(person: Any) -> rx.Component:
    number = person.number
    return rx.el.label(
        rx.el.input(type="radio", name=_PERSON, value=number),
        rx.el.span(person.name, dir="auto"),
        rx.cond(person.entered != "", _entered(person.entered)),
        key=number,
        class_name="choice chip",
    )


def _entered(entered: Any) -> rx.Component:
    return rx.fragment(
        rx.el.span(
            icon("check"),
            rx.el.span(text("tablet.phoneless.entered"), class_name="unseen"),
            class_name="stored",
        ),
        rx.el.span(entered, dir="auto", class_name="chip-entered small"),
    )
