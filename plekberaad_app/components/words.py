"""Texts on the phone in the language its owner chose; the choice is made in the browser alone."""

from functools import cache
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from plekberaad_app.components.browser import browser_file
from plekberaad_app.i18n.catalogue import phrase, text

_LANGUAGE_FILE = browser_file("language.jsx")


@cache
def speaks_english() -> rx.Var[bool]:
    """Whether this browser was switched to English."""
    data = VarData(
        imports={_LANGUAGE_FILE: [rx.ImportVar(tag="useLanguage")]},
        hooks={"const language = useLanguage();": None},
    )
    return rx.Var("(language === 'en')", _var_type=bool, _var_data=data).to(bool)


def either(dutch: rx.Var[str] | str, english: rx.Var[str] | str) -> rx.Var[str]:
    """The one of two texts that fits the chosen language."""
    return rx.cond(speaks_english(), english, dutch).to(str)


def words(key: str, /, **values: Any) -> rx.Var[str]:
    """The text under `key`; values may be Vars. Raises MissingText while the page is built."""
    both = phrase(key)
    return either(_filled(both.nl, values), _filled(both.en, values))


def filled(key: str, /, **values: Any) -> rx.Var[str]:
    """The Dutch text under `key` with Vars in it: for tablet and projector."""
    return _filled(text(key), values)


def _filled(template: str, values: dict[str, Any]) -> rx.Var[str]:
    return rx.Var.create(template.format(**values) if values else template).to(str)


class LanguageSwitch(rx.Component):
    """The button that changes the language; what it says is in the other language."""

    library = browser_file("language.jsx")
    tag = "LanguageSwitch"

    labels: rx.Var[dict[str, str]]


def language_switch() -> rx.Component:
    """A button 'English' or 'Nederlands'."""
    names = phrase("browser.language")
    return LanguageSwitch.create(labels={"nl": names.nl, "en": names.en})
