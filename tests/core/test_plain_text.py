"""What people write is kept as plain text, or refused with a code that says why."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.plain_text import clean, clean_line

FAMILY = "👨‍👩‍👧‍👦"


def refusal(text: str, most: int = 280) -> BadInput:
    with pytest.raises(BadInput) as refused:
        clean(text, most)
    return refused.value


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n\t", "\x00\x00", "\u200b\u200f\ufeff", "\u3164", "\u0301"]
)
def test_a_text_without_anything_to_see_is_empty(text: str):
    assert refusal(text).code == "text_empty"


def test_280_characters_fit_and_281_do_not():
    assert clean("a" * 280, 280) == "a" * 280
    error = refusal("a" * 281)
    assert (error.code, error.values) == ("text_too_long", {"most": 280, "length": 281})


def test_a_family_counts_as_one_character():
    assert clean(FAMILY * 280, 280) == FAMILY * 280
    assert refusal(FAMILY * 281).values["length"] == 281


def test_letters_with_an_accent_count_once_and_are_stored_composed():
    assert clean("e\u0301" * 280, 280) == "é" * 280


def test_a_hundred_kilobytes_is_too_long():
    assert refusal("x" * 100_000).code == "text_too_long"
    assert refusal("é" * 100_000).code == "text_too_long"
    assert refusal("e" + "\u0301" * 100_000).code == "text_too_long"


def test_markup_stays_the_text_that_was_typed():
    assert clean("<script>alert('x')</script> & <b>", 280) == "<script>alert('x')</script> & <b>"


def test_right_to_left_text_stays_but_cannot_turn_the_text_around_it():
    assert clean("مكتبة الحي", 280) == "مكتبة الحي"
    assert clean("links \u202eomgekeerd\u202c \u2066eiland\u2069", 280) == "links omgekeerd eiland"


def test_control_characters_are_dropped_and_the_rest_is_kept():
    assert clean("ba\x00nk\x07 \x1b[31mrood", 280) == "bank [31mrood"
    assert clean("half \ud800 teken", 280) == "half teken"


def test_eight_marks_on_a_letter_are_read_and_nine_are_not():
    assert clean("a" + "\u0330" * 8, 280)
    assert refusal("a" + "\u0330" * 9).code == "text_unreadable"


def test_an_endless_chain_that_counts_as_one_character_is_not_readable():
    assert refusal("\u200d".join(["👩"] * 200)).code == "text_unreadable"


def test_surplus_white_space_goes_and_one_blank_line_may_stay():
    assert (
        clean("  een   bank \r\n\r\n\r\n\n bij  de\tvijver \n", 280) == "een bank\n\nbij de vijver"
    )


def test_a_line_has_no_line_ends():
    assert clean_line("een\nbank\u2028erbij", 280) == "een bank erbij"


TRICKY = st.sampled_from(
    "a e\u0301\u0330\u0344\u1100\u1161\u200d👩👍🏽\ufe0f🇳🇱\n\t\x00\u202e\u0958"
)


@given(st.text(max_size=400) | st.text(TRICKY, max_size=60))
def test_whatever_comes_in_what_goes_out_is_clean_and_stays_as_it_is(text: str):
    try:
        cleaned = clean(text, 280)
    except BadInput:
        return
    assert clean(cleaned, 280) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in cleaned if char != "\n")
    cleaned.encode()
