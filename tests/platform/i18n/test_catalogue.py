"""The catalogue is whole: two languages say the same, and every key in the code has a text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.core.programme import Step
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.catalogue import (
    DoubleText,
    MissingText,
    in_words,
    read_topics,
    text,
)
from plekberaad_app.platform.i18n.languages import Language

SOURCE = Path(catalogue.__file__).parents[2]
READERS = {"text", "words", "words_with_names", "Say"}
# SQLAlchemy has a function `text` as well, for statements.
KEY = re.compile(r"[a-z0-9_.]+\*?$")
REFUSALS = {"Obstacle", "DomainError", "NotAllowed", "BadInput", "NotFound", "StaleCommand"}


def test_dutch_and_english_have_the_same_keys():
    assert catalogue.keys("nl") == catalogue.keys("en")


@pytest.mark.parametrize("key", sorted(catalogue.keys("nl")))
def test_both_languages_ask_for_the_same_values(key: str):
    assert placeholders(text(key, "nl")) == placeholders(text(key, "en"))
    assert text(key, "nl").strip()
    assert text(key, "en").strip()


def test_every_key_in_the_code_has_a_text():
    missing = [f"{where}: {key}" for where, key in used_keys() if not stands(key)]
    assert not missing


def test_values_fill_the_placeholders(monkeypatch: pytest.MonkeyPatch):
    texts = {"nl": {"a.b": "tafel {n}", "a.c": "tafel"}, "en": {"a.b": "table {n}"}}
    monkeypatch.setattr(catalogue, "_TEXTS", texts)
    assert in_words(Say("a.b", {"n": 3})) == "tafel 3"
    assert in_words(Say("a.b", {"n": 3}), "en") == "table 3"
    assert in_words(Say(), "en") == ""


def test_where_a_language_lacks_a_text_the_first_speaks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue, "_TEXTS", {"nl": {"a.c": "tafel"}, "en": {}})
    assert text("a.c", "en") == "tafel"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", activities())
def test_an_activity_and_each_of_its_phases_has_a_title(kind: str, lang: Language):
    stops = activity_of(kind).stops(Step("a-step", kind, ""))
    titles = {f"{kind}.title", *(f"{kind}.phase.{stop.phase}" for stop in stops)}
    assert titles <= catalogue.keys(lang)


def test_an_unknown_key_raises():
    with pytest.raises(MissingText):
        text("no.such.key")


def test_a_key_in_two_topics_is_refused(tmp_path: Path):
    for topic in ("one", "two"):
        (tmp_path / f"{topic}.po").write_text('msgid "same.key"\nmsgstr "x"\n', encoding="utf-8")
    with pytest.raises(DoubleText, match=r"same\.key"):
        read_topics(tmp_path.glob("*.po"))


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def stands(key: str) -> bool:
    """A key that ends in '*' was made with an f-string: some key must begin like it."""
    known = catalogue.keys()
    if key.endswith("*"):
        return any(k.startswith(key[:-1]) for k in known)
    return key in known or {f"{key}.one", f"{key}.other"} <= known


def used_keys() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for call in calls(path):
            if key := key_of(call):
                yield f"{path.relative_to(SOURCE)}:{call.lineno}", key


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)


def key_of(call: ast.Call) -> str | None:
    name = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
    if name in READERS and KEY.match(key := written(call.args[0]) or ""):
        return key
    if name in REFUSALS and (code := written(call.args[0])):
        return f"error.{code}"
    return None


def written(argument: ast.expr) -> str | None:
    """The string as it stands in the code; an f-string up to its first hole, with '*'."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr):
        first = argument.values[0]
        return f"{first.value}*" if isinstance(first, ast.Constant) else None
    return None


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("phone.mine.title", "wall.mine.title"),
        ("phone.mine.at_home", "wall.mine.at_home"),
        ("phone.mine.save", "phone.mine.save"),
    ],
)
def test_an_activity_says_some_things_in_words_of_its_own(key: str, own: str):
    assert catalogue.own_key("wall", key) == own


def test_a_text_that_an_activity_says_in_its_own_words_fits_the_same_values():
    own = [
        (key, f"{screen}.{key.partition('.')[2]}")
        for kind in activities()
        for key in catalogue.keys("nl")
        for screen in ("phone", "tablet", "keepsake")
        if key.startswith(f"{kind}.")
    ]
    both = [(key, over) for key, over in own if over in catalogue.keys("nl")]
    assert ("wall.mine.title", "phone.mine.title") in both
    assert all(placeholders(text(key)) == placeholders(text(over)) for key, over in both)
