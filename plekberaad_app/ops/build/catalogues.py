"""Writes the texts that browsers need: for each part of the pages, and in each language.

What they become of it stands in assets/browser/words.js. The bundler gives each file a name that
changes with what is in it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Unpack

from reflex_base.plugins import Plugin
from reflex_base.plugins.base import PreCompileContext

from plekberaad_app.features.discovery import untranslated
from plekberaad_app.platform.i18n.catalogue import forms_of, text
from plekberaad_app.platform.i18n.languages import FIRST, LANGUAGES, Language
from plekberaad_app.ui.texts import FOLDER, is_late, needed, parts

WORDS_JS = "$/public/browser/words.js"


class Catalogues(Plugin):
    """Writes the texts on every build, when all pages are drawn."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """What it writes is made after the pages."""
        context["add_save_task"](lambda: list(files()))


def files() -> Iterator[tuple[str, str]]:
    """All files with their JavaScript."""
    yield f"{FOLDER}/languages.js", languages()
    for part in parts():
        yield f"{FOLDER}/{part}.js", entrance(part)
        for language in LANGUAGES if is_late(part) else _others():
            code = f"export default {_json(texts(part, language))};\n"
            yield f"{FOLDER}/{language}_{part}.js", code


def languages() -> str:
    """What phones speak, which of it first, and which pages that alone."""
    spoken = {code: asdict(language) for code, language in LANGUAGES.items()}
    told = {"FIRST": FIRST, "LANGUAGES": spoken, "UNTRANSLATED": untranslated()}
    return "".join(f"export const {name} = {_json(value)};\n" for name, value in told.items())


def entrance(part: str) -> str:
    """The texts of a part in the first language, and where the others are."""
    if is_late(part):
        added = f"addLater({_fetched(part, list(LANGUAGES))});"
    else:
        added = f"add({_json(texts(part, FIRST))}, {_fetched(part, _others())});"
    name = added.partition("(")[0]
    return f'import {{ {name} }} from "{WORDS_JS}";\n{added}\n'


def texts(part: str, language: Language) -> dict[str, str]:
    """The texts of a part, with all the forms that a language has for what counts."""
    return {
        form: text(form, language)
        for key in sorted(needed(part))
        for form in forms_of(key, language)
    }


def _others() -> list[Language]:
    return [language for language in LANGUAGES if language != FIRST]


def _fetched(part: str, languages: list[Language]) -> str:
    """JavaScript that fetches a part in each of these."""
    imports = (f'{language}: () => import("./{language}_{part}.js")' for language in languages)
    return f"{{ {', '.join(imports)} }}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
