"""A table calls for help, says that it is ready, and lets everybody speak in turn."""

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.people import Person
from plekberaad_app.core.rights import Role
from plekberaad_app.features.helpers import links
from plekberaad_app.features.helpers.model import Wanted
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform import helper_links
from plekberaad_app.platform.permissions import Helper, Visitor
from plekberaad_app.room import at_tables
from plekberaad_app.room.readiness import stop_name
from tests.casting import NOW, OTHER_CODE
from tests.rooms import Room, open_room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


def link(room: Room, wanted: Wanted) -> tuple[Helper, str]:
    """Somebody with a link, and its token."""
    (made,) = links.hand_out(room.facilitator, room.live_session_id, [wanted], NOW)
    return made.helper, made.path.rpartition("/")[2]


def host_of(room: Room, table: int) -> Helper:
    return link(room, Wanted(Role.TABLE_HOST, table=table))[0]


def at(room: Room, table: int) -> list[Person]:
    found = (each for each in room.look().people if each.table == table)
    return sorted(found, key=lambda each: each.seat or 0)


def phone_at(room: Room, table: int) -> Visitor:
    return room.visitors[at(room, table)[0].number - 1]


def stop(room: Room) -> str:
    return stop_name(room.look())


def test_a_call_stands_until_somebody_answers_it(room):
    host = host_of(room, 2)
    at_tables.call_for_help(host, NOW, on=True)
    assert room.live_session.at_tables.calls == {2: False}
    at_tables.answer_call(room.facilitator, room.live_session_id, 2, solved=False)
    assert room.live_session.at_tables.calls == {2: True}
    at_tables.call_for_help(host, NOW, on=True)
    assert room.live_session.at_tables.calls == {2: True}
    room.steer("next")
    assert room.live_session.at_tables.calls == {2: True}
    at_tables.answer_call(room.facilitator, room.live_session_id, 2, solved=True)
    assert room.live_session.at_tables.calls == {}


def test_a_phone_calls_for_the_table_where_it_sits_and_takes_it_back(room):
    at_tables.call_for_help(phone_at(room, 1), NOW, on=True)
    assert room.live_session.at_tables.calls == {1: False}
    at_tables.call_for_help(phone_at(room, 1), NOW, on=False)
    assert room.live_session.at_tables.calls == {}


def test_an_answer_to_a_call_that_was_taken_back_calls_nobody(room):
    at_tables.answer_call(room.facilitator, room.live_session_id, 1, solved=False)
    assert room.live_session.at_tables.calls == {}


def test_a_second_call_is_stored_and_told_to_nobody(room):
    at_tables.call_for_help(phone_at(room, 1), NOW, on=True)
    before = room.live_session.version
    at_tables.call_for_help(phone_at(room, 1), NOW, on=True)
    assert room.live_session.version == before


def test_a_table_is_ready_until_the_room_goes_on(room):
    at_tables.be_ready(phone_at(room, 1), stop(room), NOW, on=True)
    at_tables.be_ready(host_of(room, 2), stop(room), NOW, on=True)
    assert room.live_session.at_tables.ready == {1, 2}
    at_tables.be_ready(phone_at(room, 1), stop(room), NOW, on=False)
    assert room.live_session.at_tables.ready == {2}
    for command in ("next", "back", "repeat"):
        at_tables.be_ready(host_of(room, 2), stop(room), NOW, on=True)
        room.steer(command)
        assert room.live_session.at_tables.ready == frozenset(), command


def test_whoever_says_ready_as_the_room_goes_on_is_not_ready_for_what_comes(room):
    before = stop(room)
    room.steer("next")
    at_tables.be_ready(phone_at(room, 1), before, NOW, on=True)
    at_tables.be_ready(phone_at(room, 1), "", NOW, on=True)
    assert room.live_session.at_tables.ready == frozenset()


def test_a_pause_or_a_minute_more_leaves_what_the_tables_said(room):
    at_tables.be_ready(phone_at(room, 1), stop(room), NOW, on=True)
    for command in ("pause", "resume", "more_time"):
        room.steer(command)
    assert room.live_session.at_tables.ready == {1}


def test_at_closing_nothing_of_it_remains(room):
    at_tables.call_for_help(phone_at(room, 1), NOW, on=True)
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    room.steer("close")
    assert not any(vars_of(room).values())
    with pytest.raises(NotAllowed, match="evening_closed"):
        at_tables.call_for_help(phone_at(room, 1), NOW, on=True)


