"""A snapshot that builds on the one before equals a fresh one."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from plekberaad_app.core.at_tables import AT_TABLES
from plekberaad_app.core.contributions import OF_AUTHOR, OF_STEP, OF_TABLE
from plekberaad_app.live.snapshot import after, take
from plekberaad_app.platform.database import changes, live_sessions, people
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.room import admission
from tests.rooms import Room, open_room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


def ideas(snapshot):
    return list(snapshot.evening.board.of_step("carousel", "idea"))


def test_what_came_since_is_added_and_names_the_authors_it_touches(room):
    before = take(room.live_session_id)
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    now = take(room.live_session_id, before)
    assert ideas(now) == ideas(take(room.live_session_id))
    assert now.touched == {ideas(now)[0].author}


def test_changes_and_withdrawals_reach_it(room):
    author = room.thinkers[0]
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    room.act(author, "add_idea", id="idee-0002", text="Een boom")
    before = take(room.live_session_id)
    room.act(author, "change_idea", id="idee-0001", text="Twee bankjes")
    room.act(author, "take_back_idea", id="idee-0002")
    now = take(room.live_session_id, before)
    assert [idea.payload["text"] for idea in ideas(now)] == ["Twee bankjes"]
    assert ideas(now) == ideas(take(room.live_session_id))


def test_nothing_new_gives_the_same_evening_back(room):
    before = take(room.live_session_id)
    assert take(room.live_session_id, before).evening is before.evening


def test_people_who_join_later_are_seen(room):
    before = take(room.live_session_id)
    room.check_in("Laat")
    assert len(take(room.live_session_id, before).evening.people) == 13


def test_a_look_shows_one_moment_however_much_is_written_meanwhile(room):
    with reading() as db:
        version = live_sessions.get(db, room.live_session_id).version
        room.check_in("Laat")
        room.steer("pause")
        assert len(people.of_live_session(db, room.live_session_id)) == 12
        assert live_sessions.get(db, room.live_session_id).version == version
    assert len(take(room.live_session_id).evening.people) == 13


def test_a_look_cannot_write(room):
    with reading() as db, pytest.raises(DBAPIError):
        db.execute(text("UPDATE live_sessions SET version = 0"))


def test_what_came_says_which_questions_to_the_board_have_another_answer(room):
    author = room.thinkers[0]
    before = take(room.live_session_id)
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    arrived = take(room.live_session_id, before)
    (idea,) = ideas(arrived)
    about = {
        "idee-0001",
        (OF_STEP, "carousel", "idea"),
        (OF_TABLE, "carousel", "idea", idea.table),
        (OF_AUTHOR, idea.author, "idea"),
    }
    # The author was heard in this round for the first time.
    assert arrived.changed == about | {AT_TABLES}
    room.act(author, "change_idea", id="idee-0001", text="Twee bankjes")
    assert take(room.live_session_id, arrived).changed == about


def test_when_somebody_comes_in_or_steers_anything_may_have_changed(room):
    before = take(room.live_session_id)
    room.check_in("Laat")
    joined = take(room.live_session_id, before)
    room.steer("pause")
    assert joined.changed is None
    assert take(room.live_session_id, joined).changed is None


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[CommittedChange | None]:
    """What use cases told, from now on."""
    heard: list[CommittedChange | None] = []
    monkeypatch.setattr(changes, "_listeners", [lambda _id, _version, news: heard.append(news)])
    return heard


def test_what_is_told_in_any_order_is_what_would_be_read(room, told):
    author, other = room.thinkers[:2]
    before = take(room.live_session_id)
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    room.act(other, "add_idea", id="idee-0002", text="Een boom")
    room.act(author, "change_idea", id="idee-0001", text="Twee bankjes")
    follows = after(before, told[::-1])
    assert follows is not None
    assert ideas(follows) == ideas(take(room.live_session_id))
    assert follows.evening.live_session == room.live_session
    assert follows.touched == take(room.live_session_id, before).touched


@pytest.mark.parametrize("command", ["next", "back", "repeat", "pause", "more_time", "auto_off"])
def test_what_steering_tells_is_what_would_be_read(room, told, command):
    before = take(room.live_session_id)
    room.steer(command)
    follows = after(before, told)
    assert follows is not None
    assert follows.evening.live_session == room.live_session
    assert follows.evening.board is before.evening.board
    assert follows.changed is None


def test_when_a_plan_was_made_the_truth_must_be_read(told):
    fresh = open_room()
    fresh.gather()
    fresh.steer("next")
    before = take(fresh.live_session_id)
    del told[:]
    fresh.steer("next")
    assert after(before, told) is None
    assert take(fresh.live_session_id, before).evening.steps[1].plan


def test_anyone_who_looks_again_while_nothing_changed_reads_the_cast_no_more(room, monkeypatch):
    before = take(room.live_session_id)
    room.check_in("Laat")
    seen = take(room.live_session_id, before)
    monkeypatch.setattr(people, "of_live_session", None)
    assert take(room.live_session_id, seen).evening is seen.evening
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    assert take(room.live_session_id, seen).evening.people is seen.evening.people


def test_what_was_told_before_it_was_read_changes_nothing(room, told):
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    seen = take(room.live_session_id)
    again = after(seen, told)
    assert again is not None
    assert (ideas(again), again.touched) == (ideas(seen), frozenset())


def test_anyone_who_came_in_is_told_and_so_is_what_they_wrote(room, told):
    before = take(room.live_session_id)
    visitor = room.check_in("Laat")
    room.act(visitor, "add_idea", id="idee-0001", text="Een bankje")
    now, read = after(before, told), take(room.live_session_id, before)
    assert now is not None
    assert now.evening.people == read.evening.people
    assert now.moved_at == read.moved_at
    assert ideas(now) == ideas(read)


def test_when_something_else_happened_between_the_truth_must_be_read(room, told):
    before = take(room.live_session_id)
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    admission.rename(room.facilitator, room.live_session_id, 1, "Iemand")
    room.act(room.thinkers[0], "add_idea", id="idee-0002", text="Een boom")
    assert after(before, told) is None
    assert after(before, [news for news in told if news]) is None
