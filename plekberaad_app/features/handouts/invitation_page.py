"""`/uitnodiging/<code>`: where the QR code of a poster leads."""

from typing import Any

import reflex as rx

from plekberaad_app.features.handouts.invitation_state import InvitationState
from plekberaad_app.ui.browser import Styles
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.shell import start_shell
from plekberaad_app.ui.tables import procession
from plekberaad_app.ui.words import language, language_switch, words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
VIEW: Any = InvitationState.view


def invitation_page() -> rx.Component:
    """What, when and where; on the day itself the way in."""
    return start_shell(
        Styles.beside(invitation_page),
        rx.el.header(
            rx.el.p(words("start.name"), class_name="start-name"),
            language_switch(),
            class_name="row between",
        ),
        rx.match(
            VIEW.status,
            ("", rx.el.h1(words("handouts.page.waiting"), class_name="title")),
            ("unknown", _unknown()),
            _invitation(),
        ),
    )


def _invitation() -> rx.Component:
    return rx.el.article(
        rx.el.div(
            rx.el.p(
                rx.cond(
                    VIEW.status == "over",
                    words("handouts.page.over"),
                    words("handouts.page.come"),
                ),
                class_name="invitation-eyebrow",
            ),
            rx.el.h1(
                rx.cond(VIEW.title != "", VIEW.title, words("handouts.page.untitled")),
                dir="auto",
                class_name="title",
            ),
            rx.cond(VIEW.place != "", _fact("map-pin", VIEW.place)),
            class_name="stack-tight",
        ),
        procession(),
        rx.cond(VIEW.question != "", _question()),
        rx.el.div(
            rx.cond(VIEW.begins != "", _when(), _fact("calendar", words("handouts.page.ask_when"))),
            rx.cond(VIEW.library != "", _fact("house", VIEW.library)),
            class_name="invitation-facts",
        ),
        rx.match(VIEW.status, ("today", _way_in()), ("before", _later()), rx.fragment()),
        class_name="invitation stack",
    )


def _question() -> rx.Component:
    return rx.el.div(
        rx.el.p(words("handouts.page.asks")),
        rx.el.p(VIEW.question, dir="auto", class_name="lead"),
        class_name="invitation-question",
    )


def _when() -> rx.Component:
    return rx.fragment(
        _fact("calendar", VIEW.dates[language()]),
        _fact(
            "clock",
            rx.cond(
                VIEW.ends != "",
                words("handouts.page.from_to", begins=VIEW.begins, ends=VIEW.ends),
                words("handouts.page.from", begins=VIEW.begins),
            ),
        ),
    )


def _fact(symbol: str, says: Any) -> rx.Component:
    return rx.el.p(icon(symbol), rx.el.span(says, dir="auto"), class_name="icon-line")


def _way_in() -> rx.Component:
    """A route, and no page: the browser itself has to follow it."""
    return rx.el.a(
        words("handouts.page.join"),
        href=f"/m/{VIEW.code}",
        class_name="button button-main wide",
        custom_attrs={"reloadDocument": True},
    )


def _later() -> rx.Component:
    return rx.el.div(
        rx.el.p(words("handouts.page.everybody"), class_name="lead"),
        rx.el.p(words("handouts.page.later")),
        class_name="stack-tight",
    )


def _unknown() -> rx.Component:
    return rx.el.div(
        rx.el.h1(words("handouts.page.unknown"), class_name="title"),
        rx.el.a(words("handouts.page.to_start"), href="/", class_name="button"),
        class_name="stack",
    )
