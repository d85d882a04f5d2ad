"""The phone's text boxes and their outbox; what is typed is on the phone until it is stored."""

from collections.abc import Callable, Mapping
from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import keys
from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.words import words

_BOX = (
    "label",
    "late",
    "send",
    "left.one",
    "left.other",
    "over.one",
    "over.other",
    "too_long",
    "nothing",
    "stored",
)
_OUTBOX = ("sending", "leftover", "send_now", "throw_away", "put_back")


def _on_send(
    step: rx.Var[str],
    round_number: rx.Var[int],
    act: rx.Var[str],
    item: rx.Var[str],
    text: rx.Var[str],
    behalf: rx.Var[str],
) -> list[rx.Var[Any]]:
    return [step, round_number, act, item, text, behalf]


class IdeaBox(rx.Component):
    """A text area with a counter and the one big button; puts what is sent in the outbox.

    Above it stands how much is `stored`: on a small phone the list of it is out of sight.
    """

    library = browser_file("writing_box.jsx")
    tag = "IdeaBox"

    code: rx.Var[str]
    step: rx.Var[str]
    round: rx.Var[int]
    act: rx.Var[str]
    field_id: rx.Var[str]
    most: rx.Var[int]
    is_open: rx.Var[bool]
    stored: rx.Var[int]
    words: rx.Var[dict[str, Any]]


class IdeaOutbox(rx.Component):
    """Sends what is waiting, again and again, until its id is in `stored` or it is refused."""

    library = browser_file("idea_outbox.jsx")
    tag = "IdeaOutbox"

    code: rx.Var[str]
    step: rx.Var[str]
    round: rx.Var[int]
    stored: rx.Var[list[str]]
    refusal: rx.Var[str]
    words: rx.Var[dict[str, Any]]

    on_send: rx.EventHandler[_on_send]


def writing_box(
    screen: Any,
    *,
    act: str,
    field_id: str,
    most: int,
    is_open: rx.Var[bool],
    stored: rx.Var[int],
    under: str = "phone.box",
    instead: Mapping[str, str] | None = None,
) -> rx.Component:
    """The box of this step and round, for `most` characters. Closed it is away, unless there is
    still text in it.

    Its words stand `under` a key; `instead` names other texts, by the name of what they replace.
    Where one of them is about a table, people may type for somebody there without a phone.
    """
    stage = screen.stage
    return IdeaBox.create(
        code=screen.room.code,
        step=stage.step_id,
        round=stage.round,
        act=act,
        field_id=field_id,
        most=most,
        is_open=is_open,
        stored=stored,
        words=_words_of_box(under, instead or {}),
    )


def _words_of_box(under: str, instead: Mapping[str, str]) -> dict[str, rx.Var[str]]:
    names = (*_BOX, "for_table") if f"{under}.for_table" in keys() else _BOX
    named = {name: f"{under}.{name}" for name in names} | dict(instead)
    return {_camel(name): words(key) for name, key in named.items()}


def idea_outbox(
    code: Any,
    stage: Any,
    stored: Any,
    refusal: Any,
    on_send: Callable[..., Any],
) -> rx.Component:
    """Stands on the page in every phase; `on_send(step_id, round, act, id, text, behalf)`.

    `refusal.id` names what was refused: its text goes back into its box, unless it `stays`.
    """
    return IdeaOutbox.create(
        code=code,
        step=stage.step_id,
        round=stage.round,
        stored=stored,
        refusal=rx.cond(refusal.stays, "", refusal.id),
        on_send=on_send,
        words={_camel(name): words(f"phone.box.{name}") for name in _OUTBOX},
    )


def _camel(name: str) -> str:
    first, *rest = name.replace(".", "_").split("_")
    return first + "".join(part.title() for part in rest)
