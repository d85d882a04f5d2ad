"""What stands around every view of the tablet: the line at the top and the choice of view."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import PRESENCE, SCREEN
from plekberaad_app.ui.cards import code
from plekberaad_app.ui.facilitator_bar import facilitator_bar
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words

VIEWS = {
    "now": "play",
    "people": "users",
    "tables": "armchair",
    "owners": "star",
    "paper": "sticky-note",
    "agenda": "list",
    "outcomes": "flag",
}


# The simple view does without: what is in them can be reached from an obstacle too.
_SELDOM = frozenset({"owners", "paper", "outcomes"})


def bare_code() -> rx.Var[str]:
    """The room's code as it appears in addresses."""
    return SCREEN.room.code.to(str)


def view(name: str, content: rx.Component) -> rx.Component:
    """One view; the stylesheet shows the one whose radio button in the rail is chosen."""
    title = text(f"tablet.view.{name}")
    return rx.el.section(
        rx.fragment() if name == "now" else rx.el.h1(title, class_name="unseen"),
        content,
        class_name=f"tablet-view view-{name}",
        aria_label=title,
        # Each scrolls separately, so a keyboard has to be able to reach it.
        tab_index=0,
    )


def to_view(name: str, *content: rx.Component | str) -> rx.Component:
    """A label of the view's radio button: the browser opens the view by itself."""
    return rx.el.label(*content, html_for=f"view-{name}", class_name="button")


def rail() -> rx.Component:
    """The choice of view on the left, under the thumb."""
    return rx.el.nav(
        rx.el.fieldset(
            rx.el.legend(text("tablet.views"), class_name="unseen"),
            *(_tab(name, symbol) for name, symbol in VIEWS.items()),
        ),
        aria_label=text("tablet.views"),
        class_name="tablet-rail",
    )


def _tab(name: str, symbol: str) -> rx.Component:
    return rx.el.label(
        rx.el.input(
            type="radio",
            name="view",
            id=f"view-{name}",
            default_checked=name == "now",
            class_name="unseen",
        ),
        icon(symbol),
        rx.el.span(text(f"tablet.view.{name}")),
        _count(name),
        class_name="tablet-tab is-seldom" if name in _SELDOM else "tablet-tab",
    )


def _count(name: str) -> rx.Component:
    counts = {"people": PRESENCE.total, "outcomes": _steps_taken()}
    if name not in counts:
        return rx.fragment()
    count = counts[name]
    return rx.cond(count > 0, rx.el.span(count, class_name="tablet-tab-count figures"))


def _steps_taken() -> rx.vars.NumberVar:
    """How many first steps there are; 'not yet' does not count."""
    steps = SCREEN.next_steps
    return rx.Var(
        f"{steps!s}.filter((step) => !step.not_yet).length",
        _var_type=int,
        _var_data=steps._get_all_var_data(),
    ).to(int)


def top() -> rx.Component:
    """Title, where in the evening we are, and the ways to the other screens."""
    return facilitator_bar(
        rx.el.p(SCREEN.room.title, class_name="tablet-evening"),
        _pace(),
        rx.el.a(
            icon("smartphone"),
            text("tablet.as_participant"),
            href=f"/meekijken/{bare_code()}",
            target="_blank",
            class_name="button button-quiet",
        ),
        rx.el.p(
            rx.el.span(text("tablet.code"), class_name="unseen"),
            code(SCREEN.room),
            class_name="tablet-code figures",
        ),
        class_name="tablet-top",
    )


def _pace() -> rx.Component:
    stage, controls = SCREEN.stage, SCREEN.controls
    return rx.el.p(
        rx.cond(
            stage.rounds > 1,
            rx.el.span(words("tablet.round", round=stage.round, rounds=stage.rounds)),
        ),
        rx.cond(controls.expected_end != "", behind()),
        class_name="tablet-pace muted",
    )


def behind() -> rx.Component:
    """How far the evening is ahead of or behind its plan, and when it will end.

    Where no clock runs nobody is late: then it only tells the end.
    """
    controls = SCREEN.controls
    return rx.el.span(
        rx.cond(controls.has_clock, rx.el.span(_early_or_late(controls.minutes_behind))),
        rx.el.span(words("tablet.pace.end", end=controls.expected_end), class_name="pace-end"),
        class_name="figures",
    )


def _early_or_late(minutes: Any) -> Any:
    return rx.cond(
        minutes == 0,
        text("tablet.pace.even"),
        rx.cond(
            minutes > 0,
            words("tablet.pace.behind", minutes=minutes),
            words("tablet.pace.ahead", minutes=-minutes),
        ),
    )
