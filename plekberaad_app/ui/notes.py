"""Notes that look like paper, and the wall they hang on."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import table_badge, table_class
from plekberaad_app.ui.words import words


def how_many_notes(screen: Any) -> Any:
    """How many notes are on a screen's wall."""
    return screen.notes.length()


class NotePager(rx.Component):
    """Lays out children with `data-note` in columns, and turns the page after a while.

    A wall that comes back under the same `name` resumes at the page where it was.
    """

    library = browser_file("note_pager.jsx")
    tag = "NotePager"

    name: rx.Var[str]
    densities: rx.Var[list[dict[str, float]]]
    words: rx.Var[dict[str, Any]]


@dataclass(frozen=True)
class Density:
    """How full a page may be: the minimum size of a note, and of its letters."""

    columns: int
    rows: int
    letters: float = 1


# Few notes hang in large letters, short ones in larger; the more there are, the more each page has
# room for.
WALL = (
    Density(1, 1, 4.4),
    Density(1, 1, 3),
    Density(2, 1, 3.4),
    Density(2, 1, 2.4),
    Density(1, 3, 2.6),
    Density(2, 2, 2),
    Density(3, 2, 1.7),
    Density(4, 2, 1.8),
    Density(4, 2, 1.4),
    Density(4, 3, 1.5),
    Density(4, 3, 1.2),
    Density(4, 4),
)


def note_pager(*children: Any, name: Any, densities: Sequence[Density]) -> rx.Component:
    """Pages of notes, at the first density at which all fit on one page, or otherwise at the last.

    Each `name` opens on its first page.
    """
    pager = NotePager.create(
        *children,
        name=name,
        densities=[asdict(density) for density in densities],
        words={"page": text("browser.page")},
    )
    return rx.fragment(pager, key=name)


def note_wall(screen: Any) -> rx.Component:
    """The wall of this phase."""
    notes = rx.foreach(screen.notes, note_card)
    return note_pager(notes, name=part_of(screen.stage), densities=WALL)


def part_of(stage: Any) -> rx.Var[str]:
    """A name for the part of the evening we are in."""
    return rx.Var.create(f"{stage.step_id}-{stage.round}-{stage.phase}").to(str)


def newest_note(screen: Any) -> rx.Component:
    """The newest note, large in a strip of its own; nothing while the wall is empty."""
    return rx.cond(how_many_notes(screen) > 0, _hero(screen.notes[-1]))


def _hero(note: Any) -> rx.Component:
    return rx.el.article(
        rx.cond(note.table > 0, table_badge(note.table)),
        rx.el.div(
            rx.el.h2(
                text("projector.newest"),
                rx.cond(
                    note.table > 0, rx.el.span(" · ", words("projector.table", table=note.table))
                ),
                class_name="hero-title",
            ),
            fitting(said(note.text, key=note.id, class_name="hero-text"), least=0.5),
            class_name="hero-note",
        ),
        class_name="hero",
    )


def note_card(note: Any) -> rx.Component:
    """One note: its text, its table's sign, and what its owner said about it."""
    return rx.el.article(
        said(note.text, class_name="note-text"),
        rx.cond(note.marked, _mark("hand", text("browser.note.marked"))),
        rx.cond(
            note.answer,
            said(note.answer, class_name="note-answer"),
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
        said(note.text, class_name="note-text"),
        rx.cond(note.answer, said(note.answer, class_name="note-answer")),
        rx.el.div(*below, class_name="row") if below else rx.fragment(),
        key=note.id,
        class_name=f"note {table_class(note.table)}",
    )


def spotlight(note: Any) -> rx.Component:
    """One note, large, for the whole room to read."""
    return fitting(note_card(note), class_name="spotlight")


def _mark(name: str, words: str) -> rx.Component:
    return rx.el.p(icon(name), words, class_name="note-mark icon-line")
