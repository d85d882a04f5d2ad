"""What is said when a step's options are stored: a warning when they may lead to a person."""

import pytest

from plekberaad_app.room.option_forms import stored_key


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ({"choices": "Bankje\nFeest op Plein 1940"}, "preparing.done.stored"),
        ({"choices": "Bankje\nBel Sam: 06-12345678"}, "preparing.done.warn.phone"),
        ({"text": "Mail naar bieb@linde.nl"}, "preparing.done.warn.email"),
        ({"rounds": 2, "choices": None}, "preparing.done.stored"),
        (None, "preparing.done.stored"),
    ],
)
def test_a_vote_with_a_phone_number_in_it_is_stored_with_a_warning(form, key):
    assert stored_key(form) == key
