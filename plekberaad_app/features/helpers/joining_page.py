"""`/begeleider/<token>`: somebody is asked to steer an evening too."""

import reflex as rx

from plekberaad_app.features.helpers.joining_state import JoiningState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.entrance import entrance, refusals
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import words


def joining_page() -> rx.Component:
    """On which evening, and one button."""
    asked = JoiningState.asked
    return entrance(
        rx.cond(
            asked.name != "",
            words("helpers.join.hello", name=asked.name),
            text("helpers.join.title"),
        ),
        rx.match(
            asked.status,
            ("asked", words("helpers.join.asked", title=asked.title)),
            ("void", text("helpers.void.how")),
            text("desk.begin.loading"),
        ),
        rx.match(asked.status, ("asked", _begin()), rx.fragment()),
    )


def _begin() -> rx.Component:
    """The form goes to the page's own address, which names the link."""
    return PostForm.create(
        refusals(),
        rx.el.p(text("helpers.join.may")),
        rx.el.button(
            icon("tablet"),
            text("helpers.join.send"),
            type="submit",
            class_name="button button-main wide",
        ),
        method="post",
        class_name="stack",
    )
