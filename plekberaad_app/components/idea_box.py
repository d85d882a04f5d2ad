"""The phone's box for ideas and its outbox; what is typed lives on the phone until it is stored."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.components.browser import browser_file
from plekberaad_app.components.words import words

_BOX = ("label", "late", "send", "left", "over", "too_long", "nothing", "for_table")
_OUTBOX = ("sending", "leftover", "send_now", "throw_away", "put_back")


def _on_send(
    step: rx.Var[str],
    round_number: rx.Var[int],
    idea: rx.Var[str],
    text: rx.Var[str],
    behalf: rx.Var[str],
) -> list[rx.Var[Any]]:
    return [step, round_number, idea, text, behalf]


class IdeaBox(rx.Component):
    """A text area with a counter and the one big button; puts what is sent in the outbox."""

    library = browser_file("idea_box.jsx")
    tag = "IdeaBox"

    code: rx.Var[str]
    step: rx.Var[str]
    round: rx.Var[int]
    is_open: rx.Var[bool]
    words: rx.Var[dict[str, Any]]


class IdeaOutbox(rx.Component):
    """Sends what waits, again and again, until its id is in `stored` or is refused."""

    library = browser_file("idea_box.jsx")
    tag = "IdeaOutbox"

    code: rx.Var[str]
    step: rx.Var[str]
    round: rx.Var[int]
    stored: rx.Var[list[str]]
    refusal: rx.Var[str]
    words: rx.Var[dict[str, Any]]

    on_send: rx.EventHandler[_on_send]


def idea_box(code: Any, stage: Any, is_open: rx.Var[bool]) -> rx.Component:
    """The box of this step and round. Closed it is away, unless there is still text in it."""
    return IdeaBox.create(
        code=code,
        step=stage.step_id,
        round=stage.round,
        is_open=is_open,
        words=_words(_BOX),
    )


def idea_outbox(
    code: Any,
    stage: Any,
    stored: Any,
    refusal: Any,
    on_send: Callable[..., Any],
) -> rx.Component:
    """Stands on the page in every phase; `on_send(step_id, round, id, text, behalf)`.

    `refusal.id` names the idea that was refused: its text goes back into the box,
    unless it `stays`.
    """
    return IdeaOutbox.create(
        code=code,
        step=stage.step_id,
        round=stage.round,
        stored=stored,
        refusal=rx.cond(refusal.stays, "", refusal.id),
        on_send=on_send,
        words=_words(_OUTBOX),
    )


def _words(names: tuple[str, ...]) -> dict[str, rx.Var[str]]:
    return {_camel(name): words(f"phone.box.{name}") for name in names}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.title() for part in rest)
