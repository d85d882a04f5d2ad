"""The screen for the whole room: a third for time and task, the rest for what people make."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import FIND_SCREEN
from plekberaad_app.room.projector.arrivals import arrivals
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.screen_texts import need_titles_of_steps
from plekberaad_app.ui.cards import (
    empty_state,
    has_steps,
    join_card,
    join_corner,
    next_step_wall,
    take_home_card,
)
from plekberaad_app.ui.clock_face import clock_listener
from plekberaad_app.ui.full_screen import full_screen
from plekberaad_app.ui.groups import group_map
from plekberaad_app.ui.late_panels import LatePanels
from plekberaad_app.ui.notes import spotlight
from plekberaad_app.ui.phases import phase_aside
from plekberaad_app.ui.said import said
from plekberaad_app.ui.shell import projector_shell
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import procession, table_map
from plekberaad_app.ui.telling import announcements
from plekberaad_app.ui.writers import writing_tables

_PANELS = LatePanels("projector", panels("projector"), ProjectorState)


def projector_page() -> rx.Component:
    """What the facilitator chose to show; by default it follows the programme."""
    return projector_shell(*_shown(_unknown()), full_screen())


def observer_page() -> rx.Component:
    """The page `/meekijker/<token>`: the same, on the device of somebody who looks along."""
    gone = text("projector.link_gone.title"), text("projector.link_gone.advice")
    return projector_shell(*_shown(_saying(*gone)))


def _shown(unknown: rx.Component) -> tuple[Any, ...]:
    """All of it; `unknown` when there is no such room, or it is not to be seen any more."""
    need_titles_of_steps()
    return (
        writing_tables(ProjectorState.writing_tables),
        rx.match(
            ProjectorState.screen.mode,
            (
                "black",
                rx.el.main(
                    rx.el.h1(text("projector.black"), class_name="unseen"), class_name="black"
                ),
            ),
            ("join", _join()),
            ("tables", _tables()),
            ("next_steps", _next_steps()),
            _stage(unknown),
        ),
        _message(),
        rx.cond(
            ProjectorState.room.is_rehearsal,
            rx.el.p(text("projector.rehearsal"), class_name="rehearsal-mark"),
        ),
        _PANELS.ahead(),
        clock_listener(ProjectorState.clock),
        announcements(ProjectorState.stage, ProjectorState.clock),
    )


def _stage(unknown: rx.Component) -> rx.Component:
    shown = rx.match(
        ProjectorState.stage.status,
        ("lobby", _lobby()),
        ("running", _running()),
        ("closed", _closed()),
        ("unknown", unknown),
        _saying(text("projector.loading"), ""),
    )
    return rx.fragment(shown)


def _running() -> rx.Component:
    return rx.el.main(
        phase_aside(ProjectorState.stage, ProjectorState.clock),
        rx.cond(
            ProjectorState.screen.spotlight.id != "",
            spotlight(ProjectorState.screen.spotlight),
            _PANELS.running(),
        ),
        join_corner(ProjectorState.room),
        class_name="stage",
    )


def _lobby() -> rx.Component:
    """First the people coming in; once tables are made, who sits where."""
    return rx.cond(_any(ProjectorState.tables), _tables(), arrivals(ProjectorState))


def _closed() -> rx.Component:
    """The thanks, above what people are going to do and the way to take it home."""
    return rx.cond(
        has_steps(ProjectorState.next_steps),
        rx.el.main(
            rx.el.header(
                rx.el.h1(text("projector.closed.title"), class_name="title"),
                rx.el.p(text("projector.closed.text"), class_name="lead"),
                procession(),
                class_name="thanks",
            ),
            rx.el.div(
                next_step_wall(ProjectorState.next_steps),
                take_home_card(ProjectorState.room),
                class_name="beside-way-home",
            ),
            class_name="listing",
        ),
        _saying(text("projector.closed.title"), text("projector.closed.text")),
    )


def _join() -> rx.Component:
    is_waiting = ProjectorState.stage.status == "lobby"
    return rx.cond(is_waiting, arrivals(ProjectorState), _way_in())


def _way_in() -> rx.Component:
    room = ProjectorState.room
    return rx.el.main(
        rx.el.header(
            said(room.title, rx.el.h1, class_name="title"),
            rx.cond(room.question != "", said(room.question, class_name="lead")),
        ),
        join_card(room),
        rx.el.p(text("projector.join.no_phone"), class_name="lead join-no-phone"),
        class_name="joining",
    )


def _tables() -> rx.Component:
    """Who sits where; in a stop with pairs or trios, who is with whom."""
    return rx.cond(_any(ProjectorState.groups), _groups(), _at_tables())


def _groups() -> rx.Component:
    shown = fitting(group_map(ProjectorState.groups))
    return _list(text("projector.groups"), _any(ProjectorState.groups), shown, rx.fragment())


def _at_tables() -> rx.Component:
    return _list(
        text("projector.tables"),
        _any(ProjectorState.tables),
        fitting(table_map(ProjectorState.tables)),
        empty_state(text("projector.tables_empty"), "users"),
    )


def _next_steps() -> rx.Component:
    return _list(
        text("projector.next_steps"),
        has_steps(ProjectorState.next_steps),
        next_step_wall(ProjectorState.next_steps),
        empty_state(text("projector.next_steps_empty"), "flag"),
    )


def _list(title: str, is_filled: Any, filled: rx.Component, empty: rx.Component) -> rx.Component:
    return rx.el.main(
        rx.el.header(
            rx.el.h1(title, class_name="title"),
            join_corner(ProjectorState.room),
            class_name="between row",
        ),
        rx.cond(is_filled, filled, empty),
        class_name="listing",
    )


def _any(items: Any) -> Any:
    return items.length() > 0


def _saying(title: str, sentence: str, *more: rx.Component) -> rx.Component:
    return rx.el.main(
        rx.el.h1(title, class_name="title"),
        rx.el.p(sentence, class_name="lead"),
        *more,
        procession(),
        class_name="saying",
    )


def _unknown() -> rx.Component:
    again = rx.el.a(
        text("projector.unknown.again"),
        href=FIND_SCREEN,
        class_name="button button-large",
    )
    return _saying(text("projector.unknown.title"), text("projector.unknown.advice"), again)


def _message() -> rx.Component:
    message = ProjectorState.stage.message
    shows = (message != "") & (ProjectorState.screen.mode != "black")
    return rx.cond(shows, rx.el.p(message, role="status", class_name="message"))
