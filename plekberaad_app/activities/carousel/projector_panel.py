"""The carousel on the projector: who asks what, the wall filling up, the next steps."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.cards import empty_state, next_step_wall
from plekberaad_app.ui.closed_notes import closed_notes
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.notes import how_many_notes, newest_note, note_wall
from plekberaad_app.ui.said import named, said
from plekberaad_app.ui.shrinking import fitting
from plekberaad_app.ui.tables import table_badge, table_class
from plekberaad_app.ui.words import words


def projector_panel(screen: Screen) -> rx.Component:
    """The owners while they talk, then the wall, then the first steps."""
    shown = rx.match(
        screen.stage.phase,
        ("explain", _large_owners(screen)),
        ("questions", _large_owners(screen)),
        ("next_step", _steps_of_round(screen)),
        _wall(screen),
    )
    return rx.fragment(shown)


def _large_owners(screen: Any) -> rx.Component:
    return fitting(_owners(screen, is_large=True), least=0.5)


def _wall(screen: Any) -> rx.Component:
    ideas = screen.face.ideas
    return _reading(
        screen,
        rx.cond(
            screen.face.is_private,
            closed_notes(
                text("projector.private"),
                "projector.ideas",
                total=ideas,
                tables=screen.face.owners,
                count=lambda owner: owner.ideas,
            ),
            rx.cond(
                ideas > 0, _notes(screen), empty_state(text("projector.no_ideas"), "sticky-note")
            ),
        ),
        _count(screen, ideas),
    )


def _notes(screen: Any) -> rx.Component:
    """While people write, what came last is told large; the pages go on turning beneath it.

    The first note is large by itself.
    """
    is_writing = screen.stage.phase == "ideas"
    return rx.fragment(
        rx.cond(is_writing & (how_many_notes(screen) > 1), newest_note(screen)),
        note_wall(screen),
    )


def _reading(screen: Any, read: rx.Component, count: rx.Component) -> rx.Component:
    """Where there is much to read: the owners join time and task in one bar above it."""
    return rx.el.section(
        fitting(_owners(screen, is_large=False), class_name="owners-place"),
        rx.el.div(read, class_name="reading-place"),
        count,
        class_name="reading",
    )


def _count(screen: Any, ideas: Any) -> rx.Component:
    """How many ideas there are on what hangs here: the wall of one table, or of all."""
    chosen = screen.screen.wall_table
    owners = screen.face.owners
    at_one = rx.foreach(
        owners,
        lambda owner: rx.cond(chosen == owner.table, _how_many(owner.ideas)),
    )
    return rx.el.p(rx.cond(chosen == 0, _how_many(ideas), at_one), class_name="wall-count")


def _how_many(ideas: Any) -> rx.Component:
    return rx.fragment(rx.cond(ideas > 0, words("projector.ideas", n=ideas), ""))


def _owners(screen: Any, *, is_large: bool) -> rx.Component:
    owners = screen.face.owners
    chosen = screen.screen.wall_table
    return rx.el.ol(
        rx.foreach(
            owners,
            lambda owner: rx.cond(
                (chosen == 0) | (chosen == owner.table), _owner(owner, screen.screen)
            ),
        ),
        class_name="owners owners-large" if is_large else "owners",
        custom_attrs={"data-count": rx.cond(chosen == 0, owners.length(), 1)},
    )


def _owner(owner: Any, shown: Any) -> rx.Component:
    upcoming = owner.next_owner
    return rx.el.li(
        table_badge(owner.table, tells_writing=True),
        rx.el.div(
            said(owner.challenge, class_name="owner-challenge"),
            rx.el.p(
                named(owner.owner, rx.el.b),
                rx.cond(
                    upcoming != "",
                    rx.el.span(" · ", words("projector.next_owner", owner=upcoming)),
                ),
                class_name="owner-name",
            ),
            rx.cond(shown.unlocked.contains(owner.table), _unlocked()),
            rx.cond(owner.questions > 0, _asked(owner.questions)),
        ),
        class_name=f"owner {table_class(owner.table)}",
    )


def _unlocked() -> rx.Component:
    said = rx.el.span(text("projector.unlocked"), class_name="owner-unlocked")
    return rx.el.p(icon("hourglass"), said, class_name="owner-asked")


def _asked(questions: Any) -> rx.Component:
    return rx.el.p(
        words("projector.questions", n=questions),
        class_name="owner-asked",
    )


def _steps_of_round(screen: Any) -> rx.Component:
    """Until the first one is made, the wishes that they are about."""
    steps, now = screen.next_steps, screen.stage.round
    is_made = steps.map(lambda step: step.round == now).contains(True)
    made = _reading(screen, next_step_wall(steps, now), rx.fragment())
    return rx.cond(is_made, made, _large_owners(screen))
