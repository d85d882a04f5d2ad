"""Texts that count: one, many and none, in the words of each language."""

import re

import pytest
from babel import Locale

from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.catalogue import MissingText, has_forms, keys, text
from plekberaad_app.platform.i18n.languages import LANGUAGES

COUNTED = {
    "nl": {"a.b.none": "nog niemand", "a.b.one": "{n} persoon", "a.b.other": "{n} mensen"},
    "en": {"a.b.none": "nobody yet", "a.b.one": "{n} person", "a.b.other": "{n} people"},
}
# A plural right behind a number that the text does not choose its form by.
PLURAL_NOUNS = {
    "nl": "mensen|tafels|minuten|rondes|stippen|ideeën|vragen|letters|eigenaren|zalen",
    "en": "people|tables|minutes|rounds|dots|ideas|letters|owners|rooms",
}


@pytest.mark.parametrize(
    ("n", "dutch", "english"),
    [
        (0, "nog niemand", "nobody yet"),
        (1, "1 persoon", "1 person"),
        (2, "2 mensen", "2 people"),
        (21, "21 mensen", "21 people"),
    ],
)
def test_the_number_chooses_the_form(n, dutch, english, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue, "_TEXTS", COUNTED)
    assert text("a.b", n=n) == dutch
    assert text("a.b", "en", n=n) == english


def test_a_text_that_counts_is_not_there_without_a_number(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalogue, "_TEXTS", COUNTED)
    with pytest.raises(MissingText):
        text("a.b")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_may_take_one_for_the_only_singular(lang):
    plural = Locale(lang).plural_form
    assert [n for n in range(200) if plural(n) == "one"] == [1]


@pytest.mark.parametrize("key", sorted(key[:-4] for key in keys() if key.endswith(".one")))
def test_every_text_that_counts_has_all_forms(key: str):
    for lang in LANGUAGES:
        assert has_forms(key)
        assert f"{key}.other" in keys(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_stands_before_a_plural_that_does_not_follow_it(lang):
    counted = re.compile(rf"\{{(\w+)\}} (?:\w+ )?(?:{PLURAL_NOUNS[lang]})\b")
    wrong = {
        key: found.group(0)
        for key in keys(lang)
        if (found := counted.search(text_of(key, lang)))
        and not key.endswith(".other")
        and found.group(1) not in ALWAYS_MORE
    }
    assert wrong == {}


# Limits and totals of which there are always several, and the smaller of two numbers.
ALWAYS_MORE = {"most", "smallest", "base"}


def text_of(key: str, lang) -> str:
    return catalogue._TEXTS[lang][key]
