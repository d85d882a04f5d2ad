"""What covers every page instead of the framework's own: connection, and a page that failed."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.fields import PostForm
from plekberaad_app.ui.telling import Announcer
from plekberaad_app.ui.texts import OVER_ALL, Texts
from plekberaad_app.ui.words import words

Wrap = Callable[[bool], rx.Component | None]


class ConnectionNotice(rx.Component):
    """One calm sentence when the server stops for a moment or the connection stays away."""

    library = browser_file("connection.jsx")
    tag = "ConnectionNotice"

    words: rx.Var[dict[str, Any]]


class FormSentences(rx.Component):
    """Says under a field, in our own words, what is missing; the browser's own messages stay
    hidden."""

    library = browser_file("form_sentences.jsx")
    tag = "FormSentences"

    words: rx.Var[dict[str, Any]]


_LACKS = ("missing", "choose", "file", "short", "least", "most", "number", "wrong")


def form_sentences() -> rx.Component:
    """For all forms of a page."""
    return FormSentences.create(words={name: words(f"browser.form.{name}") for name in _LACKS})


def connection_notice() -> rx.Component:
    """The notice; it says that what was typed is kept."""
    said = ("away", "restarting", "blocked")
    told = {name: words(f"browser.{name}") for name in said}
    return ConnectionNotice.create(words=told | {"test": words("network.to")})


def app_wraps() -> dict[tuple[int, str], Wrap]:
    """For `rx.App(app_wraps=app_wraps(), toaster=None)`."""
    return {
        (55, "ErrorBoundary"): lambda _: failsafe(),
        # A fragment, because the framework puts the page itself below what is here.
        (5, "Overlay"): lambda is_stateful: rx.fragment(
            Texts.of(OVER_ALL),
            Announcer.create(),
            form_sentences(),
            connection_notice() if is_stateful else rx.fragment(),
        ),
    }


def failsafe(*children: Any) -> rx.Component:
    """Shows our own text when something inside cannot be drawn.

    Every shell has one: the router catches a page's errors before the app's own boundary can.
    """
    return ErrorBoundary.create(*children, fallback_render=rx.Var.create(_failed()))


def _failed() -> rx.Component:
    return rx.el.main(
        rx.el.h1(words("browser.failed.title"), class_name="title"),
        rx.el.p(words("browser.failed.advice")),
        # A plain form reloads the page; a link would stay within what failed.
        PostForm.create(
            rx.el.button(words("browser.failed.again"), class_name="button button-main"),
            method="get",
        ),
        class_name="start stack failed",
    )
