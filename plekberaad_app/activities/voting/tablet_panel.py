"""The vote on the tablet: how many voted, dots for people without a phone, and the result."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.kit.phoneless_chips import phoneless_chips, picked_person
from plekberaad_app.activities.voting.telling_buttons import telling_buttons
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def tablet_panel(screen: Screen) -> rx.Component:
    """While the vote is open nobody sees a total; then the choices with the most dots first."""
    stage, face, act = screen.stage, screen.face, screen.act
    return rx.el.section(
        rx.cond(face.question != "", rx.el.h2(face.question, class_name="lead")),
        rx.el.p(
            words("voting.tablet.voters", voters=face.voters, n=face.people),
            class_name="lead",
        ),
        telling_buttons(screen),
        rx.cond(
            face.is_open,
            phoneless_chips(face.phoneless, text("voting.tablet.for_whom")),
        ),
        rx.el.ol(
            rx.foreach(face.choices, lambda choice: _choice(choice, stage, face, act)),
            class_name="vote-choices",
        ),
        class_name="stack voting",
    )


def _choice(choice: Any, stage: Any, face: Any, act: Any) -> rx.Component:
    return rx.el.li(
        _words(choice),
        rx.cond(
            face.is_open,
            rx.cond(face.phoneless.length() > 0, _dots(choice, stage, act)),
            rx.cond(~choice.total.is_none(), _total(choice)),
        ),
        key=choice.id,
        class_name="card vote-choice",
    )


def _total(choice: Any) -> rx.Component:
    total = words("voting.tablet.total", n=choice.total)
    return rx.el.strong(total, class_name="figures vote-total")


def _words(choice: Any) -> rx.Component:
    """Under its challenge; in the result with its place."""
    has_place = choice.place > 0
    above = rx.cond(has_place, choice.challenge, choice.heading)
    return rx.el.div(
        rx.cond(above != "", rx.el.h3(above, class_name="small muted", dir="auto")),
        rx.el.p(
            rx.cond(
                has_place,
                rx.el.strong(
                    words("voting.tablet.place", place=choice.place), class_name="vote-place"
                ),
            ),
            rx.el.span(choice.label, dir="auto"),
        ),
        rx.cond(
            choice.is_told,
            rx.fragment(),
            rx.el.p(icon("eye-off"), text("voting.telling.untold"), class_name="small icon-line"),
        ),
        class_name="vote-words",
    )


def _dots(choice: Any, stage: Any, act: Any) -> rx.Component:
    dot = {"id": fresh_id(), "choice": choice.id, "person": picked_person()}
    return rx.el.div(
        _dot(
            "minus",
            "voting.tablet.fewer",
            choice,
            act(stage.step_id, stage.round, "retract", dot),
        ),
        _dot(
            "plus",
            "voting.tablet.more",
            choice,
            act(stage.step_id, stage.round, "vote", dot),
        ),
        class_name="vote-dots",
    )


def _dot(symbol: str, key: str, choice: Any, on_click: Any) -> rx.Component:
    return rx.el.button(
        icon(symbol),
        type="button",
        aria_label=words(key, choice=choice.label),
        on_click=on_click,
        class_name="button",
    )
