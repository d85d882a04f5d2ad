"""The view 'paper': notes from the table, typed one after the other without choosing again."""

from typing import Any

import reflex as rx

from plekberaad_app.components.at_the_tap import fresh_id, picked_number, text_in
from plekberaad_app.components.cards import empty_state
from plekberaad_app.components.icons import icon
from plekberaad_app.components.labelled import labelled, line
from plekberaad_app.components.notes import has_notes, tiers_of
from plekberaad_app.components.tables import table_badge
from plekberaad_app.components.words import filled
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.tablet.people import name_of
from plekberaad_app.pages.tablet.screen import SCREEN


def paper() -> rx.Component:
    """Choose the table once; then text and Enter, again and again."""
    return rx.el.div(
        rx.el.h2(text("tablet.paper.title"), class_name="lead"),
        rx.cond(
            (SCREEN.stage.kind == "carousel") & (SCREEN.tables.length() > 0),
            rx.el.div(_form(), _stored(), class_name="halves"),
            empty_state(text("tablet.paper.later")),
        ),
        class_name="stack",
    )


def _form() -> rx.Component:
    """Table and person stand outside the form, so that storing a note leaves them chosen."""
    return rx.el.div(
        rx.el.fieldset(
            rx.el.legend(text("tablet.paper.table"), class_name="field-label"),
            rx.el.div(rx.foreach(SCREEN.tables, _table), class_name="chips"),
        ),
        labelled(
            text("tablet.paper.for"),
            rx.el.select(
                rx.el.option(text("tablet.paper.for_table"), value=""),
                rx.foreach(SCREEN.roster, _phoneless),
                name="paper_person",
                class_name="input",
            ),
        ),
        rx.el.form(
            line(text("tablet.paper.text"), "text", required=True),
            rx.el.button(
                icon("send"),
                text("tablet.paper.send"),
                type="submit",
                class_name="button button-main",
            ),
            on_submit=_store,
            reset_on_submit=True,
            class_name="stack",
        ),
        class_name="card stack",
    )


def _store(form: rx.Var) -> Any:
    stage, person = SCREEN.stage, picked_number("paper_person")
    idea = {"id": fresh_id(), "text": text_in(form, "text"), "round": stage.round}
    of_table = {"table": picked_number("paper_table"), "behalf": "table"}
    payload = rx.cond(person > 0, idea | {"person": person}, idea | of_table)
    return SCREEN.act(stage.step_id, stage.round, "add_idea", payload)


def _table(card: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="paper_table", value=card.number, default_checked=card.number == 1
        ),
        table_badge(card.number),
        rx.el.span(filled("tablet.tables.name", table=card.number), class_name="unseen"),
        class_name="choice chip",
    )


def _phoneless(person: Any) -> rx.Component:
    return rx.cond(
        person.has_phone,
        rx.fragment(),
        rx.el.option(name_of(person), value=person.number.to_string()),
    )


def _stored() -> rx.Component:
    """What is safe, newest first, so that the pile of paper and the list can be held together."""
    face = SCREEN.face
    return rx.el.section(
        rx.el.h3(text("tablet.paper.stored")),
        rx.cond(
            has_notes(SCREEN),
            rx.el.ul(
                *(rx.foreach(tier.reverse(), _note) for tier in reversed(tiers_of(SCREEN))),
                class_name="stack-tight",
            ),
            rx.cond(
                face["is_private"].to(bool) & ~face["is_revealed"].to(bool),
                empty_state(text("tablet.paper.private")),
                empty_state(text("tablet.paper.nothing")),
            ),
        ),
        class_name="stack",
    )


def _note(note: Any) -> rx.Component:
    return rx.el.li(
        rx.cond(note.table > 0, table_badge(note.table)),
        rx.el.span(note.text),
        rx.el.span(icon("check"), text("tablet.paper.is_stored"), class_name="stored"),
        key=note.id,
        class_name="paper-note",
    )
