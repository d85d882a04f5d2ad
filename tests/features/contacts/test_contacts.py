"""Who wants to hear more is kept apart, for the library alone, with consent and for a while."""

from datetime import timedelta

import pytest

from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.programme import Step
from plekberaad_app.core.retention import KEEP_CONTACTS
from plekberaad_app.features.contacts import contacts
from plekberaad_app.features.contacts.contacts import Details
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.report import report
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform.database import erasures
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, Visitor
from plekberaad_app.room import erasure
from tests.casting import NOW, new_facilitator
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")

QUESTION = "Wat mag er op het plein?"
ASKING = Step("ask", "wall", "Muur", {"question": QUESTION, "offers_contact": True})
SILENT = Step("quiet", "wall", "Muur", {"question": "Wie doet er mee?"})
FATIMA = Details("Fatima", "fatima@voorbeeld.nl")


@pytest.fixture
def room() -> Room:
    made = open_room(programme=(ASKING, SILENT))
    made.check_in("Fatima")
    return made


def listed(room: Room, facilitator: Facilitator | None = None, now=NOW) -> list[Details]:
    _, found = contacts.of_evening(facilitator or room.facilitator, room.code, now)
    return [Details(each.name, each.reach) for each in found]


def leave(room: Room, details: Details = FATIMA, step: str = "ask") -> Visitor:
    contacts.leave(room.visitors[0], step, details, room.now)
    return room.visitors[0]


def test_only_a_step_that_offers_it_takes_it(room: Room):
    with pytest.raises(NotFound, match="not_offered"):
        leave(room, step="quiet")
    with pytest.raises(NotFound, match="not_offered"):
        leave(room, step="weg")
    (offer,) = contacts.offers(room.visitors[0], room.now)
    assert (offer.step_id, offer.about, offer.left) == ("ask", QUESTION, None)


def test_what_is_left_is_for_the_library_and_its_own_phone_alone(room: Room):
    visitor = leave(room)
    other = room.check_in("Fatima")
    assert listed(room) == [FATIMA]
    (own,), (others,) = (contacts.offers(each, room.now) for each in (visitor, other))
    assert own.left
    assert own.left.reach == FATIMA.reach
    assert others.left is None


def test_left_twice_the_last_one_counts(room: Room):
    leave(room)
    leave(room, Details("", "06 12345678"))
    assert listed(room) == [Details("", "06 12345678")]


def test_nobody_with_a_pin_and_no_other_library_reads_it(room: Room):
    leave(room)
    stand_in = Facilitator("Bea", room.facilitator.library_id, live_session_id=room.live_session_id)
    for other in (stand_in, new_facilitator("Bea", "De Eik")):
        with pytest.raises(NotAllowed):
            listed(room, other)
        with pytest.raises(NotAllowed):
            contacts.remove(other, room.code, "een-contact", room.now)


def test_a_phone_of_nobody_leaves_nothing(room: Room):
    with pytest.raises(NotAllowed):
        contacts.leave(Visitor(room.live_session_id, "niemand"), "ask", FATIMA, room.now)


def test_after_its_last_day_it_is_read_by_nobody_and_then_gone(room: Room):
    visitor, ends = leave(room), NOW + KEEP_CONTACTS
    assert listed(room, now=ends - timedelta(seconds=1)) == [FATIMA]
    assert listed(room, now=ends) == []
    assert contacts.offers(visitor, ends)[0].left is None
    contacts.drop_ended(ends - timedelta(seconds=1))
    assert listed(room) == [FATIMA]
    contacts.drop_ended(ends)
    assert listed(room) == []


def test_the_phone_takes_it_back_also_after_the_evening(room: Room):
    visitor = leave(room)
    room.steer("close")
    with pytest.raises(NotAllowed):
        leave(room, Details("", "06 12345678"))
    contacts.take_back(visitor, "ask", room.now)
    contacts.take_back(visitor, "ask", room.now)
    assert listed(room) == []


def test_who_is_erased_can_be_reached_no_more_also_from_a_backup(room: Room):
    visitor = leave(room)
    erasure.erase_self(visitor, room.now)
    assert listed(room) == []
    with reading() as db:
        rows = erasures.all_of(db)
    assert erasures.CONTACT in {row.what for row in rows}
    room.check_in("Fatima")
    contacts.leave(room.visitors[1], "ask", FATIMA, room.now)
    _, (again,) = contacts.of_evening(room.facilitator, room.code, room.now)
    brought_back = [row for row in rows if row.what == erasures.CONTACT]
    brought_back[0].erased_id = again.id
    erasure.erase_again(brought_back)
    assert listed(room) == []


def test_the_library_removes_somebody_and_adds_who_has_no_phone(room: Room):
    leave(room)
    _, (kept,) = contacts.of_evening(room.facilitator, room.code, room.now)
    contacts.add_by_hand(room.facilitator, room.code, "", Details("Piet", "0512 345678"), room.now)
    contacts.remove(room.facilitator, room.code, kept.id, room.now)
    assert listed(room) == [Details("Piet", "0512 345678")]


def test_no_screen_and_no_other_file_has_it(room: Room):
    room.steer("next")
    leave(room)
    found = report(room.facilitator, room.code, room.now, with_hidden=True)
    assert b"fatima@" not in report_json(found)
    assert "fatima@" not in repr(take(room.live_session_id))
