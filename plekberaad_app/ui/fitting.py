"""Whether a programme fits: green if it does, amber with what to do if it does not."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon


def fit_line(fit: Any) -> rx.Component:
    """The sentence of a FitView; nothing when it has none."""
    return rx.cond(
        fit.sentence != "",
        rx.el.p(
            rx.cond(fit.is_good, icon("check"), icon("triangle-alert")),
            rx.el.span(fit.sentence),
            class_name=rx.cond(fit.is_good, "fit is-good", "fit say"),
        ),
    )
