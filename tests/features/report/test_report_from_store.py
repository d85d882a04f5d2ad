"""The report as it is read from the store, with the activities as they are."""

import json
from datetime import UTC, datetime

import pytest

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.database import contributions, live_sessions, programmes, retention
from plekberaad_app.platform.database.engine import Database
from plekberaad_app.platform.database.tables import LibraryRow
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.closing import totals_of
from tests.reports import BEGIN, CAROUSEL, IDEAS, a_question, a_room, all_ideas

HIDDEN = {IDEAS[49], IDEAS[99], IDEAS[149]}


@pytest.fixture
def closed_evening(store: Database) -> None:
    with store.transaction() as db:
        db.add(LibraryRow(id="library-1", name="Bibliotheek", created_at=BEGIN))
        db.flush()
        room = LiveSession("evening-1", "K7M3XP", "library-1", "Vogelbuurt", status=Status.CLOSED)
        live_sessions.add(db, room, BEGIN)
        live_sessions.save(db, room)
        programmes.replace_steps(db, "evening-1", [CAROUSEL])
        retention.keep_totals(db, "evening-1", totals_of(a_room()))
        contributions.save(db, "evening-1", 1, all_ideas())


def read(*, with_hidden: bool = False) -> Report:
    facilitator = Facilitator("Els", "library-1")
    return report(facilitator, "K7M3XP", datetime.now(UTC), with_hidden=with_hidden)


@pytest.mark.usefixtures("closed_evening")
def test_every_stored_idea_is_in_the_report_exactly_once():
    assert sorted(str(idea.text) for idea in read().ideas) == sorted(set(IDEAS) - HIDDEN)


@pytest.mark.usefixtures("closed_evening")
def test_anyone_who_asks_for_hidden_ideas_gets_all_and_sees_which_they_are():
    found = read(with_hidden=True).ideas
    assert sorted(str(idea.text) for idea in found) == sorted(IDEAS)
    assert {idea.text for idea in found if idea.is_hidden} == HIDDEN


@pytest.mark.usefixtures("closed_evening")
def test_typed_questions_stand_apart_from_the_ideas_of_their_round(store: Database):
    asked = [a_question("Voor wie?", 1), a_question("Onaardig", 2, hidden=True)]
    with store.transaction() as db:
        contributions.save(db, "evening-1", 2, asked)
    at_table = next(found for found in read().rounds if (found.round, found.table) == (1, 3))
    assert [question.text for question in at_table.questions] == ["Voor wie?"]
    assert len(read().ideas) == len(IDEAS) - len(HIDDEN)
    every = [line for found in read(with_hidden=True).rounds for line in found.questions]
    assert {line.text: line.is_hidden for line in every} == {"Voor wie?": False, "Onaardig": True}
    content = json.loads(report_json(read()))
    rounds = content["steps"][0]["rounds"]
    assert [line for found in rounds for line in found["questions"]] == [
        {"text": "Voor wie?", "answered": False, "hidden": False}
    ]


@pytest.mark.usefixtures("closed_evening")
def test_after_closing_the_kept_totals_tell_who_was_there():
    presence = read().presence
    assert presence.people == 36
    assert presence.newcomers
    assert presence.newcomers.percentage == 55
