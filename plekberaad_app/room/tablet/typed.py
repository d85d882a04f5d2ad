"""What was typed over from paper, at the side of the view 'paper' in place of the wall."""

import reflex as rx

from plekberaad_app.activities.contract.capabilities import PlansGroups, WallTablet, Writes
from plekberaad_app.activities.contract.discovery import activities, typed_panel
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.typed_notes import typed_notes


def typed() -> rx.Component:
    """What is safe, newest first, so that the pile of paper and the list can be held together."""
    shown = [(kind, _typed_in(kind)) for kind, _ in writing()]
    return rx.cond(
        is_time(),
        rx.el.section(
            rx.el.h2(text("tablet.paper.stored"), class_name="lead"),
            rx.el.div(
                rx.match(SCREEN.stage.kind, *shown, rx.fragment()),
                tab_index=0,
                class_name="side-typed-notes",
            ),
            class_name="side-wall side-typed",
        ),
    )


def is_time() -> rx.Var[bool]:
    """Whether people write now, at tables where the activity says who sits at which."""
    is_time = rx.Var.create(False)
    for kind, rules in writing():
        here = SCREEN.stage.kind == kind
        is_time |= here & (SCREEN.tables.length() > 0) if isinstance(rules, PlansGroups) else here
    return is_time


def writing() -> list[tuple[str, Writes]]:
    """The activities in which people write."""
    found = ((kind, one.rules) for kind, one in activities().items())
    return [(kind, rules) for kind, rules in found if isinstance(rules, Writes)]


def is_secret() -> rx.Var[bool]:
    """Whether there may be notes that are still for their authors' eyes only."""
    wall = SCREEN.face.to(WallTablet)
    return wall.is_private & ~wall.is_revealed


def _typed_in(kind: str) -> rx.Component:
    """As the activity draws it; by itself, what hangs on the wall."""
    draw = typed_panel(kind)
    return draw(SCREEN) if draw else typed_notes(SCREEN, kind, is_secret=is_secret())
