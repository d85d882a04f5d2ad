"""Nothing on its way to a screen carries a text in two languages: it carries a key."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plekberaad_app.core.say import Say
from plekberaad_app.features.discovery import Declared, pages
from plekberaad_app.platform.feature import Page
from plekberaad_app.platform.i18n.catalogue import keys, text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.room.views.common import StageView
from plekberaad_app.room.views.phone import RefusalView

PACKAGE = ROOT / "plekberaad_app"
SOURCES = [
    *sorted(PACKAGE.rglob("*.py")),
    *sorted(path for path in (ROOT / "assets" / "browser").iterdir() if path.is_file()),
]
CODES = "|".join(LANGUAGES)
# A field, an argument, an attribute or a key that is named after a language.
PAIRS = re.compile(
    rf"\w_(?:{CODES})\b(?=\s*[:=,)])|(?<=[\w)\]])\.(?:{CODES})\b(?!\w)|\b(?:{CODES})="
)
# Typer's word for a new line.
NO_LANGUAGE = ("nl=False",)
IN_SEVERAL = [
    (declared, page)
    for declared, page in pages()
    if page.is_translated or page.address == "/meekijken/[code]"
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_names_a_text_after_its_language(path: Path):
    lines = path.read_text("utf-8").splitlines()
    found = [
        line.strip()
        for line in lines
        if PAIRS.search(line) and not any(word in line for word in NO_LANGUAGE)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("declared", "page"), IN_SEVERAL, ids=[page.address for _, page in IN_SEVERAL]
)
def test_a_page_that_speaks_several_languages_holds_a_text_of_none(declared: Declared, page: Page):
    draw = declared.load(page.draw)
    code = "\n".join(strings(draw().render()))
    said = {
        f"{language}: {key}"
        for language in LANGUAGES
        for key in keys(language)
        if is_a_sentence(text(key, language)) and text(key, language) in code
    }
    assert said == set()


@pytest.mark.parametrize("view", [StageView(), RefusalView()], ids=lambda view: type(view).__name__)
def test_what_a_phone_says_is_sent_as_a_key(view: Any):
    sent = dataclasses.asdict(view)
    said = [field.name for field in dataclasses.fields(view) if field.type is Say]
    assert said
    assert all(sent[name] == {"key": "", "values": {}} for name in said)


def is_a_sentence(said: str) -> bool:
    """Two words or more: a single one may be anything in code."""
    return " " in said.strip() and "{" not in said


def strings(rendered: Any) -> Iterator[str]:
    """All code in what the framework makes of a component."""
    if isinstance(rendered, dict):
        rendered = list(rendered.values())
    if isinstance(rendered, list | tuple):
        for part in rendered:
            yield from strings(part)
    else:
        yield str(rendered)
