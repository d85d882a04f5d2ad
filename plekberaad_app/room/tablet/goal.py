"""How many in the room never come to such evenings: what is certain, and what is unknown."""

from typing import Any

import reflex as rx

from plekberaad_app.core.people import Goal
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import PRESENCE
from plekberaad_app.ui.words import words


def goal() -> rx.Component:
    """The count in words and as a bar, and the goal as far as it is certain."""
    return rx.el.div(
        rx.el.h2(text("tablet.newcomers"), class_name="small"),
        rx.cond(
            PRESENCE.is_told, _told(), rx.el.p(text("tablet.goal.few"), class_name="goal-count")
        ),
        rx.el.p(_verdict(), class_name="small muted"),
        class_name="side-goal",
    )


def _told() -> rx.Component:
    has_silent = PRESENCE.is_exact & (PRESENCE.unknown > 0)
    return rx.fragment(
        rx.el.p(_answers(), rx.cond(has_silent, _unknown()), class_name="goal-count"), _bar()
    )


def _answers() -> rx.Component:
    counts = {"newcomers": PRESENCE.newcomers, "base": PRESENCE.base}
    share = rx.cond(
        PRESENCE.is_exact,
        words("tablet.goal.answered", **counts),
        words("tablet.goal.least", **counts),
    )
    return rx.el.b(share, class_name="figures")


def _unknown() -> rx.Component:
    return rx.el.span(words("tablet.goal.unknown", unknown=PRESENCE.unknown))


def _bar() -> rx.Component:
    """Filled is certain, hatched is unknown; the line marks half of the room."""
    return rx.el.div(
        rx.el.div(class_name="goal-certain", style={"inlineSize": _part(PRESENCE.newcomers)}),
        rx.el.div(class_name="goal-unknown", style={"inlineSize": _part(PRESENCE.unknown)}),
        aria_hidden="true",
        class_name=f"goal is-{PRESENCE.goal}",
    )


def _part(count: Any) -> rx.Var[str]:
    """The share of everybody in the room; zero for an empty room."""
    return rx.cond(PRESENCE.total > 0, f"{100 * count / PRESENCE.total}%", "0%").to(str)


def _verdict() -> Any:
    verdicts = [(goal.value, text(f"tablet.goal.{goal}")) for goal in Goal]
    return rx.match(PRESENCE.goal, *verdicts, "")
