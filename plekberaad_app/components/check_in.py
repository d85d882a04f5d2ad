"""Check-in on the phone: three small questions, each of which may stay open."""

from typing import Any

import reflex as rx

from plekberaad_app.components.fields import PostForm, field, question
from plekberaad_app.components.own_notes import HELD_KINDS
from plekberaad_app.components.refusal import refusal
from plekberaad_app.components.speech import read_aloud
from plekberaad_app.components.words import language_switch, words

PRIVACY_SENTENCES = ("privacy_name", "privacy_answers", "privacy_ideas")
_REFUSALS = (
    "evening_closed",
    "not_stored",
    "too_many_tries",
    *(f"holds_{kind}" for kind in HELD_KINDS),
)


def check_in(room: Any, most_name: int, told_version: str) -> rx.Component:
    """A plain form, so that joining does not wait for the live connection.

    `told_version` is that of the sentences about data below it.
    """
    return rx.el.section(
        rx.el.header(
            rx.el.p(room.title, class_name="small muted"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.h1(words("phone.check_in.title"), class_name="title"),
        PostForm.create(
            _refusal(),
            _name(most_name),
            _kind(),
            _habit(),
            rx.el.input(type="hidden", name="told", value=told_version, read_only=True),
            _button(),
            action=f"/d/{room.code}/meedoen",
            method="post",
            class_name="stack",
        ),
        _privacy(),
        class_name="stack",
    )


def _refusal() -> rx.Component:
    sentences = {code: words(f"error.{code}") for code in _REFUSALS}
    return refusal(sentences | {"other": words("error.unexpected")})


def _name(most: int) -> rx.Component:
    box = rx.el.input(
        id="name",
        name="name",
        max_length=most,
        auto_complete="given-name",
        class_name="input",
    )
    return field(
        words("phone.check_in.name"),
        box,
        name="name",
        help_text=words("phone.check_in.name_help"),
    )


def _kind() -> rx.Component:
    return _question("kind", ("resident", "professional"))


def _habit() -> rx.Component:
    return _question("habit", ("never", "once", "sometimes", "often"))


def _question(name: str, values: tuple[str, ...]) -> rx.Component:
    answers = [(value, words(f"phone.check_in.{value}")) for value in values]
    rather_not = ("", words("phone.check_in.rather_not"))
    return question(words(f"phone.check_in.{name}"), name, [*answers, rather_not])


def _button() -> rx.Component:
    return rx.el.div(
        rx.el.button(
            words("phone.check_in.send"), type="submit", class_name="button button-main wide"
        ),
        class_name="sticky-foot",
    )


def _privacy() -> rx.Component:
    """What becomes of the answers, in three sentences, read aloud for who wants; more behind it."""
    sentences = [words(f"phone.check_in.{name}") for name in PRIVACY_SENTENCES]
    return rx.el.section(
        rx.el.div(
            rx.el.h2(words("phone.check_in.privacy"), class_name="small"),
            read_aloud(rx.Var.create(sentences).join(" ")),
            class_name="row between",
        ),
        rx.el.ul(*[rx.el.li(sentence) for sentence in sentences]),
        rx.el.a(words("phone.check_in.privacy_more"), href="/privacy", class_name="button"),
        class_name="well small privacy",
    )
