"""How a carousel rotates: it can also be set on the tablet, before it begins."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.option_fields import FORM
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.unfolding import unfolding
from plekberaad_app.ui.words import words


def carousel_forms() -> rx.Component:
    """One folded form for each carousel that has not begun; once it has, its plan is fixed."""
    return rx.fragment(
        rx.foreach(
            SCREEN.programme,
            lambda step: rx.cond(
                (step.kind == "carousel") & ~step.is_done & ~step.is_now, _carousel(step)
            ),
        )
    )


def rounds_that_fit() -> rx.Component:
    """One tap for the number of rounds that gives every owner a turn; nothing if it is already
    set."""
    plan = SCREEN.plan
    return rx.cond(
        plan.needed > 0,
        rx.el.button(
            words("tablet.plan.set_rounds", rounds=plan.needed),
            type="button",
            on_click=SCREEN.set_rounds(plan.step_id, plan.needed),
            class_name="button",
        ),
    )


def _carousel(step: Any) -> rx.Component:
    return unfolding(
        rx.el.summary(words("carousel.tablet.settings", title=step.title), class_name="button"),
        checked_form(
            rx.el.input(type="hidden", name="step_id", value=step.id),
            FORM.fields(step),
            rx.el.button(text("carousel.tablet.save"), type="submit", class_name="button"),
            on_submit=SCREEN.set_options,
            reset_on_submit=False,
            # The fields keep what they were drawn with; if it is set elsewhere they are drawn
            # again.
            key=step.options.to_string(),
            class_name="card stack",
        ),
        key=step.id,
    )
