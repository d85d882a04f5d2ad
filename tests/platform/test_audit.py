"""What facilitators did is written down with what they did, and without a word of anybody."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.retention import KEEP_DEEDS
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.operations import overview
from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.audit import note
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import AuditEntryRow
from plekberaad_app.room import (
    acts,
    admission,
    erasure,
    programme_edits,
    projector_display,
    takeover_pin,
)
from plekberaad_app.room.step_words import Told
from tests.casting import OTHER_CODE, PASSWORD
from tests.rooms import Room, open_room


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    opened = open_room()
    opened.fill(4)
    return opened


def entries() -> list[AuditEntryRow]:
    with reading() as db:
        return list(db.exec(select(AuditEntryRow).order_by(AuditEntryRow.number)))  # pyright: ignore[reportArgumentType]


def test_who_did_what_to_which_evening_and_when(room):
    room.steer("next")
    (entry,) = entries()
    assert (entry.facilitator_id, entry.live_session_id) == ("De Linde-Anna", room.live_session_id)
    assert (entry.library_id, entry.what, entry.about) == ("De Linde", "steer", "command=next")
    assert entry.done_at == room.now


def test_anyone_who_runs_the_program_can_read_it_with_names(room):
    room.steer("next")
    (entry,) = overview.audit_entries_of(room.code)
    assert (entry.who, entry.what, entry.about) == ("Anna", "steer", "command=next")


def test_logins_and_invitations_are_written_down_and_wrong_passwords_are_not(room):
    devices.log_in("Anna", PASSWORD, room.now)
    with pytest.raises(DomainError):
        devices.log_in("Anna", "iets heel anders", room.now)
    pin = takeover_pin.make_takeover_pin(room.facilitator, room.live_session_id, room.now)
    takeover_pin.take_over(room.code, pin, room.now)
    invitations.invite(room.facilitator, PASSWORD, room.now)
    assert [entry.what for entry in entries()] == [
        "log_in",
        "make_takeover_pin",
        "take_over",
        "invite",
    ]
    assert {entry.facilitator_id for entry in entries()} == {"De Linde-Anna"}
    assert pin not in str([entry.model_dump() for entry in entries()])


def test_what_phones_do_is_written_down_nowhere(room):
    room.check_in("Noor")
    assert entries() == []


def test_no_text_that_anybody_typed_is_in_it(room):
    secret = "Xylofoon"
    projector_display.send_message(room.facilitator, room.live_session_id, secret)
    admission.add_by_hand(room.facilitator, room.live_session_id, secret, "", "", room.now)
    admission.rename(room.facilitator, room.live_session_id, 1, secret)
    programme_edits.edit_step(
        room.facilitator, room.live_session_id, "welcome", told=Told(title=secret)
    )
    erasure.erase(room.facilitator, room.live_session_id, 1, room.now)
    assert [entry.what for entry in entries()] == [
        "send_message",
        "add_by_hand",
        "rename",
        "edit_step",
        "erase",
    ]
    assert secret not in str([entry.model_dump() for entry in entries()])
    assert entries()[-1].about == "number=1 take_along=False"


def test_what_is_refused_was_no_act(room):
    other = open_room((), "Bea", "De Eik", OTHER_CODE)
    with pytest.raises(DomainError):
        projector_display.show(other.facilitator, room.live_session_id, "black")
    with pytest.raises(DomainError):
        acts.hide(room.facilitator, room.live_session_id, "unknown", True)
    assert entries() == []
    # Nothing of a refused deed sticks to what comes next.
    room.check_in("Noor")
    assert entries() == []


def test_removing_an_evening_is_written_down_too_and_outlives_it(room):
    library_evenings.delete(room.facilitator, room.live_session_id)
    assert [entry.what for entry in entries()] == ["delete"]


def test_audit_entries_are_deleted_after_half_a_year(room):
    room.steer("next")
    note(
        room.facilitator,
        room.live_session_id,
        "take_report_along",
        "",
        room.now + timedelta(days=1),
    )
    tidying.forget_audit_entries(room.now + KEEP_DEEDS)
    assert len(entries()) == 2
    tidying.forget_audit_entries(room.now + KEEP_DEEDS + timedelta(microseconds=1))
    assert [entry.what for entry in entries()] == ["take_report_along"]
