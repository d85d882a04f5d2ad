"""A text from right to left does not turn the order of what stands beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.direction import isolated

ARABIC = "حديقة (للجميع)."


@pytest.mark.parametrize("written", [ARABIC, "גן", "Het plein: حديقة", "𞤀𞤁"])
def test_what_runs_the_other_way_is_isolated_from_its_neighbours(written: str):
    assert isolated(written) == f"\u2068{written}\u2069"


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_latin_greek_and_cyrillic_stay_as_they_are(written: str):
    assert isolated(written) == written


def test_a_sentence_of_ours_isolates_what_people_wrote_in_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(catalogue._TEXTS["nl"], "test.sentence", "Wens van {name}, {n} keer")
    assert text("test.sentence", name=ARABIC, n=3) == f"Wens van \u2068{ARABIC}\u2069, 3 keer"
    assert text("test.sentence", name="Samira", n=3) == "Wens van Samira, 3 keer"
