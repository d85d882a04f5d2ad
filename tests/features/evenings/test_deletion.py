"""A deleted evening is gone everywhere at once, can be restored for a day, and then is no more."""

from datetime import timedelta

import pytest

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.retention import KEEP_DELETED, KEEP_NAMES
from plekberaad_app.features.evenings import deletion, library_evenings
from plekberaad_app.features.rehearsal import rehearsals
from plekberaad_app.features.retention import tidying
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform import logins
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.database.tables import LiveSessionRow
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import admission, programmes, takeover_pin
from plekberaad_app.room.join_code import free_code
from tests.casting import new_facilitator
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    made = open_room()
    made.gather()
    return made


def delete(room: Room) -> None:
    deletion.mark_deleted(room.facilitator, room.code, room.now)


def is_stored(live_session_id: str) -> bool:
    with reading() as db:
        return db.get(LiveSessionRow, live_session_id, populate_existing=True) is not None


def test_its_code_is_unknown_and_it_is_in_no_list(room: Room):
    delete(room)
    attempts = (
        lambda: programmes.programme(room.facilitator, room.code),
        lambda: admission.check_in(room.code, "Noor", "", "", room.now),
        lambda: room.steer("next"),
        lambda: take(room.live_session_id),
        lambda: delete(room),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert library_evenings.list_for(room.facilitator) == []
    with reading() as db:
        assert live_sessions.everywhere(db) == []


def test_it_is_restored_as_it_was(room: Room):
    before = room.look()
    delete(room)
    ((found, until),) = deletion.restorable(room.facilitator)
    assert (found.code, until) == (room.code, room.now + KEEP_DELETED)
    deletion.restore(room.facilitator, room.code)
    after = room.look()
    assert (after.steps, after.people, after.challenges) == (
        before.steps,
        before.people,
        before.challenges,
    )
    assert after.live_session.version > before.live_session.version
    assert deletion.restorable(room.facilitator) == []
    deletion.restore(room.facilitator, room.code)
    assert room.look().live_session == after.live_session


def test_after_a_day_it_is_really_gone(room: Room):
    delete(room)
    deletion.drop_deleted(room.now + KEEP_DELETED - timedelta(microseconds=1))
    assert is_stored(room.live_session_id)
    deletion.drop_deleted(room.now + KEEP_DELETED)
    assert not is_stored(room.live_session_id)
    deletion.drop_deleted(room.now + KEEP_DELETED)


def test_what_was_not_deleted_or_was_restored_stays(room: Room):
    delete(room)
    deletion.restore(room.facilitator, room.code)
    deletion.drop_deleted(room.now + 10 * KEEP_DELETED)
    assert is_stored(room.live_session_id)


def test_while_it_runs_it_is_not_deleted(room: Room):
    room.steer("next")
    with pytest.raises(NotAllowed, match="evening_running"):
        delete(room)
    assert room.look().people


def test_its_rehearsals_and_stand_ins_go_at_once(room: Room):
    rehearsal = rehearsals.begin(room.facilitator, room.code, room.now)
    pin = takeover_pin.make_takeover_pin(room.facilitator, room.live_session_id, room.now)
    helper = takeover_pin.take_over(room.code, pin, room.now)
    delete(room)
    assert not is_stored(rehearsal.id)
    assert logins.who_steers(helper, room.now) is None


def test_no_other_library_and_no_stand_in_deletes_or_restores_it(room: Room):
    stand_in = Facilitator("Bea", room.facilitator.library_id, live_session_id=room.live_session_id)
    others = (new_facilitator("Bea", "De Eik"), stand_in)
    for other in others:
        with pytest.raises(NotAllowed):
            deletion.mark_deleted(other, room.code, room.now)
    delete(room)
    for other in others:
        with pytest.raises(NotAllowed):
            deletion.restore(other, room.code)
    assert deletion.restorable(others[0]) == []


def test_its_code_is_given_to_no_other_evening(room: Room, monkeypatch):
    delete(room)
    offers = iter([room.code, "W4R9TC"])
    monkeypatch.setattr(join_codes, "new_code", lambda _rng: next(offers))
    with transaction() as db:
        assert free_code(db) == "W4R9TC"


def test_names_are_forgotten_in_time_also_while_it_can_be_restored(room: Room):
    room.steer("close")
    deletion.mark_deleted(room.facilitator, room.code, room.now + timedelta(hours=23))
    tidying.tidy(room.now + KEEP_NAMES + timedelta(minutes=1))
    deletion.restore(room.facilitator, room.code)
    assert {person.name for person in room.look().people} == {""}


def test_an_open_evening_that_was_deleted_is_not_ended_by_itself(room: Room):
    delete(room)
    assert tidying.end_untended(room.now + timedelta(days=3)) == 0
