"""What is said when a step's options are stored: a warning when they may lead to a person."""

from typing import Any

import pytest

from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.room.option_forms import change_options, stored_key
from tests.casting import own_settings, quick_hashes
from tests.rooms import Room, open_room

__all__ = ["own_settings", "quick_hashes"]


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


def rounds(room: Room) -> int:
    return next(step for step in room.look().steps if step.kind == "carousel").options["rounds"]


@pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
def test_one_option_is_changed_and_the_others_stay_until_the_step_begins():
    room = open_room()
    room.fill(6)
    room.seat(1)
    room.bring_challenges(per_table=1)
    change_options(room.facilitator, room.live_session_id, "carousel", {"rounds": 1})
    assert rounds(room) == 1
    wrong: list[Any] = [None, "rounds", [1], {"rounds": "1"}, {"rounds": None}, {"mode": {}}]
    for options in wrong:
        with pytest.raises(BadInput):
            change_options(room.facilitator, room.live_session_id, "carousel", options)
    room.go_to("carousel", "explain")
    with pytest.raises(NotAllowed, match="step_begun"):
        change_options(room.facilitator, room.live_session_id, "carousel", {"rounds": 2})
    assert rounds(room) == 1
