"""What people keep private is theirs until the evening is closed, and then it is gone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from plekberaad_app.core.authorship import author_tag
from plekberaad_app.features.privacy.own_data import own_data
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.report import report_of
from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.database import erasures
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.room import admission, erasure
from tests.activities.interview import interview_step, with_interview
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture(autouse=True)
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with with_interview(tmp_path_factory.mktemp("home")):
        yield


@pytest.fixture
def room() -> Room:
    """Four people who talk in pairs."""
    found = open_room((interview_step(),))
    found.fill(4)
    found.seat(1)
    found.go_to("interview")
    return found


def thought(room: Room, visitor: Visitor, text: str = "Dat deed me iets", step="interview") -> None:
    room.act(visitor, "think", step, id=f"gedachte-{visitor.key[-6:]}", text=text)


def thoughts(room: Room) -> list[str]:
    return [each.payload["text"] for each in room.look().board.of_step("interview", "thought")]


def test_what_is_private_is_ones_own_until_the_evening_is_closed_and_then_gone(room: Room):
    thought(room, room.visitors[0])
    room.act(room.visitors[0], "tell", "interview", id="antwoord-01", text="Hij fietst")
    assert "Dat deed me iets" in str(own_data(room.visitors[0]).written)
    assert "Dat deed me iets" not in str(own_data(room.visitors[1]).written)
    (kept,) = room.look().board.of_step("interview", "thought")
    room.steer("close")
    assert "Dat deed me iets" not in str(own_data(room.visitors[0]).written)
    gone = room.look().board.get(kept.id)
    assert gone
    assert (gone.payload, gone.author, gone.withdrawn) == ({}, "", True)
    report = report_json(report_of(room.look(), {}, room.now)).decode()
    assert "Hij fietst" in report
    assert "Dat deed me iets" not in report


def test_a_backup_does_not_bring_back_what_was_private(room: Room):
    thought(room, room.visitors[0])
    (kept,) = room.look().board.of_step("interview", "thought")
    room.steer("close")
    with reading() as db:
        assert kept.id in {row.erased_id for row in erasures.all_of(db)}


def test_what_is_private_is_erased_with_its_author_on_request(room: Room):
    thought(room, room.visitors[0])
    erasure.erase_self(room.visitors[0], room.now, take_along=True)
    assert thoughts(room) == []


def test_what_is_private_goes_too_when_nobody_closes_the_evening(room: Room):
    thought(room, room.visitors[0])
    tidying.end_untended(room.now + timedelta(days=3))
    assert not room.live_session.is_open
    assert thoughts(room) == []


def test_what_was_typed_for_somebody_is_theirs_too(room: Room):
    wim = admission.add_by_hand(room.facilitator, room.live_session_id, "Wim", "", "", room.now)
    about = {"id": "papier-001", "text": "Stil", "person": wim.number}
    room.act_on_tablet("think", about, "interview")
    (item,) = room.look().board.of_step("interview", "thought")
    assert item.author == author_tag(proxy_key(wim.id), "interview")
    room.steer("close")
    assert thoughts(room) == []
