"""Whom the library may write or call about an evening: for the library alone."""

from typing import Any

import reflex as rx

from plekberaad_app.features.contacts.contacts import MAX_NAME, MAX_REACH
from plekberaad_app.features.contacts.contacts_state import ContactsState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.file_link import file_link
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.told import told
from plekberaad_app.ui.unsaved import form_foot
from plekberaad_app.ui.words import words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
LIST: Any = ContactsState


def contacts_page() -> rx.Component:
    """`/contacten/[code]`."""
    return desk_shell(
        rx.el.p(LIST.title, class_name="muted"),
        rx.el.h1(text("contacts.list.title"), class_name="title"),
        rx.el.p(text("contacts.list.promise"), class_name="lead"),
        rx.cond(LIST.answers == "", told(LIST.notice)),
        rx.cond(
            LIST.contacts.length() > 0,
            rx.fragment(
                rx.el.ul(rx.foreach(LIST.contacts, _contact), class_name="stack"),
                file_link(
                    f"/contacten/{LIST.code}/contacten.csv", text("contacts.list.file"), "button"
                ),
            ),
            rx.cond(LIST.is_loaded, empty_state(text("contacts.list.empty"), "user")),
        ),
        _by_hand(),
    )


def _contact(contact: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.cond(contact.name != "", rx.el.b(contact.name)),
            rx.cond(
                contact.is_mail,
                rx.el.a(contact.reach, href=f"mailto:{contact.reach}"),
                rx.el.a(contact.reach, href=f"tel:{contact.reach}"),
            ),
            class_name="row",
        ),
        rx.el.p(contact.about),
        rx.el.div(
            rx.el.span(words("contacts.list.until", until=contact.until), class_name="muted"),
            guarded(
                text("contacts.list.remove"),
                text("contacts.list.remove.sure"),
                yes_button(text("contacts.list.remove.yes"), LIST.remove(contact.id)),
            ),
            class_name="row between",
        ),
        key=contact.id,
        class_name="card stack-tight",
    )


def _by_hand() -> rx.Component:
    """For somebody without a phone who asked the facilitator."""
    return checked_form(
        rx.el.h2(text("contacts.list.add"), class_name="lead"),
        line(text("contacts.list.about"), "about", max_length=MAX_REACH),
        line(text("contacts.list.name"), "name", max_length=MAX_NAME),
        line(text("contacts.list.reach"), "reach", max_length=MAX_REACH, required=True),
        rx.el.label(
            rx.el.input(type="checkbox", name="agreed", required=True),
            rx.el.span(text("contacts.list.agreed")),
            class_name="choice",
        ),
        form_foot(
            rx.el.button(
                text("contacts.list.send"), type="submit", class_name="button button-main"
            ),
            LIST,
            "add",
        ),
        on_submit=LIST.add,
        reset_on_submit=False,
        class_name="card stack",
    )