def vars_of(room: Room) -> dict[str, object]:
    said = room.live_session.at_tables
    return {name: getattr(said, name) for name in ("calls", "ready", "speakers", "heard")}


def test_the_word_goes_round_a_table_in_seat_order(room):
    host, order = host_of(room, 1), [each.number for each in at(room, 1)]
    heard = []
    for _ in order:
        at_tables.pass_the_word(host, NOW)
        heard.append(room.live_session.at_tables.speakers[1])
    assert heard == [*order[1:], order[0]]


def test_it_is_kept_in_the_store_and_follows_a_commit(room):
    before = take(room.live_session_id)
    at_tables.call_for_help(phone_at(room, 1), NOW, on=True)
    after = take(room.live_session_id, before)
    assert after.evening.live_session.at_tables.calls == {1: False}
    assert after.changed is not None


@pytest.mark.parametrize("table", [0, 3, 12])
def test_the_link_of_a_table_that_is_not_there_says_nothing(room, table):
    host = host_of(room, 1)
    elsewhere = Helper(host.id, host.live_session_id, host.role, table=table)
    for say in (
        lambda: at_tables.call_for_help(elsewhere, NOW, on=True),
        lambda: at_tables.be_ready(elsewhere, stop(room), NOW, on=True),
        lambda: at_tables.pass_the_word(elsewhere, NOW),
    ):
        with pytest.raises(NotFound, match="table_gone"):
            say()
    assert not any(vars_of(room).values())


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.ARTIST, Role.STAND_IN])
def test_who_only_looks_along_says_nothing_for_a_table(room, role):
    helper = Helper("x", room.live_session_id, role, table=1)
    for say in (
        lambda: at_tables.call_for_help(helper, NOW, on=True),
        lambda: at_tables.be_ready(helper, stop(room), NOW, on=True),
        lambda: at_tables.pass_the_word(helper, NOW),
    ):
        with pytest.raises(NotAllowed, match="not_your_link"):
            say()


def test_a_phone_of_another_evening_says_nothing_here(room):
    other = open_room((), "Bea", "De Eik", OTHER_CODE)
    stranger = Visitor(room.live_session_id, other.check_in("Zoe").key)
    with pytest.raises(NotAllowed, match="not_checked_in"):
        at_tables.call_for_help(stranger, NOW, on=True)
    with pytest.raises(NotAllowed, match="not_your_library"):
        at_tables.answer_call(other.facilitator, room.live_session_id, 1, solved=True)


def test_somebody_without_a_table_calls_for_none():
    room = open_room()
    with pytest.raises(NotAllowed, match="no_table_yet"):
        at_tables.call_for_help(room.check_in("Zoe"), NOW, on=True)


def test_whoever_wrote_is_heard_in_this_round_and_what_they_wrote_is_not_told(room):
    writer, other = room.thinkers[0], room.thinkers[1]
    number = room.visitors.index(writer) + 1
    room.act(writer, "add_idea", id="idee-0001", text="Een bankje")
    assert room.live_session.at_tables.heard == {number}
    room.act(writer, "add_idea", id="idee-0002", text="Een boom")
    assert room.live_session.at_tables.heard == {number}
    room.steer("next")
    assert room.live_session.at_tables.heard == {number}
    room.go_to("carousel", "ideas", 2)
    assert room.live_session.at_tables.heard == frozenset()
    room.act(other, "add_idea", id="idee-0003", text="Water", round=2)
    assert room.live_session.at_tables.heard == {room.visitors.index(other) + 1}


def test_a_vote_and_a_note_of_a_whole_table_are_nobodys_writing(room):
    room.act_on_tablet("add_idea", {"id": "idee-0001", "text": "x", "round": 1, "table": 1})
    room.act(room.thinkers[0], "add_idea", id="idee-0002", text="Een boom")
    assert len(room.live_session.at_tables.heard) == 1
    room.go_to("voting")
    here = running(room.look(), room.now)
    assert here
    choice = here[0].face(here[1], Audience("phone")).view.choices[0].id
    room.act(room.thinkers[0], "vote", step="voting", id="stem-0001", choice=choice)
    assert room.live_session.at_tables.heard == frozenset()


def test_a_link_and_its_helper_are_the_same_person_again(room):
    helper, token = link(room, Wanted(Role.TABLE_HOST, "Fatima", table=2))
    assert helper_links.who_helps(token) == helper
