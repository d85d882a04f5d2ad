"""Texts on a screen: a page holds their keys, and the browser says them in its own language."""

from typing import Any

import reflex as rx
from reflex_base.vars import VarData

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.texts import need, need_all

_FILE = browser_file("language.jsx")
_SAY = VarData(imports={_FILE: [rx.ImportVar(tag="useSay")]}, hooks={"const say = useSay();": None})


def words(key: str, /, **values: Any) -> rx.Var[str]:
    """The text under `key`; values may be Vars. Raises MissingText while the page is built."""
    need(key)
    return _said(rx.Var.create(key), values)


def words_of(stem: str, number: Any) -> rx.Var[str]:
    """The text under `<stem>.<number>`, of which there are several."""
    need_all(f"{stem}.")
    return _said(rx.Var.create(f"{stem}.{rx.Var.create(number)}"), {})


def own_words(kind: Any, key: str, /, **values: Any) -> rx.Var[str]:
    """The text under `key`, or what the activity of this kind says in its place (`own_key`).

    An activity's own comes with its panel.
    """
    need(key)
    own = rx.Var.create(f"{kind}.{key.partition('.')[2]}")
    return _call("say.own", own, rx.Var.create(key), values=values)


def spoken(sentence: Any) -> rx.Var[str]:
    """What a server has a screen say: the words of a Say, '' for none."""
    return _said(sentence, {})


def _said(said: rx.Var[Any], values: dict[str, Any]) -> rx.Var[str]:
    return _call("say", said, values=values)


def _call(name: str, *said: rx.Var[Any], values: dict[str, Any]) -> rx.Var[str]:
    given = {name: rx.Var.create(value) for name, value in values.items()}
    told = [each._get_all_var_data() for each in (*said, *given.values())]
    listed = ", ".join(f"{key}: {value!s}" for key, value in given.items())
    handed = [*map(str, said), *([f"{{ {listed} }}"] if listed else [])]
    call = f"{name}({', '.join(handed)})"
    return rx.Var(call, _var_type=str, _var_data=VarData.merge(_SAY, *told)).to(str)


def language() -> rx.Var[str]:
    """The code of the language that this browser speaks."""
    data = VarData(
        imports={_FILE: [rx.ImportVar(tag="useLanguage")]},
        hooks={"const language = useLanguage();": None},
    )
    return rx.Var("language", _var_type=str, _var_data=data).to(str)


class Sentence(rx.Component):
    """A text with names in it, each an element of its own."""

    library = _FILE
    tag = "Sentence"

    said: rx.Var[str]
    names: rx.Var[dict[str, Any]]

    @classmethod
    def of(cls, key: str, names: dict[str, Any]) -> rx.Component:
        """The text under `key`; raises MissingText while the page is built."""
        need(key)
        return cls.create(said=key, names=names)


class LanguageSwitch(rx.Component):
    """The way to another language, told in that language itself."""

    library = _FILE
    tag = "LanguageSwitch"

    label: rx.Var[str]


def language_switch() -> rx.Component:
    """A button where there is one other language; a list where there are more."""
    return LanguageSwitch.create(label=words("browser.language"))
