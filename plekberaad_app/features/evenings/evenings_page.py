"""`/voorbereiden`: the evenings of the library, a new one, and a colleague to invite."""

from typing import Any

import reflex as rx

from plekberaad_app.features.discovery import parts
from plekberaad_app.features.evenings.about_fields import about_fields
from plekberaad_app.features.evenings.screens import EVENINGS
from plekberaad_app.features.templates import DEFAULT
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import with_fresh_id
from plekberaad_app.ui.browser import with_styles
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fields import PostForm, checked_form
from plekberaad_app.ui.guarded import guarded, yes_button
from plekberaad_app.ui.handing_on import hand_on_page
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.projector_link import projector_link
from plekberaad_app.ui.told import told
from plekberaad_app.ui.unsaved import form_foot
from plekberaad_app.ui.words import words

_STATUSES = ("lobby", "running", "closed")


def preparing_page() -> rx.Component:
    """On the left what there is, and below it what is rarely needed; on the right a new evening."""
    return desk_shell(
        rx.el.h1(text("desk.evenings.title"), class_name="title"),
        rx.cond(EVENINGS.answers == "", told(EVENINGS.notice)),
        *_parts("desk.first"),
        rx.el.div(
            rx.el.div(
                _evenings(),
                rx.el.div(*_parts("desk.seldom"), class_name="desk-seldom"),
                class_name="stack",
            ),
            rx.el.div(_new(), *_parts("desk"), class_name="stack"),
            class_name="desk-halves desk-board",
        ),
        top=rx.fragment(_who(), _log_out()),
    )


def _who() -> rx.Component:
    """Whose desk it is: the library, and who is logged in."""
    who = rx.el.span(EVENINGS.facilitator_name)
    return rx.el.p(EVENINGS.library_name, who, class_name="desk-who")


def _log_out() -> rx.Component:
    button = rx.el.button(icon("log-out"), text("desk.log_out"), type="submit", class_name="button")
    return PostForm.create(button, action="/uitloggen", method="post")


def _evenings() -> rx.Component:
    found = EVENINGS.live_sessions
    listed = rx.el.ul(rx.foreach(found, _evening), class_name="stack")
    return rx.cond(found.length() > 0, listed, _first_evening())


def _parts(held_as: str) -> list[rx.Component]:
    """What other features offer for this place."""
    return [with_styles(draw)() for draw in parts(held_as)]


def _first_evening() -> rx.Component:
    """For somebody who is just starting: what there is to do."""
    steps = ("make", "programme", "projector", "start")
    return rx.el.section(
        rx.el.h2(text("desk.evenings.empty"), class_name="lead"),
        rx.el.ol(
            *(rx.el.li(text(f"desk.evenings.first.{step}")) for step in steps),
            class_name="desk-first-steps",
        ),
        class_name="card stack",
    )


def _evening(evening: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.h2(evening.title, class_name="lead"),
            rx.match(
                evening.status,
                *(
                    (status, rx.el.span(text(f"desk.status.{status}"), class_name=f"tag {status}"))
                    for status in _STATUSES
                ),
                rx.fragment(),
            ),
            class_name="row between",
        ),
        rx.el.p(
            rx.el.span(evening.starts),
            rx.el.span(evening.place),
            rx.el.b(evening.code, class_name="figures"),
            class_name="desk-facts muted",
        ),
        _ways(evening),
        key=evening.code,
        class_name="card stack",
    )


def _ways(evening: Any) -> rx.Component:
    code = evening.code.to(str).replace(" ", "")
    return rx.el.div(
        rx.cond(
            evening.status == "closed",
            _way(f"/verslag/{code}", "file-text", "desk.to_report", "button desk-first"),
            _way(f"/begeleid/{code}", "tablet", "desk.to_tablet", "button desk-first"),
        ),
        rx.cond(
            evening.status == "closed",
            rx.fragment(),
            rx.fragment(
                _way(f"/voorbereiden/{code}", "list", "desk.to_programme", "button"),
                _way(f"/printen/{code}", "printer", "desk.to_handouts", "button"),
                projector_link(code, "button"),
            ),
        ),
        *(draw(evening, code) for draw in parts("desk.evening")),
        _links(evening, code),
        _delete(evening),
        class_name="row",
    )


def _links(evening: Any, code: Any) -> rx.Component:
    """The links of this evening that somebody passes on: before and during it, or afterwards."""
    return rx.el.details(
        rx.el.summary(icon("share-2"), text("desk.links"), class_name="button button-quiet"),
        rx.cond(
            evening.status == "closed",
            hand_on_page(text("desk.links.report"), "verslag", code, EVENINGS.address),
            rx.el.div(
                hand_on_page(text("desk.links.join"), "m", code, EVENINGS.address),
                hand_on_page(text("desk.links.projector"), "scherm", code, EVENINGS.address),
                class_name="stack",
            ),
        ),
    )


def _way(href: rx.Var[str] | str, symbol: str, key: str, class_name: str) -> rx.Component:
    return rx.el.a(icon(symbol), text(key), href=href, class_name=class_name)


def _delete(evening: Any) -> rx.Component:
    return guarded(
        text("desk.delete"),
        words("desk.delete.sure", title=evening.title),
        yes_button(text("desk.delete.yes"), EVENINGS.delete(evening.code)),
    )


def _new() -> rx.Component:
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
