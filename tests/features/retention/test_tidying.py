"""What has to be forgotten is forgotten, though nobody presses a button."""

from datetime import timedelta

import pytest
from sqlmodel import select

from plekberaad_app.core.evening import Status
from plekberaad_app.core.programme import Step
from plekberaad_app.core.retention import QUIET
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.report.report import report
from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.database.changes import listen
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import ParticipantRow
from tests.casting import NOW
from tests.rooms import Room, open_room

# Ten minutes in all, so that what people do after that decides.
PROGRAMME = (
    Step("welcome", "welcome", "Welkom", {"length": 300}),
    Step("closing", "welcome", "Tot slot", {"length": 300}),
)
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    opened = open_room(PROGRAMME)
    opened.fill(6)
    return opened


def people() -> list[ParticipantRow]:
    with reading() as db:
        return list(db.exec(select(ParticipantRow)))


def test_an_evening_that_nobody_closes_closes_itself_and_keeps_totals_only(room: Room):
    room.steer("next")
    room.wait(minutes=30)
    room.check_in("De laatste")
    end = room.now + QUIET

    assert tidying.end_untended(end - MOMENT) == 0
    assert room.live_session.status is Status.RUNNING
    assert tidying.end_untended(end) == 1
    assert room.live_session.status is Status.CLOSED
    assert room.live_session.closed_at == end
    assert all(person.kind is person.habit is None for person in people())
    assert report(room.facilitator, room.code, end).presence.people == 7
    assert tidying.end_untended(end) == 0

    tidying.tidy(end + tidying.KEEP_NAMES + MOMENT)
    assert all(person.name == "" and person.key_hash is None for person in people())


def test_its_planned_end_counts_when_nobody_does_anything(room: Room):
    room.steer("next")
    end = NOW + timedelta(minutes=10) + QUIET
    assert tidying.end_untended(end - MOMENT) == 0
    assert tidying.end_untended(end) == 1


def test_one_that_never_began_loses_its_people_and_stays_ready(room: Room):
    assert tidying.end_untended(NOW + QUIET - MOMENT) == 0
    assert tidying.end_untended(NOW + QUIET) == 1
    assert people() == []
    assert room.live_session.status is Status.LOBBY
    assert [step.id for step in room.look().steps] == ["welcome", "closing"]
    assert tidying.end_untended(NOW + QUIET) == 0


def test_one_that_was_tried_out_before_its_date_is_left_alone(store, own_settings, quick_hashes):
    facilitator = open_room(PROGRAMME).facilitator
    starts_at = NOW + timedelta(days=3)
    made = library_evenings.create(facilitator, About("Het plein", starts_at=starts_at), NOW)
    tried = Room(facilitator, made.id, made.code)
    tried.check_in("Anna")
    tried.steer("next")
    assert tidying.end_untended(starts_at + QUIET) == 0
    assert tried.live_session.status is Status.RUNNING


def test_its_screens_are_told(room: Room):
    told: list[str] = []
    stop = listen(lambda live_session_id, _version, _news: told.append(live_session_id))
    tidying.end_untended(NOW + QUIET - MOMENT)
    assert told == []
    tidying.end_untended(NOW + QUIET)
    stop()
    assert told == [room.live_session_id]
