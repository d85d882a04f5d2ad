"""On the desk: a question to ask at once."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.discovery import quick_forms
from plekberaad_app.activities.contract.manifest import QuickForm
from plekberaad_app.features.quick_session.state import QuickSessionState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.programme_edits import new_step
from plekberaad_app.room.views.tablet import StepCard
from plekberaad_app.ui.at_the_tap import with_fresh_id
from plekberaad_app.ui.fields import checked_form
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.unsaved import form_foot

# On the class, Reflex replaces every field by a Var, which no type checker can know.
QUICK: Any = QuickSessionState


def quick_session() -> rx.Component:
    """A button for each activity, which unfolds the little that has to be said for it."""
    return rx.el.section(
        rx.el.div(
            rx.el.h2(text("quick_session.title"), class_name="lead"),
            rx.el.p(text("quick_session.how")),
        ),
        rx.el.div(
            *(_session(kind, form) for kind, form in quick_forms().items()), class_name="row"
        ),
        class_name="card stack quick-session",
    )


def _session(kind: str, form: QuickForm) -> rx.Component:
    return unfolding_form(
        rx.el.summary(icon("play"), text(f"{kind}.title"), class_name="button"),
        checked_form(
            form.fields(_as_new(kind)),
            form_foot(
                rx.el.button(
                    text("quick_session.begin"), type="submit", class_name="button button-main"
                ),
                QUICK,
                kind,
            ),
            on_submit=lambda form: QUICK.begin(kind, with_fresh_id(form)),
            reset_on_submit=False,
            class_name="stack desk-settings",
        ),
        group="quick-session",
    )


def _as_new(kind: str) -> Any:
    """A step as it is before anything was said about it."""
    return rx.Var.create(StepCard(kind=kind, options=dict(new_step(kind, "", {}).options)))
