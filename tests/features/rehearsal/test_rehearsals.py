"""A rehearsal stands beside its evening, in no list of it, and one tap clears it."""

from datetime import timedelta

import pytest

from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.rehearsal import rehearsals
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import admission, steering
from tests.casting import new_facilitator
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    made = open_room()
    made.gather()
    made.steer("next")
    return made


def begin(room: Room) -> LiveSession:
    return rehearsals.begin(room.facilitator, room.code, room.now)


def exists(live_session_id: str) -> bool:
    with reading() as db:
        return live_sessions.find(db, live_session_id) is not None


def test_it_has_the_programme_and_the_question_and_nobody_in_it(room: Room):
    copy, real = take(begin(room).id).evening, room.look()
    told = [(step.kind, step.title, step.options) for step in copy.steps]
    assert told == [(step.kind, step.title, step.options) for step in real.steps]
    assert {step.id for step in copy.steps}.isdisjoint(step.id for step in real.steps)
    assert copy.live_session.question == real.live_session.question
    assert copy.live_session.started_at is None
    assert (copy.people, copy.challenges) == ((), ())


def test_it_is_in_no_list_and_its_evening_stays_as_it_was(room: Room):
    before = room.live_session, room.look().people
    rehearsal = begin(room)
    steering.steer(room.facilitator, rehearsal.id, "next", 0, room.now)
    admission.check_in(rehearsal.code, "Noor", "resident", "never", room.now)
    assert [each.id for each in library_evenings.list_for(room.facilitator)] == [
        room.live_session_id
    ]
    assert (room.live_session, room.look().people) == before
    with reading() as db:
        assert [each.id for each, _, _ in live_sessions.everywhere(db)] == [room.live_session_id]


def test_begun_again_also_from_itself_there_is_one(room: Room):
    first = begin(room)
    second = rehearsals.begin(room.facilitator, first.code, room.now)
    assert not exists(first.id)
    assert second.rehearses == room.live_session_id


def test_one_tap_clears_it_while_it_runs_and_leads_back(room: Room):
    rehearsal = begin(room)
    steering.steer(room.facilitator, rehearsal.id, "next", 0, room.now)
    assert rehearsals.clear(room.facilitator, rehearsal.code) == room.code
    assert not exists(rehearsal.id)


def test_the_evening_itself_is_never_cleared(room: Room):
    with pytest.raises(NotFound):
        rehearsals.clear(room.facilitator, room.code)
    assert exists(room.live_session_id)


def test_no_other_library_and_no_stand_in_begins_or_clears_one(room: Room):
    rehearsal, library = begin(room), room.facilitator.library_id
    stand_in = Facilitator("Bea", library, live_session_id=room.live_session_id)
    for other in (new_facilitator("Bea", "De Eik"), stand_in):
        with pytest.raises(NotAllowed):
            rehearsals.begin(other, room.code, room.now)
        with pytest.raises(NotAllowed):
            rehearsals.clear(other, rehearsal.code)


def test_forgotten_ones_are_deleted_half_a_day_later(room: Room):
    rehearsal = begin(room)
    rehearsals.drop_old(room.now + rehearsals.KEPT)
    assert exists(rehearsal.id)
    rehearsals.drop_old(room.now + rehearsals.KEPT + timedelta(seconds=1))
    assert not exists(rehearsal.id)
    assert exists(room.live_session_id)


def test_with_its_evening_it_goes(room: Room):
    rehearsal = begin(room)
    room.steer("close")
    library_evenings.delete(room.facilitator, room.live_session_id)
    rehearsals.drop_old(room.now)
    assert not exists(rehearsal.id)
