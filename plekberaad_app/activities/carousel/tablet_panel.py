"""The carousel on the tablet: the phases of the round and how each table is doing."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.acts import LONGEST
from plekberaad_app.activities.carousel.asked_panel import asked
from plekberaad_app.activities.carousel.options import PHASES
from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import number_in, text_in
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.held_note import decide_challenge
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.labelled import line
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words


def tablet_panel(screen: Screen) -> rx.Component:
    """The bar of the round, private writing, who has yet to choose, and a card for each table."""
    stage, face = screen.stage, screen.face
    return rx.fragment(
        _bar(stage),
        rx.cond(face.is_private, _private(screen)),
        _unchosen(face),
        rx.el.ul(
            rx.foreach(
                face.tables,
                lambda table: _table(table, screen),
            ),
            rx.foreach(face.left, _left),
            class_name="now-tables",
        ),
    )


def _bar(stage: Any) -> rx.Component:
    """Where in the round we are; the line that fills belongs to the clock above it."""
    return rx.el.ol(
        *(_phase(stage, index, phase) for index, phase in enumerate(PHASES)),
        class_name="phase-bar",
    )


def _phase(stage: Any, index: int, phase: str) -> rx.Component:
    later = [stage.phase == each for each in PHASES[index + 1 :]]
    is_done = later[0] if later else rx.Var.create(False)
    for each in later[1:]:
        is_done = is_done | each
    return rx.el.li(
        text(f"carousel.tablet.{phase}"),
        aria_current=rx.cond(stage.phase == phase, "step", "false"),
        class_name=rx.cond(
            stage.phase == phase,
            f"phase phase-{phase} is-now",
            rx.cond(is_done, f"phase phase-{phase} is-done", f"phase phase-{phase}"),
        ),
    )


def _reveal(screen: Any) -> rx.Component:
    """The button with which everybody may read what was written in private, until it stands above
    the bar."""
    stage = screen.stage
    return rx.el.button(
        text("carousel.cure.reveal"),
        type="button",
        on_click=screen.act(stage.step_id, stage.round, "reveal", {"round": stage.round}),
        class_name="button until-due",
    )


def _private(screen: Any) -> rx.Component:
    face = screen.face
    return rx.el.div(
        rx.cond(face.is_revealed, icon("lock-open"), icon("lock")),
        rx.el.p(
            rx.cond(face.is_revealed, text("tablet.private.open"), text("tablet.private.closed"))
        ),
        rx.cond(face.is_revealed, rx.fragment(), _reveal(screen)),
        class_name="well now-private",
    )


def _unchosen(face: Any) -> rx.Component:
    """Which tables have yet to choose, and what can be done about it: the room need not wait."""
    tables = face.unchosen
    return rx.cond(
        tables.length() > 0,
        rx.el.div(
            rx.el.p(
                rx.el.strong(
                    words("carousel.tablet.unchosen", n=tables.length(), tables=tables.join(", "))
                ),
                " ",
                text("carousel.tablet.unchosen.how"),
            ),
            rx.cond(
                face.reviewers.length() > 0,
                rx.el.p(text("carousel.tablet.unchosen.for_owner")),
            ),
            role="status",
            class_name="well now-unchosen",
        ),
    )


def _table(table: Any, screen: Any) -> rx.Component:
    stage, act = screen.stage, screen.act
    is_choosing = (stage.phase == "next_step") | (stage.phase == "review")
    return rx.el.li(
        _top(table),
        rx.el.p(table.challenge, class_name="small muted table-challenge"),
        rx.cond(
            table.held != "",
            decide_challenge(
                table.held, screen.let_challenge_through(table.owner_number), table.challenge
            ),
        ),
        _signals(table, screen),
        rx.cond(is_choosing, _record(table, stage, act)),
        _own_pace(table.table, screen),
        asked(table, stage, act, screen.hide),
        key=table.table,
        class_name="card now-table",
    )


def _top(table: Any) -> rx.Component:
    """Whose table it is, and how many ideas there are."""
    unit = rx.cond(table.ideas == 1, text("tablet.table.idea"), text("tablet.table.ideas"))
    return rx.el.div(
        table_badge(table.table, tells_writing=True),
        rx.el.h3(table.owner),
        rx.el.p(
            table.ideas, rx.el.span(unit, class_name="table-unit"), class_name="table-ideas figures"
        ),
        class_name="table-top",
    )


def _left(left: Any) -> rx.Component:
    """A table whose owner left stays in sight; the buttons that fix it are above the bar."""
    number = left.table
    return rx.el.li(
        rx.el.div(table_badge(number), rx.el.h3(text("carousel.left")), class_name="table-top"),
        rx.el.p(
            rx.cond(left.rests, text("carousel.left.rests"), text("carousel.left.how")),
            class_name="small muted",
        ),
        key=number,
        class_name="card now-table",
    )


def _signals(table: Any, screen: Any) -> rx.Component:
    silent = table.silent
    # Before the ideas phase nobody may write, and after it nobody has to.
    is_time = screen.stage.phase == "ideas"
    unchosen = screen.face.unchosen
    return rx.el.p(
        rx.cond(
            unchosen.contains(table.table),
            rx.el.span(text("tablet.table.unchosen"), class_name="table-not-yet"),
        ),
        rx.cond(
            is_time & (silent > 0),
            rx.el.span(words("tablet.table.silent", silent=silent), class_name="table-silent"),
        ),
        rx.match(
            table.next_step,
            ("done", rx.el.span(icon("check"), text("tablet.table.done"), class_name="stored")),
            ("not_yet", rx.el.span(text("tablet.table.not_yet"), class_name="table-not-yet")),
            rx.fragment(),
        ),
        rx.cond(
            table.next_owner,
            rx.el.span(words("tablet.table.next", owner=table.next_owner), class_name="muted"),
        ),
        class_name="small table-signals",
    )


def _own_pace(number: rx.Var, screen: Any) -> rx.Component:
    """One table may go on while the room goes on: extra time, until it rejoins."""
    goes_on_with = screen.controls.unlocked[number.to_string()].to(str)
    is_unlocked = screen.controls.unlocked.contains(number.to_string())
    return rx.el.div(
        rx.cond(
            is_unlocked,
            rx.el.span(words("tablet.table.goes_on", phase=goes_on_with), class_name="small"),
        ),
        rx.el.button(
            icon("hourglass"),
            rx.cond(is_unlocked, text("tablet.table.rejoin"), text("tablet.table.unlock")),
            type="button",
            on_click=screen.unlock(number, ~is_unlocked, screen.controls.steering),
            class_name="button button-quiet table-pace",
        ),
    )


def _record(table: Any, stage: Any, act: Any) -> rx.Component:
    """For an owner who has no phone at hand."""
    again, first = text("tablet.table.record_again"), text("tablet.table.record")
    return unfolding(
        rx.el.summary(rx.cond(table.next_step == "", first, again), class_name="button"),
        _recorded(table.table, stage, act),
        rx.el.button(
            text("tablet.table.say_not_yet"),
            type="button",
            on_click=act(stage.step_id, stage.round, "not_yet", {"table": table.table}),
            class_name="button",
        ),
        class_name="table-record",
    )


def _recorded(number: rx.Var, stage: Any, act: Any) -> rx.Component:
    """The form of a next step; Reflex hoists its handler out of the loop, so the table has to be a
    field."""
    return checked_form(
        rx.el.input(type="hidden", name="table", value=number),
        *(_answer(name) for name in LONGEST),
        rx.el.button(text("tablet.table.store"), type="submit", class_name="button"),
        on_submit=lambda form: act(
            stage.step_id,
            stage.round,
            "record_next_step",
            {"table": number_in(form, "table")} | {name: text_in(form, name) for name in LONGEST},
        ),
        reset_on_submit=False,
        class_name="stack",
    )


def _answer(name: str) -> rx.Component:
    return line(
        text(f"tablet.table.{name}"),
        name,
        max_length=LONGEST[name],
    )
