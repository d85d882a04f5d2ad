"""Join codes survive how people write, and nothing else passes for one."""

import random
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.join_codes import ALPHABET, LENGTH, display, found_in, new_code, normalise

codes = st.integers(0, 10**9).map(lambda seed: new_code(random.Random(seed)))


@given(codes)
def test_a_new_code_has_six_characters_of_the_alphabet(code: str):
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)


@given(codes)
def test_a_new_code_never_has_three_letters_in_a_row(code: str):
    assert not re.search("[A-Z]{3}", code)


@pytest.mark.parametrize("look_alikes", ["0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"])
def test_of_look_alikes_at_most_one_is_in_the_alphabet(look_alikes: str):
    assert len(set(look_alikes) & set(ALPHABET)) <= 1


def test_the_alphabet_has_no_vowels_and_no_character_twice():
    assert not set("AEIOUY") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_the_same_random_source_gives_the_same_code():
    assert new_code(random.Random(7)) == new_code(random.Random(7))


def test_a_thousand_codes_hardly_ever_coincide():
    rng = random.Random(1)
    assert len({new_code(rng) for _ in range(1000)}) >= 999


def test_a_code_is_shown_in_two_halves():
    assert display("K7M3XP") == "K7M 3XP"


@given(codes)
def test_what_is_shown_can_be_typed_back(code: str):
    assert normalise(display(code)) == code


@given(codes, st.sampled_from([" ", "-", "–", "\t", "\u00a0", "."]))
def test_case_spaces_and_dashes_do_not_matter(code: str, separator: str):
    assert normalise(separator.join(f" {code.lower()} ")) == code


@pytest.mark.parametrize(
    "typed", ["k7m3xp", "K7M 3XP", " k7m-3xp ", "K7M–3XP", "k 7 m 3 x p", "Ｋ７Ｍ３ＸＰ"]
)
def test_ways_to_write_one_code(typed: str):
    assert normalise(typed) == "K7M3XP"


def test_a_letter_read_for_a_digit_is_understood():
    assert normalise("zsgbkk") == "2568KK"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "K7M3X",
        "K7M3XPP",
        "K7M3X0",
        "K7M3XÉ",
        "K7M3X\x00",
        "K7M3X٣",
        "<b>K7M3XP</b>",
        "\u202eK7M3XP",
        "😀" * 6,
        "K7M3XP" + " " * 35,
        "K" * 100_000,
    ],
)
def test_what_cannot_be_a_code_is_refused(typed: str):
    with pytest.raises(BadInput) as refusal:
        normalise(typed)
    assert refusal.value.code == "code_unreadable"


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_is_refused(typed: str):
    try:
        code = normalise(typed)
    except BadInput:
        return
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        "K7M3XP",
        " k7m 3xp ",
        "(K7M 3XP)",
        "‘K7M3XP’.",
        "https://plek.example/m/K7M3XP",
        "plek.example/m/k7m3xp",
        "http://192.168.1.20:8000/d/K7M3XP/",
        "https://plek.example/d/K7M3XP?fout=name_too_long#naam=Sam",
    ],
)
def test_a_code_is_found_in_what_was_pasted(typed: str):
    assert found_in(typed) == "K7M3XP"


@pytest.mark.parametrize(
    "typed",
    ["", "()", "https://plek.example/", "K7M3XP.example/m/", "<b>K7M3XP</b>", "/" * 401, "hallo"],
)
def test_where_no_code_is_none_is_found(typed: str):
    with pytest.raises(BadInput, match="code_unreadable"):
        found_in(typed)


@given(st.text(max_size=60), codes)
def test_any_text_holds_a_code_or_is_refused_and_an_address_holds_its_own(typed: str, code: str):
    with suppress(BadInput):
        assert set(found_in(typed)) <= set(ALPHABET)
    assert found_in(f"https://plek.example/m/{code}") == code
