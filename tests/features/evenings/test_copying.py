"""A copy of an evening has what it is about and its programme, and nobody in it."""

import pytest

from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import Status
from plekberaad_app.features.evenings import copying
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import programme_edits
from tests.casting import new_facilitator
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    made = open_room()
    made.gather()
    return made


def test_it_has_the_programme_title_place_and_question_and_no_date_or_people(room: Room):
    room.steer("next")
    real = room.look()
    copy = take(copying.copy(room.facilitator, room.code, room.now).id).evening
    one, other = real.live_session, copy.live_session
    assert (other.title, other.place, other.question) == (one.title, one.place, one.question)
    assert other.minutes_available == one.minutes_available
    assert (other.starts_at, other.status, other.rehearses) == (None, Status.LOBBY, "")
    assert other.code != one.code
    told = [(step.kind, step.title, step.options) for step in copy.steps]
    assert told == [(step.kind, step.title, step.options) for step in real.steps]
    assert (copy.people, copy.challenges, [step.plan for step in copy.steps]) == (
        (),
        (),
        [{}] * len(copy.steps),
    )


def test_another_programme_changes_neither(room: Room):
    copy = copying.copy(room.facilitator, room.code, room.now)
    before = room.look().steps
    programme_edits.add_step(room.facilitator, copy.id, "welcome", "Nog een")
    assert room.look().steps == before


def test_no_other_library_and_no_stand_in_copies_it(room: Room):
    stand_in = Facilitator("Bea", room.facilitator.library_id, live_session_id=room.live_session_id)
    for other in (new_facilitator("Bea", "De Eik"), stand_in):
        with pytest.raises(NotAllowed):
            copying.copy(other, room.code, room.now)
    with pytest.raises(NotFound, match="code_unknown"):
        copying.copy(room.facilitator, "W4R9TC", room.now)
