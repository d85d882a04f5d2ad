"""Texts on the phone in the language its owner chose; the choice is made entirely in the
browser."""

from functools import cache
from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from plekberaad_app.platform.i18n.catalogue import Language, has_forms, keys, phrase, text
from plekberaad_app.ui.browser import browser_file

_LANGUAGE_FILE = browser_file("language.jsx")
_ISOLATED = VarData(imports={browser_file("own_text.js"): [rx.ImportVar(tag="isolated")]})


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
    return either(_said(key, "nl", values), _said(key, "en", values))


def filled(key: str, /, **values: Any) -> rx.Var[str]:
    """The Dutch text under `key` with Vars in it: for tablet and projector."""
    return _said(key, "nl", values)


def _said(key: str, lang: Language, values: dict[str, Any]) -> rx.Var[str]:
    """The text with its values; where it counts `n`, the browser chooses the form."""
    if not has_forms(key):
        return _filled(text(key, lang), values)
    n = rx.Var.create(values["n"]).to(int)
    # In both languages everything but one is plural (tests/platform/i18n/test_plurals.py).
    one, other = (_filled(text(f"{key}.{form}", lang), values) for form in ("one", "other"))
    said = rx.cond(n == 1, one, other)
    if f"{key}.none" in keys(lang):
        said = rx.cond(n == 0, _filled(text(f"{key}.none", lang), values), said)
    return said.to(str)


def _filled(template: str, values: dict[str, Any]) -> rx.Var[str]:
    shown = {name: _isolated(value) for name, value in values.items()}
    return rx.Var.create(template.format(**shown) if values else template).to(str)


def _isolated(value: Any) -> Any:
    """What people wrote shares a line with our words, and may run the other way."""
    if not isinstance(value, rx.vars.StringVar):
        return value
    data = VarData.merge(value._get_all_var_data(), _ISOLATED)
    return rx.Var(f"isolated({value!s})", _var_type=str, _var_data=data).to(str)


class LanguageSwitch(rx.Component):
    """The button that changes the language; what it says is in the other language."""

    library = browser_file("language.jsx")
    tag = "LanguageSwitch"

    labels: rx.Var[dict[str, str]]


def language_switch() -> rx.Component:
    """A button 'English' or 'Nederlands'."""
    names = phrase("browser.language")
    return LanguageSwitch.create(labels={"nl": names.nl, "en": names.en})
