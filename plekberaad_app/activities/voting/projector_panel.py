"""Voting on the projector: what there is to choose, and afterwards who got how many dots."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.notes import Density, note_pager, part_of
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.words import spoken, words

MAX_AT_ONCE = 7


def projector_panel(screen: Screen) -> rx.Component:
    """A total that is not there is not drawn."""
    face = screen.face
    choices, place = face.choices, face.telling.place
    is_telling = place > 0
    return rx.el.section(
        rx.cond(face.question != "", said(face.question, rx.el.h2, class_name="lead")),
        rx.cond(
            choices.length() > 0,
            rx.fragment(
                rx.cond(
                    choices.length() > MAX_AT_ONCE,
                    _pages(screen, choices),
                    fitting(_list(choices, is_telling)),
                ),
                rx.cond(
                    face.is_empty,
                    rx.el.p(text("voting.empty"), class_name="lead"),
                    rx.el.p(
                        words("voting.projector.voters", n=face.voters), class_name="wall-count"
                    ),
                ),
            ),
            _nothing(screen, place),
        ),
        class_name="wall",
    )


def _nothing(screen: Any, place: Any) -> rx.Component:
    """No choices, or none that has been told yet: then the next place, large."""
    return rx.cond(
        place > 0,
        rx.el.div(
            rx.el.strong(place, class_name="vote-next figures", aria_hidden="true"),
            rx.el.p(spoken(screen.stage.line), class_name="lead"),
            class_name="vote-nothing",
        ),
        empty_state(text("voting.projector.nothing"), "vote"),
    )


def _list(choices: Any, is_told_in_turn: Any) -> rx.Component:
    """While the result is told place by place, the last place told comes first, and large."""
    return rx.el.ol(
        rx.foreach(
            choices,
            lambda choice: rx.el.li(_choice(choice, choices), key=choice.id),
        ),
        class_name=rx.cond(is_told_in_turn, "ballot is-telling", "ballot"),
    )


def _pages(screen: Any, choices: Any) -> rx.Component:
    """More than the room can read at once turns pages like the wall."""
    turned = rx.foreach(choices, lambda choice: _choice(choice, choices))
    return note_pager(turned, name=part_of(screen.stage), densities=[Density(2, 8)])


def _choice(choice: Any, choices: Any) -> rx.Component:
    return rx.el.article(
        rx.el.div(
            said(choice.challenge, class_name="ballot-challenge"),
            rx.el.p(
                rx.cond(
                    choice.place > 0,
                    rx.el.strong(
                        words("voting.tablet.place", place=choice.place),
                        class_name="vote-place",
                    ),
                ),
                said(choice.label, rx.el.span),
            ),
            class_name="vote-words",
        ),
        rx.cond(~choice.total.is_none(), _result(choice, choices)),
        key=choice.id,
        class_name="ballot-choice",
        custom_attrs={"data-note": choice.id},
    )


def _result(choice: Any, choices: Any) -> rx.Component:
    """The bar is drawn against the first choice: the rules put the one with most dots first."""
    total, most = choice.total, choices[0].total
    share = rx.cond(most > 0, 100 * total / most, 0)
    return rx.fragment(
        rx.el.b(
            words("voting.projector.dots", n=total),
            class_name="figures",
        ),
        rx.el.i(class_name="ballot-bar", style={"inlineSize": f"{share}%"}, aria_hidden="true"),
    )
