"""What stops the room, above the bar in every view, with the buttons that resolve it.

It knows no activity: an obstacle (`activities/contract/obstacle.py`) brings its own way out.
"""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.drawers import END
from plekberaad_app.room.tablet.frame import VIEWS, to_view
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import naming


def obstacle() -> rx.Component:
    """One sentence with its buttons; with several tables each of them unfolds beside it.

    The stylesheet hides what can wait until the time is nearly over, or somebody wanted to go on
    anyway; whatever a panel offers of it meanwhile has the class `until-due`.
    """
    here = SCREEN.controls.obstacle
    return rx.el.section(
        rx.cond(here.said != "", _said(here)),
        role="status",
        aria_label=text("tablet.obstacle"),
    )


def _said(here: Any) -> rx.Component:
    can_wait = rx.cond(here.can_wait, "obstacle can-wait", "obstacle")
    return rx.el.div(
        _first_row(here),
        rx.cond(here.parts.length() > 0, _parts(here)),
        class_name=rx.cond(was_pressed(), "obstacle is-pressed", can_wait),
    )


def _first_row(here: Any) -> rx.Component:
    first = rx.el.strong(text("tablet.obstacle.first"), " ")
    return rx.el.div(
        rx.cond(here.can_wait, icon("hourglass"), icon("triangle-alert")),
        rx.el.p(rx.cond(was_pressed(), first), here.said),
        _cures(here.cures, here.said),
        _more(here.view),
        class_name="obstacle-row",
    )


def was_pressed() -> rx.Var[bool]:
    """Whether somebody wanted to go on while this was in the way: the reply to that tap."""
    return SCREEN.held_on == SCREEN.controls.steering


def _more(view: rx.Var[str]) -> Any:
    ways = ((name, to_view(name, text(f"tablet.view.{name}"))) for name in VIEWS)
    return rx.match(view, *ways, rx.fragment())


def _parts(here: Any) -> rx.Component:
    """Folded while there may still be time; open once somebody wanted to go on."""
    return rx.el.details(
        rx.el.summary(text("tablet.obstacle.each"), class_name="button button-quiet"),
        rx.el.ul(
            rx.foreach(
                here.parts.to(list[dict[str, Any]]),
                lambda part: rx.el.li(
                    rx.el.p(part["said"].to(str)),
                    _cures(part["cures"], part["said"].to(str)),
                    key=part["said"].to(str),
                    class_name="obstacle-row",
                ),
            ),
        ),
        open=was_pressed(),
        class_name="obstacle-parts",
    )


def _cures(cures: Any, said: Any) -> rx.Component:
    return rx.el.div(
        rx.foreach(cures.to(list[dict[str, Any]]), lambda cure: _cure(cure, said)),
        class_name="obstacle-cures",
    )


def _cure(cure: Any, said: Any) -> rx.Component:
    asks = cure["asks"].to(list[dict[str, Any]])
    return rx.cond(
        cure["is_end"].to(bool),
        _to_the_end(cure),
        rx.cond(asks.length() > 0, _typed(cure, asks), _tap(cure, said)),
    )


def _tap(cure: Any, said: Any) -> rx.Component:
    """Its label says what it resolves: 'not yet' may be there for several tables."""
    steering = SCREEN.controls.steering.to_string()
    return rx.el.button(
        cure["label"].to(str),
        type="button",
        aria_label=naming(cure["label"].to(str), said),
        on_click=SCREEN.cure({"cure": cure["id"].to(str), "made_on": steering}),
        class_name="button",
    )


def _to_the_end(cure: Any) -> rx.Component:
    """Closing is final: the same question first as everywhere."""
    return rx.el.button(
        cure["label"].to(str),
        type="button",
        class_name="button",
        custom_attrs={"popoverTarget": END},
    )


def _typed(cure: Any, asks: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(cure["label"].to(str), class_name="button"),
        checked_form(
            # Reflex hoists the submit handler out of the loop: what it is about has to be a field.
            rx.el.input(type="hidden", name="cure", value=cure["id"].to(str)),
            rx.el.input(type="hidden", name="made_on", value=SCREEN.controls.steering.to_string()),
            rx.foreach(asks, _ask),
            rx.el.button(text("tablet.obstacle.store"), type="submit", class_name="button"),
            on_submit=SCREEN.cure,
            reset_on_submit=False,
            class_name="obstacle-form",
        ),
        key=cure["id"].to(str),
        class_name="obstacle-typed",
    )


def _ask(ask: Any) -> rx.Component:
    people = ask["choices"].to(list[dict[str, Any]])
    common = {
        "name": ask["name"].to(str),
        "default_value": ask["given"].to(str),
        "class_name": "input",
    }
    longest = ask["longest"].to(int)
    return rx.el.label(
        rx.el.span(ask["label"].to(str), class_name="field-label"),
        rx.cond(
            people.length() > 0,
            rx.el.select(
                rx.foreach(
                    people,
                    lambda person: rx.el.option(
                        person["name"].to(str), value=person["number"].to_string()
                    ),
                ),
                name=ask["name"].to(str),
                class_name="input",
            ),
            rx.cond(
                ask["is_list"].to(bool),
                rx.el.textarea(rows=4, max_length=longest, **common),
                rx.el.input(auto_complete="off", max_length=longest, **common),
            ),
        ),
        class_name="field",
    )
