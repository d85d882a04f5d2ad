"""`/printen/<code>`: what an evening hands out, to print, to copy and to pass on."""

from typing import Any

import reflex as rx

from plekberaad_app.features.handouts.desk_state import HandoutsState
from plekberaad_app.features.handouts.facts import MAX_HOW, MAX_WHERE
from plekberaad_app.features.handouts.table_signs import MAX_TABLES
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import Styles, browser_file
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.fields import PostForm, checked_form, field
from plekberaad_app.ui.handing_on import copy_words, hand_on_page
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.unsaved import form_foot
from plekberaad_app.ui.words import words

# On the class, Reflex replaces every field by a Var, which no type checker can know.
DESK: Any = HandoutsState
VIEW: Any = DESK.view

FLYER, TABLE_SIGNS = "flyer", "tafelbordjes"
# In the order in which they are needed.
PRINTED = ("poster", FLYER, "code", TABLE_SIGNS, "draaiboek")


class Letter(rx.Component):
    """A text that may be edited here, and is then copied, mailed or shared."""

    library = browser_file("letter.jsx")
    tag = "Letter"

    title: rx.Var[str]
    subject: rx.Var[str]
    text: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def handouts_page() -> rx.Component:
    """First what is on paper, then texts, then links."""
    return desk_shell(
        Styles.beside(handouts_page),
        rx.el.div(
            rx.el.h1(text("handouts.title"), class_name="title"),
            rx.el.p(VIEW.title, dir="auto", class_name="lead"),
        ),
        rx.cond(VIEW.code != "", _all(), rx.el.p(text("desk.waiting"))),
        top=rx.el.a(
            icon("list"),
            text("desk.to_programme"),
            href=_address("voorbereiden"),
            class_name="button",
        ),
    )


def _all() -> rx.Component:
    return rx.fragment(
        _added(),
        rx.cond(
            VIEW.missing != "",
            rx.el.p(
                icon("info"), words("handouts.missing", signs=VIEW.missing), class_name="icon-line"
            ),
        ),
        _section(
            "handouts.print",
            rx.el.ul(*(_sheet(name) for name in PRINTED), class_name="sheets"),
        ),
        _section(
            "handouts.texts", rx.el.ul(rx.foreach(DESK.letters, _letter), class_name="letters")
        ),
        _section("handouts.links", _links()),
    )


def _section(key: str, *children: rx.Component) -> rx.Component:
    return rx.el.section(
        rx.el.div(rx.el.h2(text(key), class_name="lead"), rx.el.p(text(f"{key}.how"))),
        *children,
        class_name="stack",
    )


def _address(page: str) -> rx.Var[str]:
    return rx.Var.create(f"/{page}/{DESK.router.page.params['code']}").to(str)


def _added() -> rx.Component:
    """What the evening itself does not know, and everybody who gets a flyer wants to."""
    return checked_form(
        rx.el.div(
            _line("where", "handouts.add.where", VIEW.where, MAX_WHERE),
            _line("how", "handouts.add.how", VIEW.how, MAX_HOW),
            class_name="handouts-lines",
        ),
        form_foot(
            rx.el.button(text("handouts.add"), type="submit", class_name="button"), DESK, "add"
        ),
        on_submit=DESK.add,
        reset_on_submit=False,
        class_name="well stack",
    )


def _line(name: str, key: str, value: Any, most: int) -> rx.Component:
    return field(
        text(key),
        rx.el.input(
            id=name, name=name, default_value=value, max_length=most, dir="auto", class_name="input"
        ),
        name=name,
        help_text=text(f"{key}.help"),
    )


def _sheet(name: str) -> rx.Component:
    """A true picture of its first page, and the two things to do with it."""
    pdf = f"/printen/{VIEW.code}/{name}.pdf"
    picture = rx.el.img(
        src=f"/printen/{VIEW.code}/{name}.png?{VIEW.query}",
        alt="",
        loading="lazy",
        class_name="sheet-picture small-sheet" if name == FLYER else "sheet-picture",
    )
    return rx.el.li(
        rx.el.div(picture, class_name="sheet-ground"),
        rx.el.div(
            rx.el.h3(text(f"handouts.sheet.{name}.title"), class_name="lead"),
            rx.el.p(text(f"handouts.sheet.{name}.what"), class_name="muted"),
        ),
        _printed_for_tables(pdf) if name == TABLE_SIGNS else _printed(name, pdf),
        class_name="card sheet",
    )


def _printed(name: str, pdf: str) -> rx.Component:
    return rx.el.div(
        _opened(f"{pdf}?{VIEW.query}", name),
        rx.el.a(
            icon("download"),
            text("handouts.keep"),
            href=f"{pdf}?bewaar=1&{VIEW.query}",
            download=True,
            class_name="button",
            custom_attrs={"reloadDocument": True},
        ),
        class_name="row sheet-foot",
    )


def _opened(href: Any, name: str) -> rx.Component:
    return rx.el.a(
        icon("printer"),
        text("handouts.print.it"),
        href=href,
        target="_blank",
        aria_label=text("handouts.print.this", what=text(f"handouts.sheet.{name}.title")),
        class_name="button desk-first",
    )


def _printed_for_tables(pdf: str) -> rx.Component:
    """A plain form: the browser opens the sheets for as many tables as it says."""
    return PostForm.create(
        rx.el.label(
            rx.el.span(text("handouts.tables.how_many"), class_name="field-label"),
            rx.el.input(
                type="number",
                name="tafels",
                min=1,
                max=MAX_TABLES,
                default_value=VIEW.tables,
                class_name="input figures",
            ),
        ),
        rx.el.div(
            rx.el.button(
                icon("printer"),
                text("handouts.print.it"),
                type="submit",
                class_name="button desk-first",
            ),
            rx.el.button(
                icon("download"),
                text("handouts.keep"),
                type="submit",
                name="bewaar",
                value="1",
                class_name="button",
            ),
            class_name="row",
        ),
        action=pdf,
        method="get",
        custom_attrs={"target": "_blank"},
        class_name="stack-tight sheet-foot",
    )


def _letter(letter: Any) -> rx.Component:
    names = rx.match(
        letter.kind,
        *((kind, text(f"handouts.letter.{kind}")) for kind in ("mail", "app", "newspaper")),
        text("handouts.letter.press"),
    )
    return rx.el.li(
        Letter.create(
            title=names,
            subject=letter.subject,
            text=letter.text,
            words={**copy_words(), "mail": text("handouts.letter.to_mail")},
        ),
        key=letter.kind,
        class_name="card letter",
    )


def _links() -> rx.Component:
    return rx.el.div(
        *(
            rx.el.div(hand_on_page(text(key), page, VIEW.code, DESK.address), class_name="card")
            for key, page in (
                ("handouts.links.invitation", "uitnodiging"),
                ("desk.links.join", "m"),
                ("desk.links.projector", "scherm"),
                ("desk.links.report", "verslag"),
            )
        ),
        class_name="handed-on",
    )
