"""Texts that count: one, many and none, in the words of each language."""

import pytest
from babel import Locale

from plekberaad_app.i18n import catalogue
from plekberaad_app.i18n.catalogue import LANGUAGES, MissingText, text

COUNTED = {
    "nl": {"a.b.none": "nog niemand", "a.b.one": "{n} persoon", "a.b.other": "{n} mensen"},
    "en": {"a.b.none": "nobody yet", "a.b.one": "{n} person", "a.b.other": "{n} people"},
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
