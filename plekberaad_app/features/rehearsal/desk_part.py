"""On the desk, with each evening: rehearse it."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.routes import REHEARSAL, folder_of
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.refusal import refusal


def rehearse(evening: Any, code: Any) -> rx.Component:
    """The button; not for an evening that is over."""
    return rx.cond(
        evening.status == "closed",
        rx.fragment(),
        PostForm.create(
            rx.el.button(
                icon("users"), text("rehearsal.begin"), type="submit", class_name="button"
            ),
            action=f"{folder_of(REHEARSAL)}/{code}",
            method="post",
        ),
    )


def refused() -> rx.Component:
    """Why a rehearsal did not begin."""
    codes = ("rehearsal.too_many", "not_logged_in", "not_your_library", "code_unknown")
    sentences = {code: text(f"error.{code}") for code in codes}
    return refusal(sentences | {"other": text("error.unexpected")})
