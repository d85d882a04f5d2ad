"""On the tablet: telling the result place by place, agreed while people vote and done
afterwards."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.kit.choices import FEWEST_CHOICES
from plekberaad_app.activities.voting.acts import MAX_PLACES
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def telling_buttons(screen: Any) -> rx.Component:
    """Nothing is shown when there is nothing to tell."""
    face, turn = screen.face, screen.face.telling
    has_choices = face.choices.length() >= FEWEST_CHOICES
    return rx.cond(
        face.is_open & has_choices,
        _beforehand(screen, turn),
        rx.cond(
            turn.place > 0,
            _going_on(screen, turn),
            rx.cond(turn.places > 0, _starting(screen)),
        ),
    )


def _beforehand(screen: Any, turn: Any) -> rx.Component:
    return rx.cond(
        turn.left > 0,
        rx.el.div(
            rx.el.p(text("voting.telling.chosen")),
            _tap(screen, 0, "button-quiet", text("voting.telling.at_once")),
            class_name="row between",
        ),
        _tap(screen, MAX_PLACES, "", icon("trophy"), text("voting.telling.later")),
    )


def _starting(screen: Any) -> rx.Component:
    return _tap(screen, MAX_PLACES, "button-quiet", icon("trophy"), text("voting.telling.now"))


def _going_on(screen: Any, turn: Any) -> rx.Component:
    return rx.el.div(
        _tap(
            screen,
            turn.left - 1,
            "button-main",
            icon("trophy"),
            words("voting.telling.next", place=turn.place),
        ),
        _tap(screen, 0, "", text("voting.telling.all")),
        class_name="row telling",
    )


def _tap(screen: Any, left: Any, look: str, *label: Any) -> rx.Component:
    stage = screen.stage
    return rx.el.button(
        *label,
        type="button",
        on_click=screen.act(stage.step_id, stage.round, "tell", {"left": left}),
        class_name=f"button {look}".strip(),
    )
