"""A new evening, as a form on the desk: what it begins with, and what it is about."""

from typing import Any

import reflex as rx

from plekberaad_app.features.evenings.about_fields import about_fields
from plekberaad_app.features.evenings.screens import EVENINGS
from plekberaad_app.features.templates import DEFAULT
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import with_fresh_id
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.unsaved import form_foot
from plekberaad_app.ui.words import words

PLACE = "nieuw"
"""The id of the form, to go to it on a narrow window."""


def new_evening() -> rx.Component:
    """The form; a tap on its button opens the programme of the new evening."""
    return checked_form(
        rx.el.h2(text("desk.new.title"), class_name="lead"),
        _templates(),
        *about_fields(),
        rx.el.p(text("desk.new.then"), class_name="field-help"),
        form_foot(
            rx.el.button(text("desk.new.send"), type="submit", class_name="button button-main"),
            EVENINGS,
            "new",
        ),
        on_submit=lambda form: EVENINGS.create(with_fresh_id(form)),
        reset_on_submit=False,
        id=PLACE,
        class_name="card stack",
    )


def _templates() -> rx.Component:
    """What the evening begins with: a whole row to tap for each template, the first one chosen."""
    return rx.el.fieldset(
        rx.el.legend(text("desk.new.template"), class_name="field-label"),
        rx.foreach(EVENINGS.templates, _template),
        class_name="stack-tight",
    )


def _template(card: Any) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio", name="template", value=card.name, default_checked=card.name == DEFAULT
        ),
        rx.el.span(
            rx.el.b(card.title),
            rx.el.span(words("desk.new.minutes", n=card.minutes), class_name="figures"),
            rx.el.span(card.says, class_name="muted"),
            class_name="desk-template",
        ),
        key=card.name,
        class_name="choice",
    )
