"""Erasing a person: gone from everywhere, with their ideas or without, and nobody else touched."""

import json

import pytest
from sqlmodel import select

from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.features.privacy import own_data
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.database.tables import (
    ChallengeRow,
    ContributionRow,
    ErasureRow,
    ParticipantRow,
)
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import admission, erasure
from plekberaad_app.room.projections import tablet
from tests.casting import OTHER_CODE
from tests.rooms import Room, open_room, room_in_ideas

IDEA, THEIRS = "idee-van-mij", "idee-van-haar"


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    """Two tables of five in the ideas phase."""
    return room_in_ideas(people=10)


@pytest.fixture
def thinkers(room: Room) -> list[Visitor]:
    """Two at the same table, each with an idea."""
    owners = {challenge.owner.number for challenge in room.look().challenges}
    found = [
        room.visitors[person.number - 1]
        for person in room.look().people
        if person.table == 1 and person.number not in owners
    ][:2]
    for visitor, idea in zip(found, (IDEA, THEIRS), strict=True):
        room.act(visitor, "add_idea", id=idea, text=f"Een bankje van {idea}")
    return found


def rows(table) -> list:
    with reading() as db:
        return list(db.exec(select(table)))


def stored(contribution_id: str) -> ContributionRow:
    return next(row for row in rows(ContributionRow) if row.id == contribution_id)


def on_the_wall(room: Room) -> list[str | None]:
    return [
        idea.text
        for found in report(room.facilitator, room.code, room.now).rounds
        for idea in found.ideas
    ]


def test_anyone_who_keeps_ideas_on_the_wall_is_their_author_no_more(room, thinkers):
    author = thinkers[0]
    erasure.erase_self(author, room.now)
    assert admission.who_is(author) is None
    assert len(rows(ParticipantRow)) == 9
    kept = stored(IDEA)
    assert kept.payload["text"] == f"Een bankje van {IDEA}"
    assert kept.author != author_tag(author.key, "carousel")
    back = admission.check_in(room.code, "Terug", "", "", room.now, author.key)
    room.visitors.append(Visitor(room.live_session_id, back))
    with pytest.raises(NotAllowed):
        room.act(room.visitors[-1], "take_back_idea", id=IDEA)


def test_anyone_who_takes_ideas_along_leaves_empty_shells_and_no_word(room, thinkers):
    erasure.erase_self(thinkers[0], room.now, take_along=True)
    taken = stored(IDEA)
    assert (taken.is_withdrawn, taken.payload) == (True, {})
    assert on_the_wall(room) == [f"Een bankje van {THEIRS}"]


@pytest.mark.parametrize("take_along", [True, False])
def test_nobody_else_is_touched(room, thinkers, take_along):
    before = stored(THEIRS)
    erasure.erase_self(thinkers[0], room.now, take_along=take_along)
    after = stored(THEIRS)
    assert (after.author, after.payload, after.version) == (
        before.author,
        before.payload,
        before.version,
    )
    room.act(thinkers[1], "take_back_idea", id=THEIRS)


@pytest.mark.parametrize("take_along", [True, False])
def test_a_kept_idea_counts_for_the_table_and_for_no_person(room, thinkers, take_along):
    def silent() -> int:
        face = tablet.shared(room.look(), tablet.AUDIENCE, room.now)["face"]
        return face.tables[0].silent

    before = silent()
    erasure.erase_self(thinkers[0], room.now, take_along=take_along)
    assert silent() == before


def test_dots_that_are_taken_along_leave_the_totals_and_others_stay(room, thinkers):
    room.go_to("voting", "vote")
    for number, visitor in enumerate(thinkers):
        room.act(visitor, "vote", step="voting", id=f"stip-00{number}", choice="choice-1")
    erasure.erase_self(thinkers[0], room.now, take_along=True)
    room.go_to("voting", "result")
    standing = [row for row in rows(ContributionRow) if row.kind == "vote" and not row.is_withdrawn]
    assert [row.id for row in standing] == ["stip-001"]


