"""The report: everything people gave, and nothing that tells on one of them."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from plekberaad_app.activities.contract.report import Counts, NextStep
from plekberaad_app.core.disclosure import Cell, Share
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.people import Habit, Kind, Person
from plekberaad_app.features.report.report import report, report_of
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import Database
from plekberaad_app.platform.database.tables import LibraryRow
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room.closing import totals_of
from tests.reports import (
    BEGIN,
    CAROUSEL,
    IDEAS,
    VOTE,
    a_closed_report,
    a_report,
    a_room,
    an_evening,
    an_idea,
)


def test_every_idea_that_was_not_hidden_stands_in_the_report_once():
    hidden = {IDEAS[49], IDEAS[99], IDEAS[149]}
    assert sorted(str(idea.text) for idea in a_report().ideas) == sorted(set(IDEAS) - hidden)


@pytest.mark.parametrize("with_hidden", [False, True])
def test_a_withdrawn_idea_is_gone_for_everybody(with_hidden: bool):
    evening = an_evening([an_idea("blijft"), an_idea("weg", 1, withdrawn=True)])
    (found,) = report_of(evening, {}, BEGIN, with_hidden=with_hidden).rounds
    assert [idea.text for idea in found.ideas] == ["blijft"]


def test_hidden_ideas_come_along_for_whoever_asks_and_are_told_apart():
    evening = an_evening([an_idea("een bankje"), an_idea("niet", 1, hidden=True, marked=True)])
    (found,) = a_report(evening).rounds
    assert [idea.text for idea in found.ideas] == ["een bankje"]
    assert found.marked == ()
    (found,) = report_of(evening, {}, BEGIN, with_hidden=True).rounds
    assert [(idea.text, idea.is_hidden) for idea in found.ideas] == [
        ("een bankje", False),
        ("niet", True),
    ]


def test_rounds_stand_in_order_of_round_and_table():
    places = [(found.round, found.table) for found in a_report().rounds]
    assert places == [(number, table) for number in (1, 2) for table in range(1, 7)]


def test_a_next_step_is_recorded_or_not_yet_or_missing():
    steps = [found.next_step for found in a_report().rounds[:6]]
    assert steps[0] == NextStep("Een bankje vragen bij de gemeente", "Samira en Bram", "vóór kerst")
    assert steps[3] == NextStep()
    assert steps[5] is None


def test_a_step_that_left_nothing_stands_there_with_its_title_and_how_long_it_took():
    without_choices = replace(VOTE, options={"source": "marked"})
    found = a_report(an_evening([], steps=(CAROUSEL, without_choices)))
    assert [(step.title, step.minutes, step.blocks) for step in found.steps] == [
        (CAROUSEL.title, 30, ()),
        (VOTE.title, 5, ()),
    ]
    assert found.is_empty


def test_dots_are_no_people_so_a_few_are_told_as_well():
    voted = a_report(an_evening(steps=(VOTE,)))
    assert voted.steps[0].blocks == (
        Counts((("Een bankje bij de school", 31), ("Een buurtauto", 4)), of="dots"),
    )


def test_no_author_and_no_person_is_in_the_report():
    content = str(asdict(a_report()))
    assert "author-tag" not in content
    assert "person-" not in content


def test_small_groups_of_people_are_told_together():
    presence = a_report().presence
    assert presence.people == 36
    assert presence.kinds == (Cell(("resident",), 30), Cell(("professional", "unknown"), 6))
    assert presence.habits == (
        Cell(("never",), 20),
        Cell(("sometimes",), 6),
        Cell(("often",), 5),
        Cell(("once", "unknown"), 5),
    )
    assert presence.newcomers == Share(20, base=36, total=36, unknown=5, is_exact=False)


def test_in_a_nearly_empty_room_even_the_total_is_not_told():
    presence = a_report(an_evening(people=a_room()[:4])).presence
    assert (presence.people, presence.kinds, presence.habits) == (None, (), ())
    assert presence.newcomers is None


def test_totals_count_persons_and_can_be_kept_as_json():
    people = [
        Person("a", 1, kind=Kind.RESIDENT, habit=Habit.NEVER),
        Person("b", 2, kind=Kind.PROFESSIONAL),
        Person("c", 3),
        Person("d", 4, kind=Kind.SKIPPED, habit=Habit.SKIPPED),
    ]
    assert totals_of(people) == {
        "people": 4,
        "residents": 1,
        "professionals": 1,
        "habits": {"never": 1, "once": 0, "sometimes": 0, "often": 0, "unknown": 3},
    }


def test_after_closing_the_kept_totals_say_the_same_as_the_people_did():
    assert a_closed_report(a_room()).presence == a_report().presence


def test_while_the_evening_runs_kept_totals_of_before_do_not_count():
    presence = report_of(an_evening(), totals_of([]), BEGIN).presence
    assert presence.people == 36


@pytest.fixture
def stored_evening(sqlite_store: Database) -> LiveSession:
    room = LiveSession("evening-1", "K7M3XP", "library-1", "Vogelbuurt")
    with sqlite_store.transaction() as db:
        db.add(LibraryRow(id="library-1", name="Bibliotheek", created_at=BEGIN))
        db.flush()
        live_sessions.add(db, room, BEGIN)
    return room


@pytest.mark.usefixtures("stored_evening")
def test_a_report_is_for_the_library_it_belongs_to():
    now = datetime.now(UTC)
    assert report(Facilitator("Els", "library-1"), "K7M3XP", now).live_session.title == "Vogelbuurt"
    with pytest.raises(NotAllowed):
        report(Facilitator("Piet", "library-2"), "K7M3XP", now)
    with pytest.raises(NotAllowed):
        report(Facilitator("Piet", "library-1", live_session_id="evening-2"), "K7M3XP", now)


@pytest.mark.usefixtures("stored_evening")
def test_a_report_is_found_by_the_code_as_people_type_it():
    found = report(Facilitator("Els", "library-1"), "k7m 3xp", datetime.now(UTC))
    assert found.live_session.title == "Vogelbuurt"


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("code", "refusal"), [("K7M3XP", NotFound), ("\0", BadInput), ("x" * 100_000, BadInput)]
)
def test_an_unknown_code_has_no_report(code, refusal):
    with pytest.raises(refusal):
        report(Facilitator("Els", "library-1"), code, datetime.now(UTC))


def test_a_closed_evening_without_kept_totals_counts_who_is_left():
    closed = an_evening(status=Status.CLOSED)
    assert report_of(closed, {}, BEGIN).presence.people == 36
