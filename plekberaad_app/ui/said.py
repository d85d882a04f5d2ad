"""What people said themselves, among our own text: in a language that we do not know."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.words import Sentence


def said(words: Any, element: Callable[..., Any] = rx.el.p, **props: Any) -> rx.Component:
    """People's words, which are not in the language of the page; a browser may translate them."""
    return element(words, lang="", **props)


def named(name: Any, element: Callable[..., Any] = rx.el.span, **props: Any) -> rx.Component:
    """A name, or a code: a browser's translator leaves it alone."""
    return element(name, lang="", translate="no", **props)


def fact(sign: str, words: Any) -> rx.Component:
    """One line of people's words, beside the pictogram that says what it is about."""
    return rx.el.p(icon(sign), said(words, rx.el.span), class_name="icon-line")


def words_with_names(key: str, /, **names: Any) -> rx.Component:
    """The text under `key` in the language of the phone; the values in it are names."""
    return Sentence.of(key, names)
