"""Cards that several screens share: the way in, a next step, an empty place."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import Density, note_pager
from plekberaad_app.ui.said import fact, named, said
from plekberaad_app.ui.tables import table_badge, table_class

# Few first steps hang in large letters; six to a page at most, since each says much.
STEPS = (Density(2, 1, 1.7), Density(2, 2, 1.2), Density(3, 2))


def join_card(room: Any) -> rx.Component:
    """The way in for the whole room: QR, code, and the short address for anyone who types it."""
    return rx.el.section(
        _qr(room, text("projector.join.qr")),
        rx.el.div(
            rx.el.h2(text("projector.join.scan"), class_name="join-scan"),
            rx.el.p(text("projector.join.or"), class_name="muted"),
            named(room.join_address, rx.el.p, class_name="join-address"),
            named(code(room), rx.el.p, class_name="join-code figures"),
        ),
        class_name="join-card",
    )


def way_in(room: Any) -> rx.Component:
    """The way in as a column, with room beside it for the people who are in."""
    return rx.el.section(
        _qr(room, text("projector.join.qr")),
        named(room.join_address, rx.el.p, class_name="join-address"),
        named(code(room), rx.el.p, class_name="join-code figures"),
        rx.el.p(text("projector.join.no_phone"), class_name="join-no-phone"),
        class_name="way-in",
    )


def join_corner(room: Any) -> rx.Component:
    """The way in, small and always there."""
    return rx.el.p(
        named(room.join_address),
        named(code(room), rx.el.b, class_name="figures"),
        class_name="join-corner",
    )


def code(room: Any) -> rx.Var[str]:
    """The code in two halves, as people read it aloud."""
    written = room.code.to(str)
    return rx.Var.create(f"{written[:3]} {written[3:]}").to(str).upper()


def take_home_card(room: Any) -> rx.Component:
    """The way to the page with which people take the evening home, for who put the phone away."""
    return rx.el.section(
        rx.el.h2(text("projector.take_home.title"), class_name="take-home-title"),
        _qr(room, text("projector.take_home.qr")),
        named(room.join_address, rx.el.p, class_name="join-address"),
        named(code(room), rx.el.p, class_name="take-home-code figures"),
        class_name="take-home",
    )


def next_step_card(card: Any) -> rx.Component:
    """What an owner will do, with whom and when; or that it is not clear yet."""
    return rx.el.li(*_step_parts(card), class_name=f"next-step {table_class(card.table)}")


def next_step_wall(
    cards: Any, only_round: Any = 0, densities: Sequence[Density] = STEPS
) -> rx.Component:
    """The next steps in pages, for the projector.

    Of one round with who said 'not yet'; with 0 all of the evening, and only what will be done.
    """

    def draw(card: Any) -> rx.Component:
        is_shown = rx.cond(only_round == 0, ~card.not_yet, card.round == only_round)
        return rx.cond(is_shown, _on_wall(card))

    return note_pager(
        rx.foreach(cards, draw),
        name=rx.Var.create(f"first-steps-{only_round}").to(str),
        densities=densities,
    )


def has_steps(cards: Any) -> rx.Var[bool]:
    """Whether anybody said what they will do."""
    return cards.map(lambda card: ~card.not_yet).contains(True)


def _on_wall(card: Any) -> rx.Component:
    return rx.el.article(
        *_step_parts(card),
        class_name=f"next-step {table_class(card.table)}",
        custom_attrs={"data-note": f"{card.round}-{card.table}"},
    )


def _step_parts(card: Any) -> tuple[rx.Component, ...]:
    return (
        rx.el.header(table_badge(card.table), named(card.owner, rx.el.b), class_name="table-label"),
        said(card.challenge, class_name="muted small"),
        rx.cond(
            card.not_yet,
            rx.el.p(text("browser.next_step.not_yet"), class_name="lead"),
            _three_answers(card),
        ),
    )


def _three_answers(card: Any) -> rx.Component:
    return rx.fragment(
        said(card.what, class_name="next-step-what"),
        rx.el.div(
            rx.cond(card.who, fact("users", card.who)),
            rx.cond(card.when, fact("calendar", card.when)),
            class_name="next-step-facts",
        ),
    )


def empty_state(sentence: Any, name: str = "") -> rx.Component:
    """An empty place says what comes next."""
    sign = icon(name, "empty-icon") if name else rx.fragment()
    return rx.el.div(sign, rx.el.p(sentence), class_name="empty")


def _qr(room: Any, leads_to: str) -> rx.Component:
    return rx.el.img(src=f"/qr/{room.code}.svg", alt=leads_to, class_name="join-qr")
