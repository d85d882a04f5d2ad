"""Voting on a phone: give your dots, take them back, see the totals once voting is over."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.telling import teller, told
from plekberaad_app.ui.words import words


def phone_panel(screen: Screen) -> rx.Component:
    """What the room sees comes first, what this person alone sees a moment later."""
    return rx.cond(screen.has_personal, _ballot(screen))


def _ballot(screen: Any) -> rx.Component:
    face, personal, choices = screen.face, screen.personal, screen.face.choices
    left = words("voting.phone.left", left=personal.left, n=face.budget)
    return rx.el.section(
        rx.cond(face.question != "", said(face.question, rx.el.h2, class_name="lead")),
        rx.cond(
            choices.length() > 0,
            rx.cond(
                face.is_open,
                rx.fragment(),
                rx.el.p(
                    rx.cond(face.is_empty, words("voting.empty"), words("voting.phone.closed")),
                    class_name="muted",
                ),
            ),
        ),
        rx.cond(
            (choices.length() == 0) & (face.telling.place > 0),
            rx.el.p(icon("monitor"), words("voting.phone.look"), class_name="lead icon-line"),
        ),
        teller(told(rx.Var.create(f"left {personal.left}").to(str), left)),
        rx.el.ul(
            rx.foreach(choices, lambda choice: _choice(choice, screen)), class_name="stack-tight"
        ),
        # Last, so that it sticks to the bottom, beside the thumb.
        rx.cond(
            (choices.length() > 0) & face.is_open,
            rx.el.p(left, class_name="lead votes-left"),
        ),
        class_name="stack",
    )


def _choice(choice: Any, screen: Any) -> rx.Component:
    return rx.el.li(
        heading(choice),
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
        rx.el.div(
            _dots(_spent(choice, screen)),
            rx.cond(screen.face.is_open, _buttons(choice, screen)),
            rx.cond(~choice.total.is_none(), _total(choice)),
            class_name="row between",
        ),
        key=choice.id,
        class_name="card vote",
    )


def heading(choice: Any) -> rx.Component:
    """The challenge: while people vote above the first of its choices, in the result above each."""
    above = rx.cond(choice.total.is_none(), choice.heading, choice.challenge)
    return rx.cond(above != "", said(above, rx.el.h2, class_name="small vote-heading"))


def _spent(choice: Any, screen: Any) -> Any:
    spent = screen.personal.spent
    return rx.cond(spent.contains(choice.id), spent[choice.id], 0).to(int)


def _dots(count: Any) -> rx.Component:
    return rx.el.p(
        rx.el.span(words("voting.phone.dots", n=count), class_name="unseen"),
        rx.foreach(rx.Var.range(count), lambda _: rx.el.i(class_name="dot", aria_hidden="true")),
        class_name="dots",
    )


def _buttons(choice: Any, screen: Any) -> rx.Component:
    return rx.el.div(
        _button(
            screen,
            choice,
            "retract",
            "minus",
            words("voting.phone.remove", label=choice.label),
            _spent(choice, screen) == 0,
        ),
        _button(
            screen,
            choice,
            "vote",
            "plus",
            words("voting.phone.add", label=choice.label),
            screen.personal.left == 0,
        ),
        class_name="row vote-buttons",
    )


def _button(screen: Any, choice: Any, act: str, sign: str, label: Any, is_off: Any) -> rx.Component:
    step_id, round_number = screen.stage.step_id, screen.stage.round
    payload = {"id": fresh_id(), "choice": choice.id}
    return rx.el.button(
        icon(sign),
        type="button",
        aria_label=label,
        aria_disabled=rx.cond(is_off, "true", "false"),
        on_click=screen.act(step_id, round_number, act, payload),
        class_name="button",
    )


def _total(choice: Any) -> rx.Component:
    total = words("voting.phone.total", n=choice.total)
    return rx.el.b(total, class_name="figures")
