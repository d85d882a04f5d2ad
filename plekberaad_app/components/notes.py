"""Notes that look like paper, and the wall they hang on."""

from typing import Any

import reflex as rx

from plekberaad_app.components.browser import browser_file
from plekberaad_app.components.icons import icon
from plekberaad_app.components.tables import table_badge, table_class
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.wall_vars import TIERS


def tiers_of(screen: Any) -> tuple[Any, ...]:
    """The pieces of a screen's wall, oldest first."""
    return tuple(getattr(screen, name) for name in TIERS)


def has_notes(screen: Any) -> Any:
    """Whether anything hangs on a screen's wall."""
    return sum(tier.length() for tier in tiers_of(screen)) > 0


class NotePager(rx.Component):
    """Lays children with `data-note` in columns and turns the page every 12 seconds."""

    library = browser_file("note_pager.jsx")
    tag = "NotePager"

    columns: rx.Var[int]
    most: rx.Var[int]
    words: rx.Var[dict[str, Any]]


def note_pager(*children: Any, columns: int = 3, most: int = 15) -> rx.Component:
    """Pages of at most `most` notes; shows the newest when it comes and frames it for a while."""
    return NotePager.create(
        *children, columns=columns, most=most, words={"page": text("browser.page")}
    )


def note_wall(screen: Any, occasion: Any) -> rx.Component:
    """The wall; its pieces are drawn one after another.

    With every new `occasion` it opens on its first page again.
    """
    pages = note_pager(*[rx.foreach(tier, note_card) for tier in tiers_of(screen)])
    return rx.fragment(pages, key=occasion)


def note_card(note: Any) -> rx.Component:
    """One note: its text, its table's sign, and what its owner said about it."""
    return rx.el.article(
        rx.el.p(note.text, class_name="note-text"),
        rx.cond(note.marked, _mark("hand", text("browser.note.marked"))),
        rx.cond(
            note.answer,
            rx.el.p(note.answer, class_name="note-answer"),
            rx.cond(note.asked, _mark("message-circle-question-mark", text("browser.note.asked"))),
        ),
        rx.cond(note.table > 0, table_badge(note.table, "note-table")),
        key=note.id,
        class_name=f"note {table_class(note.table)}",
        custom_attrs={"data-note": note.id},
    )


def phone_note(note: Any, *below: Any) -> rx.Component:
    """A note on a phone, with what may be done with it."""
    return rx.el.article(
        rx.el.p(note.text, class_name="note-text"),
        rx.cond(note.answer, rx.el.p(note.answer, class_name="note-answer")),
        rx.el.div(*below, class_name="row") if below else rx.fragment(),
        key=note.id,
        class_name=f"note {table_class(note.table)}",
    )


def spotlight(note: Any) -> rx.Component:
    """One note, large, for the whole room to read."""
    return rx.el.div(note_card(note), class_name="spotlight")


def _mark(name: str, words: str) -> rx.Component:
    return rx.el.p(icon(name), words, class_name="note-mark icon-line")
