"""Check-in on the phone: one question at a time, none of which has to be answered."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.fields import PostForm, field
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.own_notes import HELD_KINDS
from plekberaad_app.ui.refusal import came_back, refusal
from plekberaad_app.ui.said import said
from plekberaad_app.ui.speech import read_aloud
from plekberaad_app.ui.tables import table_label
from plekberaad_app.ui.words import language_switch, words

PRIVACY_SENTENCES = ("privacy_name", "privacy_answers", "privacy_ideas")
SKIPPED = "skipped"
NAMESAKE = "namesake"
HABITS = {
    "never": "sun",
    "once": "calendar-one",
    "sometimes": "calendar-two",
    "often": "calendar-days",
}
KINDS = {"resident": "house", "professional": "briefcase"}
_PANELS = 3
_REFUSALS = (
    "evening_closed",
    "no_cookies",
    "not_stored",
    "too_many_tries",
    *(f"holds_{kind}" for kind in HELD_KINDS),
)


class OneAtATime(rx.Component):
    """Shows one of its panels at a time; tapping an answer goes to the next."""

    library = browser_file("one_at_a_time.jsx")
    tag = "OneAtATime"

    # Which panel a form that came back starts with: by the reason, or else `other`.
    begins: rx.Var[dict[str, int]]
    # The fields that this tab keeps until they are sent.
    keeps: rx.Var[list[str]]


def check_in(room: Any, most_name: int, told_version: str) -> rx.Component:
    """A plain form, so that joining does not wait for the live connection.

    `told_version` is that of the privacy sentences, each of which comes before the question it is
    about.
    """
    return PostForm.create(
        _refusal(),
        rx.el.p(words("phone.check_in.no_cookies"), class_name="alert if-no-cookies"),
        # Filled in from the address if this browser kept no cookie, so that it stays one person.
        rx.el.input(type="hidden", name="key"),
        *(rx.el.input(type="hidden", name=name) for name in ("habit", "kind", NAMESAKE)),
        rx.el.input(type="hidden", name="told", value=told_version, read_only=True),
        OneAtATime.create(
            _question(1, "habit", HABITS, room),
            _question(2, "kind", KINDS, room),
            _name(most_name, room),
            _already_in(room),
            keeps=["habit", "kind", "name"],
            begins={NAMESAKE: _PANELS, "other": _PANELS - 1},
        ),
        action=f"/d/{room.code}/meedoen",
        method="post",
        class_name="check-in",
    )


def _refusal() -> rx.Component:
    sentences = {code: words(f"error.{code}") for code in _REFUSALS}
    # This one is a question, with a panel of its own.
    return refusal(sentences | {NAMESAKE: "", "other": words("error.unexpected")})


def _question(number: int, name: str, answers: dict[str, str], room: Any) -> rx.Component:
    choices = [_answer(name, value, sign) for value, sign in answers.items()]
    return _panel(
        number,
        name,
        ("privacy_answers",) if number == 1 else (),
        room,
        rx.el.div(*choices, class_name="ask-answers"),
        _next(name, SKIPPED, words("phone.check_in.skip"), "button wide ask-skip"),
    )


def _answer(name: str, value: str, sign: str) -> rx.Component:
    said = rx.el.span(words(f"phone.check_in.{value}"))
    return _next(name, value, rx.fragment(icon(sign), said), f"button ask-answer is-{value}")


def _next(name: str, value: str, content: Any, class_name: str) -> rx.Component:
    """A button that answers one question and shows the next."""
    return rx.el.button(
        content,
        type="button",
        value=value,
        custom_attrs={"data-asks": name},
        class_name=class_name,
    )


def _name(most: int, room: Any) -> rx.Component:
    box = rx.el.input(
        id="name", name="name", max_length=most, auto_complete="given-name", class_name="input"
    )
    help_text = words("phone.check_in.name_help")
    return _panel(
        _PANELS,
        "called",
        ("privacy_name", "privacy_ideas"),
        room,
        field(words("phone.check_in.name"), box, name="name", help_text=help_text, most=most),
        rx.el.div(
            _send("send", "button-main"),
            _send("send_nameless", "ask-skip", name="nameless", value="1"),
            class_name="ask-send",
        ),
        rx.el.a(words("phone.check_in.privacy_more"), href="/privacy", class_name="small ask-more"),
    )


def _already_in(room: Any) -> rx.Component:
    """'Er is al een Fatima. Ben jij dat?', with where she sits as a hint."""
    name, table = came_back("name"), came_back("table")
    seat = rx.el.div(
        rx.el.p(words("phone.check_in.namesake_table", name=name)),
        table_label(table.to(int)),
        class_name="ask-seat",
    )
    return _panel(
        _PANELS,
        "namesake",
        ("namesake_why",),
        room,
        rx.cond((table != "") & (table != "0"), seat),
        rx.el.div(
            _send("namesake_yes", "button-main", name="same", value="yes"),
            _send("namesake_no", "ask-skip", name="same", value="no"),
            class_name="ask-send",
        ),
        name=name,
    )


def _send(key: str, class_name: str, **props: Any) -> rx.Component:
    return rx.el.button(
        words(f"phone.check_in.{key}"),
        type="submit",
        class_name=f"button wide {class_name}",
        **props,
    )


def _panel(
    number: int,
    key: str,
    told: tuple[str, ...],
    room: Any,
    *rest: rx.Component,
    **values: Any,
) -> rx.Component:
    """What happens with an answer is said before the question."""
    title = words(f"phone.check_in.{key}", **values)
    sentences = [words(f"phone.check_in.{sentence}") for sentence in told]
    before = rx.Var.create(sentences).join(" ")
    is_first = number == 1
    return rx.el.section(
        said(room.title, class_name="small muted ask-room") if is_first else rx.fragment(),
        rx.el.div(
            language_switch() if is_first else _back(),
            read_aloud(),
            class_name="ask-top",
        ),
        _progress(number),
        rx.el.p(before, class_name="small muted") if told else rx.fragment(),
        rx.el.h1(title, class_name="title", tab_index=-1),
        *rest,
        class_name="ask",
    )


def _back() -> rx.Component:
    return rx.el.button(
        icon("chevron-left"),
        words("phone.check_in.back"),
        type="button",
        custom_attrs={"data-back": "1"},
        class_name="button button-quiet",
    )


def _progress(number: int) -> rx.Component:
    parts = [rx.el.i(class_name="is-done" if part < number else "") for part in range(_PANELS)]
    where = words("phone.check_in.step", step=number, steps=_PANELS)
    return rx.el.div(*parts, role="img", aria_label=where, class_name="ask-progress")
