"""The right-hand side: who is in, and the notes as they come in."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.capabilities import HasWall
from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.platform.i18n.catalogue import own_key, text
from plekberaad_app.room.tablet.goal import goal
from plekberaad_app.room.tablet.note_tools import more_tools
from plekberaad_app.room.tablet.screen import PRESENCE, SCREEN
from plekberaad_app.room.tablet.typed import is_secret, typed
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.held_note import decide
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import how_many_notes
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.words import words


def side() -> rx.Component:
    """Always there, whatever view is open."""
    return rx.el.aside(
        _who_is_in(),
        rx.match(SCREEN.stage.kind, *_walls(), _arrivals()),
        typed(),
        aria_label=text("tablet.side"),
        class_name="tablet-side",
    )


def _who_is_in() -> rx.Component:
    counted = PRESENCE
    return rx.el.section(
        rx.el.div(
            rx.el.h2(text("tablet.room"), class_name="small"),
            rx.el.p(counted.total, class_name="side-figure figures"),
        ),
        # The answers were deleted at closing; the report has the total.
        rx.cond(SCREEN.stage.status != "closed", goal()),
        class_name="side-room",
    )


def _arrivals() -> rx.Component:
    """Who came in, the latest on top."""
    return rx.el.section(
        rx.el.h2(text("tablet.arrivals.title"), class_name="lead"),
        rx.cond(
            SCREEN.roster.length() > 0,
            rx.el.ul(
                rx.foreach(
                    SCREEN.roster.reverse(),
                    lambda person: rx.el.li(person.shown, key=person.number),
                ),
                class_name="side-arrivals",
                tab_index=0,
            ),
            empty_state(text("tablet.arrivals.empty")),
        ),
        class_name="side-wall",
    )


def _walls() -> list[tuple[str, rx.Component]]:
    return [
        (kind, _wall(kind)) for kind, one in activities().items() if isinstance(one.rules, HasWall)
    ]


def _wall(kind: str) -> rx.Component:
    return rx.el.section(
        rx.el.h2(text("tablet.wall.title"), class_name="lead"),
        rx.cond(SCREEN.tables.length() > 0, _filter()),
        rx.cond(
            how_many_notes(SCREEN) > 0,
            rx.el.ul(
                rx.foreach(SCREEN.notes.reverse(), lambda note: _note(note, kind)),
                class_name="side-notes",
                tab_index=0,
            ),
            empty_state(
                rx.cond(
                    is_secret(),
                    text(own_key(kind, "tablet.wall.private")),
                    text(own_key(kind, "tablet.wall.empty")),
                )
            ),
        ),
        class_name="side-wall",
    )


def _filter() -> rx.Component:
    return rx.el.div(
        _table_button(0, text("tablet.wall.all")),
        rx.foreach(SCREEN.tables, lambda card: _table_button(card.number, _badge(card))),
        role="group",
        aria_label=text("tablet.wall.which"),
        class_name="side-filter",
    )


def _badge(card: Any) -> rx.Component:
    return rx.fragment(
        table_badge(card.number, tells_writing=True),
        rx.el.span(words("tablet.wall.only", table=card.number), class_name="unseen"),
    )


def _table_button(number: int | rx.Var[int], content: rx.Component | str) -> rx.Component:
    return rx.el.button(
        content,
        type="button",
        on_click=SCREEN.wall(number),
        aria_pressed=rx.cond(SCREEN.controls.wall_table == number, "true", "false"),
        class_name="button",
    )


def _note(note: Any, kind: str) -> rx.Component:
    chosen = SCREEN.controls.wall_table
    return rx.cond((chosen == 0) | (chosen == note.table), _shown_note(note, kind))


def _shown_note(note: Any, kind: str) -> rx.Component:
    return rx.el.li(
        rx.el.p(note.text, class_name="note-text"),
        rx.cond(
            note.marked,
            rx.el.p(icon("hand-helping"), text("tablet.note.marked"), class_name="stored"),
        ),
        rx.cond(note.asked, _clarified(note)),
        rx.el.div(
            rx.cond(note.table > 0, table_badge(note.table)),
            rx.cond(note.hidden, rx.fragment(), _light(note)),
            rx.cond(note.held, decide(note.held, note.id, SCREEN.hide, note.text), _hide(note)),
            more_tools(note, kind),
            class_name="side-note-tools",
        ),
        key=note.id,
        class_name=rx.cond(
            note.held,
            "side-note is-hidden is-held",
            rx.cond(note.hidden, "side-note is-hidden", "side-note"),
        ),
    )


def _light(note: Any) -> rx.Component:
    is_lit = SCREEN.controls.spotlight == note.id
    return rx.el.button(
        icon("lightbulb"),
        text("tablet.note.large"),
        type="button",
        aria_label=words("tablet.note.light", note=note.text),
        aria_pressed=rx.cond(is_lit, "true", "false"),
        on_click=SCREEN.spotlight(rx.cond(is_lit, "", note.id)),
        class_name="button side-note-tool",
    )


def _clarified(note: Any) -> rx.Component:
    return rx.el.p(
        icon("message-circle-question-mark"),
        rx.cond(note.answer, note.answer, text("tablet.note.asked")),
        class_name="small side-note-asked",
    )


def _hide(note: Any) -> rx.Component:
    return rx.el.button(
        rx.cond(
            note.hidden,
            rx.fragment(icon("eye"), text("tablet.note.back")),
            rx.fragment(icon("eye-off"), text("tablet.note.away")),
        ),
        type="button",
        aria_label=rx.cond(
            note.hidden,
            words("tablet.note.bring_back", note=note.text),
            words("tablet.note.hide", note=note.text),
        ),
        on_click=SCREEN.hide(note.id, ~note.hidden),
        class_name="button side-note-tool",
    )
