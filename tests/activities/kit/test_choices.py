"""Choices that a facilitator types: cleaned, each once, and not too many."""

import pytest

from plekberaad_app.activities.kit.choices import ask_choices, numbered, typed_choices
from plekberaad_app.core.errors import BadInput


def test_each_choice_stands_there_once_and_without_empty_lines():
    typed = ["Een bank", "", "  ", " Een  boom ", "Een bank"]
    assert typed_choices(typed, "poll", most=3, longest=80) == ["Een bank", "Een boom"]


def test_one_more_than_there_may_be_is_refused_with_the_limit():
    assert len(typed_choices("abc", "poll", most=3, longest=80)) == 3
    with pytest.raises(BadInput, match=r"poll\.too_many_choices") as refused:
        typed_choices("abcd", "poll", most=3, longest=80)
    assert refused.value.values == {"most": 3, "n": 4}


def test_a_choice_is_not_longer_than_it_may_be():
    assert typed_choices(["x" * 80], "poll", most=3, longest=80) == ["x" * 80]
    with pytest.raises(BadInput):
        typed_choices(["x" * 81], "poll", most=3, longest=80)


def test_a_choice_is_known_by_its_place():
    assert numbered(["Een bank", "Een boom"]) == {"choice-1": "Een bank", "choice-2": "Een boom"}


def test_what_stands_already_is_filled_in_for_who_types_the_rest():
    ask = ask_choices("voting", ["Een bank", "Een boom"], most=30, longest=120)
    assert (ask.given, ask.most, ask.label.values) == ("Een bank\nEen boom\n", 30, {"most": 30})
