"""Check-in on the phone: three small questions, each of which may stay open."""

from typing import Any

import reflex as rx

from plekberaad_app.components.fields import PostForm, field, question
from plekberaad_app.components.refusal import refusal
from plekberaad_app.components.words import language_switch, words

NAME_MOST = 24
_REFUSALS = ("evening_closed", "not_stored", "too_many_tries")


def check_in(room: Any) -> rx.Component:
    """A plain form, so that joining does not wait for the live connection."""
    return rx.el.section(
        rx.el.header(
            rx.el.p(room.title, class_name="small muted"),
            language_switch(),
            class_name="row between",
        ),
        rx.el.h1(words("phone.check_in.title"), class_name="title"),
        PostForm.create(
            _refusal(),
            _name(),
            _kind(),
            _habit(),
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


def _name() -> rx.Component:
    box = rx.el.input(
        id="name",
        name="name",
        max_length=NAME_MOST,
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
    sentences = ("privacy_name", "privacy_answers", "privacy_ideas")
    return rx.el.section(
        rx.el.h2(words("phone.check_in.privacy"), class_name="small"),
        rx.el.ul(*[rx.el.li(words(f"phone.check_in.{name}")) for name in sentences]),
        class_name="well small privacy",
    )
