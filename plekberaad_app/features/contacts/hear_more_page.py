"""'Ik wil hier meer over horen': a form per question, on a page of its own.

It is no part of the phone's page: what people leave here is kept apart from the evening.
"""

from typing import Any

import reflex as rx

from plekberaad_app.features.contacts.contacts import MAX_NAME, MAX_REACH
from plekberaad_app.features.contacts.hear_more_state import HearMoreState
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.shell import phone_shell
from plekberaad_app.ui.texts import need_all
from plekberaad_app.ui.words import language_switch, spoken, words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
PAGE: Any = HearMoreState


def hear_more_page() -> rx.Component:
    """`/meer-horen/[code]`."""
    need_all("error.")
    return phone_shell(
        rx.el.header(rx.el.b(words("start.name")), language_switch(), class_name="row between"),
        rx.match(
            PAGE.status,
            ("known", _known()),
            ("nobody", _without("contacts.nobody", f"/d/{PAGE.code}")),
            ("unknown", _without("contacts.unknown", "/")),
            rx.el.h1(words("phone.loading"), class_name="lead muted waiting"),
        ),
    )


def _known() -> rx.Component:
    return rx.fragment(
        rx.el.h1(words("contacts.title"), class_name="title"),
        rx.cond(
            PAGE.offers.length() > 0,
            rx.fragment(
                rx.el.p(words("contacts.promise"), class_name="lead"),
                rx.foreach(PAGE.offers, _offer),
            ),
            rx.el.p(words("contacts.none"), class_name="lead"),
        ),
        _back(f"/d/{PAGE.code}"),
    )


def _offer(offer: Any) -> rx.Component:
    return rx.el.section(
        said(offer.about, rx.el.h2, class_name="lead"),
        rx.cond(offer.until != "", _left(offer), _form(offer)),
        key=offer.step_id,
        class_name="card stack",
    )


def _form(offer: Any) -> rx.Component:
    is_refused = PAGE.refusal.step_id == offer.step_id
    sentence = spoken(PAGE.refusal.sentence)
    return checked_form(
        rx.el.input(type="hidden", name="step_id", default_value=offer.step_id),
        line(words("contacts.name"), "name", max_length=MAX_NAME, auto_complete="given-name"),
        line(
            words("contacts.reach"),
            "reach",
            max_length=MAX_REACH,
            required=True,
            input_mode="email",
        ),
        rx.el.label(
            rx.el.input(type="checkbox", name="agreed", required=True),
            rx.el.span(words("contacts.agreed")),
            class_name="choice",
        ),
        rx.el.div(
            rx.cond(is_refused, rx.el.p(icon("info"), sentence, class_name="alert")), role="alert"
        ),
        rx.el.button(words("contacts.send"), type="submit", class_name="button button-main wide"),
        on_submit=PAGE.leave,
        reset_on_submit=False,
        class_name="stack",
    )


def _left(offer: Any) -> rx.Component:
    return rx.fragment(
        rx.el.p(
            icon("check"), words("contacts.left", until=offer.until), class_name="say icon-line"
        ),
        named(offer.reach, rx.el.p, class_name="as-written"),
        rx.el.button(
            icon("trash-2"),
            words("contacts.take_back"),
            type="button",
            on_click=PAGE.take_back(offer.step_id),
            class_name="button wide",
        ),
    )


def _without(key: str, href: Any) -> rx.Component:
    return rx.fragment(
        rx.el.h1(words(f"{key}.title"), class_name="title"),
        rx.el.p(words(f"{key}.text"), class_name="lead"),
        _back(href, "button-main"),
    )


def _back(href: Any, weight: str = "") -> rx.Component:
    return rx.el.a(words("contacts.back"), href=href, class_name=f"button {weight} wide")
