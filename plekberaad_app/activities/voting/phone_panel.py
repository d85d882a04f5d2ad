"""Voting on a phone: give your dots, take them back, see the totals once voting is over."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.telling import teller, told
from plekberaad_app.ui.words import words


def phone_panel(screen: Any) -> rx.Component:
    """`screen` is the phone's state class.

    What the room sees comes first, what this person alone sees a moment later.
    """
    return rx.cond(screen.personal.contains("spent"), _ballot(screen))


def _ballot(screen: Any) -> rx.Component:
    face, personal = screen.face, screen.personal
    choices = face["choices"].to(list[dict[str, Any]])
    question = face["question"].to(str)
    left = words("voting.phone.left", left=personal["left"], n=face["budget"])
    return rx.el.section(
        rx.cond(question != "", said(question, rx.el.h2, class_name="lead")),
        rx.cond(
            choices.length() > 0,
            rx.cond(
                face["is_open"].to(bool),
                rx.fragment(),
                rx.el.p(words("voting.phone.closed"), class_name="muted"),
            ),
        ),
        teller(told(rx.Var.create(f"left {personal['left']}").to(str), left)),
        rx.el.ul(
            rx.foreach(choices, lambda choice: _choice(choice, screen)), class_name="stack-tight"
        ),
        # Last, so that it sticks to the bottom: the bar at the top has no fixed height.
        rx.cond(
            (choices.length() > 0) & face["is_open"].to(bool),
            rx.el.p(left, class_name="lead votes-left"),
        ),
        class_name="stack",
    )


def _choice(choice: Any, screen: Any) -> rx.Component:
    is_last_word = ~choice["total"].is_none() & (choice["challenge"].to(str) != "")
    return rx.el.li(
        heading(choice),
        rx.el.p(
            rx.cond(
                choice["place"].to(int) > 0,
                rx.el.strong(
                    words("voting.tablet.place", place=choice["place"].to(int)),
                    class_name="vote-place",
                ),
            ),
            said(choice["label"].to(str), rx.el.span),
        ),
        rx.cond(is_last_word, said(choice["challenge"].to(str), class_name="small muted")),
        rx.el.div(
            _dots(_spent(choice, screen)),
            rx.cond(screen.face["is_open"].to(bool), _buttons(choice, screen)),
            rx.cond(~choice["total"].is_none(), _total(choice)),
            class_name="row between",
        ),
        key=choice["id"].to(str),
        class_name="card vote",
    )


def heading(choice: Any) -> rx.Component:
    """The challenge, above the first of its choices."""
    sentence = choice["heading"].to(str)
    return rx.cond(sentence != "", said(sentence, rx.el.h2, class_name="vote-heading"))


def _spent(choice: Any, screen: Any) -> Any:
    spent = screen.personal["spent"].to(dict[str, int])
    return rx.cond(spent.contains(choice["id"].to(str)), spent[choice["id"].to(str)], 0).to(int)


def _dots(count: Any) -> rx.Component:
    return rx.el.p(
        rx.el.span(words("voting.phone.dots", n=count), class_name="unseen"),
        rx.foreach(rx.Var.range(count), lambda _: rx.el.i(class_name="dot", aria_hidden="true")),
        class_name="dots",
    )


def _buttons(choice: Any, screen: Any) -> rx.Component:
    label = choice["label"].to(str)
    return rx.el.div(
        _button(
            screen,
            choice,
            "retract",
            "minus",
            words("voting.phone.remove", label=label),
            _spent(choice, screen) == 0,
        ),
        _button(
            screen,
            choice,
            "vote",
            "plus",
            words("voting.phone.add", label=label),
            screen.personal["left"].to(int) == 0,
        ),
        class_name="row vote-buttons",
    )


def _button(screen: Any, choice: Any, act: str, sign: str, label: Any, is_off: Any) -> rx.Component:
    step_id, round_number = screen.stage.step_id, screen.stage.round
    payload = {"id": fresh_id(), "choice": choice["id"]}
    return rx.el.button(
        icon(sign),
        type="button",
        aria_label=label,
        aria_disabled=rx.cond(is_off, "true", "false"),
        on_click=screen.act(step_id, round_number, act, payload),
        class_name="button",
    )


def _total(choice: Any) -> rx.Component:
    total = words("voting.phone.total", n=choice["total"].to(int))
    return rx.el.b(total, class_name="figures")
