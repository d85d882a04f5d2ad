"""The phone before the programme runs: you are in, this is your table, and you may bring a wish."""

from typing import Any

import reflex as rx

from plekberaad_app.room.phone.frame import called_by_number
from plekberaad_app.ui.fields import checked_form, field, kept_textarea
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.own_notes import hidden_remark
from plekberaad_app.ui.phases import step_title
from plekberaad_app.ui.said import said, words_with_names
from plekberaad_app.ui.tables import seek_the_animal, table_animal, table_class
from plekberaad_app.ui.telling import Told, told
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.words import words


def lobby(me: Any, stage: Any, on_offer: Any, on_withdraw: Any, most: int) -> rx.Component:
    """Your table, large; what comes next; and below it the wish, of at most so many characters."""
    return rx.fragment(
        rx.el.section(
            rx.cond(me.table > 0, _table(me), _no_table(me)),
            rx.cond((stage.upcoming != "") | (stage.upcoming_titled.key != ""), _upcoming(stage)),
            class_name=f"lobby {lobby_ground(me)}",
        ),
        rx.el.section(
            rx.el.p(words("phone.lobby.wait"), class_name="muted"),
            rx.cond(me.challenge != "", _own(me, on_withdraw, _change(me, on_offer, most))),
            # Stays on the page, hidden, so that its field learns that the challenge was stored.
            rx.el.div(
                _offer(me, on_offer, most),
                hidden=me.challenge != "",
                custom_attrs={"data-card": "challenge"},
            ),
            class_name="stack",
        ),
    )


def lobby_ground(me: Any) -> rx.Var[str]:
    """The class that gives the page the colour of the person's table."""
    return rx.cond(me.table > 0, table_class(me.table), "no-table").to(str)


def lobby_told(me: Any, stage: Any) -> Told:
    """Where you sit, for screen readers, and for a phone that had been put away."""
    is_new = (stage.status == "lobby") & (me.table > 0)
    name = words("browser.table_name", number=me.table, animal=table_animal(me.table))
    return told(
        rx.cond(is_new, rx.Var.create(f"table {me.table}").to(str), ""),
        rx.Var.create(f"{name}. {seek_the_animal(me.table)}").to(str),
        asks=True,
        leads=True,
    )


def _table(me: Any) -> rx.Component:
    hello = rx.cond(
        me.name != "",
        words_with_names("phone.lobby.hello", name=me.name),
        rx.fragment(words("phone.lobby.hello_nameless")),
    )
    return rx.el.div(
        rx.el.i(class_name="lobby-animal", aria_hidden="true"),
        rx.el.h1(words("phone.lobby.table", table=me.table), class_name="lobby-table figures"),
        rx.el.p(rx.el.span(hello), " ", rx.el.span(seek_the_animal(me.table)), class_name="lead"),
        called_by_number(me),
        class_name="lobby-middle",
    )


def _no_table(me: Any) -> rx.Component:
    title = rx.cond(
        me.name != "",
        words_with_names("phone.lobby.title_name", name=me.name),
        rx.fragment(words("phone.lobby.title")),
    )
    return rx.el.div(
        icon("door-open", "lobby-sign"),
        rx.el.h1(title, class_name="title"),
        rx.el.p(words("phone.lobby.no_table"), class_name="lead"),
        called_by_number(me),
        class_name="lobby-middle",
    )


def _upcoming(stage: Any) -> rx.Component:
    return rx.el.div(
        rx.el.p(words("phone.lobby.upcoming"), class_name="small muted"),
        step_title(stage.upcoming, stage.upcoming_titled, rx.el.p, class_name="lobby-next"),
        class_name="card",
    )


def _offer(me: Any, on_offer: Any, most: int) -> rx.Component:
    return unfolding_form(
        rx.el.summary(icon("lightbulb"), words("phone.challenge.offer"), class_name="button wide"),
        rx.el.div(
            rx.el.p(words("phone.challenge.why")),
            _wish_form("sentence", "challenge.label", "challenge.send", me, on_offer, most),
            class_name="stack-tight",
        ),
    )


def _change(me: Any, on_offer: Any, most: int) -> rx.Component:
    return unfolding_form(
        rx.el.summary(icon("pencil"), words("phone.mine.change"), class_name="small"),
        _wish_form(
            "other-sentence",
            "challenge.change_label",
            "mine.save",
            me,
            on_offer,
            most,
            initial=me.challenge,
        ),
        class_name="own-note-change",
    )


def _wish_form(
    field_id: str, label: str, send: str, me: Any, on_offer: Any, most: int, **box: Any
) -> rx.Component:
    written = kept_textarea(
        "sentence",
        f"challenge.{field_id}",
        field_id=field_id,
        settled=me.challenge,
        required=True,
        custom_attrs={"data-missing": words("phone.challenge.missing")},
        **box,
    )
    return checked_form(
        field(words(f"phone.{label}"), written, name=field_id, most=most),
        rx.el.button(words(f"phone.{send}"), class_name="button button-main wide"),
        on_submit=on_offer,
        reset_on_submit=False,
        class_name="stack",
    )


def _own(me: Any, on_withdraw: Any, change: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.h2(words("phone.challenge.yours"), class_name="small muted"),
        said(me.challenge, class_name="lead"),
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
        change,
        class_name="card stack-tight",
        custom_attrs={"data-card": "challenge"},
    )