def test_an_owner_who_leaves_takes_challenge_and_next_step_and_the_room_goes_on(room):
    room.go_to("carousel", "next_step")
    challenge = room.look().challenges[0]
    owner = room.visitors[challenge.owner.number - 1]
    room.act(owner, "record_next_step", what="Ik bel Piet", who="Piet", when="morgen")
    erasure.erase_self(owner, room.now, take_along=True)
    assert "Piet" not in str([row.model_dump() for row in rows(ContributionRow)])
    assert challenge.id not in [row.id for row in rows(ChallengeRow)]
    room.act_on_tablet("not_yet", {"table": 2 if challenge.owner.table == 1 else 1})
    room.steer("next")
    assert room.stands_at("carousel", "explain", 2)


def test_after_closing_a_person_can_still_be_erased_and_totals_stay(room, thinkers):
    room.steer("close")
    before = report(room.facilitator, room.code, room.now).presence
    erasure.erase_self(thinkers[0], room.now)
    assert len(rows(ParticipantRow)) == 9
    assert report(room.facilitator, room.code, room.now).presence == before


def test_a_facilitator_erases_who_has_no_phone_with_what_was_typed_for_them(room):
    mies = admission.add_by_hand(room.facilitator, room.live_session_id, "Mies", "", "", room.now)
    room.act_on_tablet(
        "add_idea", {"id": "papier-01", "text": "Een boom", "round": 1, "person": mies.number}
    )
    erasure.erase(room.facilitator, room.live_session_id, mies.number, room.now, take_along=True)
    assert stored("papier-01").payload == {}
    assert mies.id not in [row.id for row in rows(ParticipantRow)]


def test_another_library_erases_nobody(room, thinkers):
    other = open_room((), "Bea", "De Eik", OTHER_CODE)
    with pytest.raises(NotAllowed, match="not_your_library"):
        erasure.erase(other.facilitator, room.live_session_id, 1, room.now)
    assert len(rows(ParticipantRow)) == 10


def test_what_is_remembered_of_an_erasure_ties_nothing_together(room, thinkers):
    room.act(thinkers[0], "add_idea", id="nog-een-idee", text="Een boom")
    erasure.erase_self(thinkers[0], room.now.replace(minute=17), take_along=True)
    memoized = {row.erased_id: row.what for row in rows(ErasureRow)}
    assert {IDEA, "nog-een-idee"} <= memoized.keys()
    assert {row.erased_at.minute for row in rows(ErasureRow)} == {0}
    authors = {stored(each).author for each in (IDEA, "nog-een-idee")}
    assert author_tag(thinkers[0].key, "carousel") not in authors


def test_a_person_sees_all_that_is_known_of_them_and_nothing_of_others(room, thinkers):
    known = own_data.own_data(thinkers[0])
    content = json.loads(own_data.own_data_json(known))
    assert content["person"]["name"] == known.person.name
    assert {"kind", "habit", "joined_at", "information_shown"} <= content["person"].keys()
    assert [each["content"]["text"] for each in content["written"]] == [f"Een bankje van {IDEA}"]
    assert THEIRS not in str(content)


def test_the_file_of_a_person_has_every_column_of_their_row(room, thinkers):
    content = json.loads(own_data.own_data_json(own_data.own_data(thinkers[0])))["person"]
    called = {"table_number": "table", "told_version": "information_shown"}
    # The hash of their key tells nothing; whose evening it is stands beside it.
    told = set(ParticipantRow.model_fields) - {"key_hash", "live_session_id"}
    assert {called.get(name, name) for name in told} == set(content)


def test_anyone_who_is_not_in_sees_nothing(room, thinkers):
    for visitor in (Visitor(room.live_session_id, ""), Visitor(room.live_session_id, "x" * 40)):
        with pytest.raises(NotAllowed, match="not_checked_in"):
            own_data.own_data(visitor)
