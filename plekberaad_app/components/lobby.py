"""The phone before the programme runs: you are in, here you sit, and you may bring something."""

from typing import Any

import reflex as rx

from plekberaad_app.components.fields import field, kept_textarea
from plekberaad_app.components.icons import icon
from plekberaad_app.components.own_notes import hidden_remark
from plekberaad_app.components.tables import table_animal, table_badge
from plekberaad_app.components.words import words


def lobby(me: Any, on_offer: Any, on_withdraw: Any) -> rx.Component:
    """Welcome, table, challenge."""
    return rx.el.section(
        rx.el.h1(
            rx.cond(
                me.name != "",
                words("phone.lobby.title_name", name=me.name),
                words("phone.lobby.title"),
            ),
            class_name="title",
        ),
        rx.cond(me.table > 0, _seat(me.table), rx.el.p(words("phone.lobby.no_table"))),
        rx.el.p(words("phone.lobby.wait"), class_name="muted"),
        rx.cond(me.challenge != "", _own(me, on_withdraw)),
        # Stays on the page, hidden, so that its field learns that the challenge was stored.
        rx.el.div(_offer(me, on_offer), hidden=me.challenge != ""),
        class_name="stack",
    )


def _seat(table: Any) -> rx.Component:
    name = words("browser.table_name", number=table, animal=table_animal(table))
    return rx.el.p(
        table_badge(table, "badge-large"),
        rx.el.span(
            rx.el.span(words("phone.lobby.you_sit"), class_name="small muted"),
            rx.el.b(name, class_name="lead"),
            class_name="stack-tight",
        ),
        class_name="card seat",
        role="status",
    )


def _offer(me: Any, on_offer: Any) -> rx.Component:
    return rx.el.details(
        rx.el.summary(icon("lightbulb"), words("phone.challenge.offer"), class_name="button wide"),
        rx.el.p(words("phone.challenge.why")),
        rx.el.form(
            field(
                words("phone.challenge.label"),
                kept_textarea("sentence", "challenge", settled=me.challenge, required=True),
                name="sentence",
            ),
            rx.el.button(words("phone.challenge.send"), class_name="button button-main wide"),
            on_submit=on_offer,
            reset_on_submit=False,
            class_name="stack",
        ),
        class_name="stack",
    )


def _own(me: Any, on_withdraw: Any) -> rx.Component:
    return rx.el.div(
        rx.el.h2(words("phone.challenge.yours"), class_name="small muted"),
        rx.el.p(me.challenge, class_name="lead"),
        rx.cond(me.challenge_held != "", hidden_remark(me.challenge_held, "phone.mine.hidden")),
        rx.el.div(
            rx.el.span(icon("check"), words("phone.stored"), class_name="stored"),
            rx.el.button(
                words("phone.challenge.withdraw"),
                type="button",
                on_click=on_withdraw,
                class_name="button button-quiet",
            ),
            class_name="row between",
        ),
        class_name="card stack-tight",
    )
