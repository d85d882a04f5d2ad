"""Pairs in a whole evening: made when the room comes to a stop, and kept up as people come and
go."""

import random
from collections.abc import Iterator

import pytest

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.groups import groups_now, members, pair_of
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import DomainError, NotAllowed, NotFound
from plekberaad_app.core.groups import Group, GroupKind
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step
from plekberaad_app.room import (
    admission,
    erasure,
    grouping,
    merging_people,
    programme_edits,
    seating,
    steering,
)
from plekberaad_app.room.projections import phone, projector, tablet
from tests.activities.interview import interview_step, with_interview
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")

WELCOME = Step("welcome", "welcome", "Welkom")
CLOSING = Step("closing", "closing", "Tot slot")


@pytest.fixture(autouse=True)
def interview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with with_interview(tmp_path_factory.mktemp("home")):
        yield


@pytest.fixture
def room() -> Room:
    return talking()


def talking(people: int = 8, **options: object) -> Room:
    """So many people at two tables, in the first of two talks."""
    found = open_room((WELCOME, interview_step(**options), CLOSING))
    found.fill(people)
    found.seat(2)
    found.go_to("interview", "talk")
    return found


def scene(room: Room):
    here = running(room.look(), room.now)
    assert here
    return here[1]


def pairs(room: Room) -> dict[int, set[int]]:
    """The numbers of the people in each pair or trio."""
    now = scene(room)
    return {
        group.number: {person.number for person in members(now, group)} for group in groups_now(now)
    }


def person(room: Room, number: int) -> Person:
    found = room.look().person(number)
    assert found
    return found


def pair(room: Room, number: int) -> Group:
    found = pair_of(scene(room), person(room, number))
    assert found
    return found


def partner(room: Room, number: int) -> int:
    (found,) = pairs(room)[pair(room, number).number] - {number}
    return found


def me(room: Room, number: int):
    found = room.look()
    return phone.personal(found, person(room, number), room.visitors[number - 1].key, room.now)[
        "me"
    ]


def met(found: dict[int, set[int]]) -> set[frozenset[int]]:
    return {frozenset(each) for each in found.values()}


def test_everybody_is_in_a_pair_when_the_talk_begins_and_in_another_at_the_next(room: Room):
    first = pairs(room)
    assert sorted(one for each in first.values() for one in each) == list(range(1, 9))
    room.steer("next")
    second = pairs(room)
    assert sorted(one for each in second.values() for one in each) == list(range(1, 9))
    assert not met(first) & met(second)


def test_what_the_activity_decides_itself_is_decided_once_and_stands_beside_its_pairs(
    monkeypatch: pytest.MonkeyPatch,
):
    rules, decks = type(activity_of("interview")), iter(range(1, 9))
    monkeypatch.setattr(rules, "plan", lambda *_: {"deck": next(decks)})
    room = talking()
    for _ in range(2):
        room.steer("next")
        room.check_in("Laat")
    plan = room.look().steps[1].plan
    assert plan["deck"] == 1
    assert len(plan["groups"]) == 3


def test_options_that_are_put_right_in_a_running_step_make_its_pairs_anew(room: Room):
    programme_edits.put_right(room.facilitator, room.live_session_id, "interview", {}, room.now)
    assert sorted(one for each in pairs(room).values() for one in each) == list(range(1, 9))


def test_no_pairs_are_made_before_the_talk_begins():
    found = open_room((WELCOME, interview_step()))
    found.fill(4)
    found.go_to("welcome")
    assert pairs(found) == {}
    assert "groups" not in found.look().steps[1].plan


def test_going_back_restores_the_pairs_and_going_on_again_too(room: Room):
    first = pairs(room)
    room.steer("next")
    second = pairs(room)
    room.steer("back")
    assert pairs(room) == first
    room.steer("repeat")
    assert pairs(room) == first
    room.steer("next")
    assert pairs(room) == second


def test_a_step_that_was_skipped_by_mistake_has_its_pairs_again(room: Room):
    room.steer("next")
    second = pairs(room)
    made_on = room.live_session.steering
    there = steering.steer(room.facilitator, room.live_session_id, "skip", made_on, room.now)
    assert there
    steering.stand_again(room.facilitator, room.live_session_id, there, room.now)
    assert pairs(room) == second


def test_anybody_who_began_too_early_gets_the_pairs_that_fit_who_is_there(room: Room):
    room.steer("back")
    room.fill(4)
    room.steer("next")
    assert [len(each) for each in pairs(room).values()] == [2] * 6


def test_the_clock_makes_the_pairs_of_the_next_stop_as_a_tap_would(room: Room):
    first = pairs(room)
    room.wait(minutes=5, seconds=1)
    assert steering.steer_if_due(room.live_session_id, room.now)
    second = pairs(room)
    assert len(second) == 4
    assert not met(first) & met(second)
    room.steer("back")
    assert pairs(room) == first
    room.steer("next")
    assert pairs(room) == second


def test_a_latecomer_joins_a_pair_and_nobody_moves(room: Room):
    before = pairs(room)
    room.check_in("Laat")
    after = pairs(room)
    assert all(before[number] <= after[number] for number in before)
    assert 9 in after[pair(room, 9).number]
    assert me(room, 9).partners
    assert me(room, 9).sits_at == person(room, 9).table


def test_a_latecomer_without_a_phone_joins_one_too(room: Room):
    late = admission.add_by_hand(room.facilitator, room.live_session_id, "Wim", "", "", room.now)
    assert late.number in pairs(room)[pair(room, late.number).number]


def test_a_latecomer_is_in_the_next_pairs_like_everybody(room: Room):
    room.check_in("Laat")
    room.steer("next")
    room.steer("back")
    assert 9 in pairs(room)[pair(room, 9).number]
    room.steer("next")
    assert 9 in pairs(room)[pair(room, 9).number]


def test_somebody_of_a_trio_replaces_whoever_goes_home(room: Room):
    room.check_in("Laat")
    trio = pairs(room)[pair(room, 9).number]
    gone = next(number for number in range(1, 9) if number not in trio)
    left = partner(room, gone)
    admission.go_home(room.facilitator, room.live_session_id, gone, room.now, gone=True)
    assert partner(room, left) in trio
    assert sorted(map(len, pairs(room).values())) == [2, 2, 2, 2]
    assert pair_of(scene(room), person(room, gone)) is None


def test_whoever_comes_back_is_in_a_pair_again(room: Room):
    for gone in (True, False):
        admission.go_home(room.facilitator, room.live_session_id, 3, room.now, gone=gone)
    assert 3 in pairs(room)[pair(room, 3).number]


def test_whoever_is_left_alone_joins_others(room: Room):
    left = partner(room, 1)
    erasure.erase_self(room.visitors[0], room.now)
    assert len(pairs(room)[pair(room, left).number]) == 3


def test_whoever_was_erased_is_in_no_pair_of_any_stop(room: Room):
    erased = person(room, 1).id
    room.steer("next")
    erasure.erase_self(room.visitors[0], room.now)
    assert erased not in str(room.look().steps)


def test_two_rows_that_are_one_person_are_in_one_pair(room: Room):
    room.check_in("Laat")
    merging_people.join_people(room.facilitator, room.live_session_id, 1, 9, room.now)
    everybody = [one for each in pairs(room).values() for one in each]
    assert sorted(everybody) == sorted(each.number for each in room.look().people)


def test_the_facilitator_moves_somebody_to_other_people(room: Room):
    left, there = partner(room, 1), next(iter(pairs(room).keys() - {pair(room, 1).number}))
    grouping.move_to_group(room.facilitator, room.live_session_id, 1, there, room.now)
    assert pair(room, 1) == Group(GroupKind.PAIR, there)
    assert me(room, left).is_alone
    assert me(room, left).partners == []
    grouping.move_to_group(room.facilitator, room.live_session_id, left, 0, room.now)
    room.check_in("Laat")
    assert partner(room, 9) == left


@pytest.mark.parametrize(
    ("number", "group", "code"),
    [(99, 1, "person_gone"), (1, 99, "group_gone"), (1, -1, "group_gone")],
)
def test_nobody_is_moved_to_where_nobody_is(room: Room, number: int, group: int, code: str):
    with pytest.raises(NotFound) as refused:
        grouping.move_to_group(room.facilitator, room.live_session_id, number, group, room.now)
    assert refused.value.code == code


def test_nobody_is_moved_in_a_stop_without_pairs(room: Room):
    room.go_to("interview", "share")
    with pytest.raises(NotAllowed):
        grouping.move_to_group(room.facilitator, room.live_session_id, 1, 0, room.now)


def test_tables_stay_as_they_are_while_pairs_are_planned(room: Room):
    with pytest.raises(NotAllowed) as refused:
        seating.make_tables(room.facilitator, room.live_session_id, 3, random.Random(1))
    assert refused.value.code == "tables_fixed"


def test_a_table_with_extra_time_keeps_its_pairs_and_its_latecomers(room: Room):
    first = pairs(room)
    made_on = room.live_session.steering
    steering.unlock(room.facilitator, room.live_session_id, 1, True, made_on, room.now)
    room.check_in("Laat")
    late = person(room, 9).table or 0
    for number in range(1, 9):
        audience = phone.audience(room.look(), person(room, number), room.now)
        assert audience.group
        assert number in first[audience.group.number]
    assert phone.audience(room.look(), person(room, 9), room.now).table == late


def test_no_table_stays_behind_while_pairs_are_of_the_whole_room():
    room = talking(across=True)
    made_on = room.live_session.steering
    with pytest.raises(DomainError) as refused:
        steering.unlock(room.facilitator, room.live_session_id, 1, True, made_on, room.now)
    assert refused.value.code == "no_tables_now"


def test_two_who_meet_from_different_tables_are_told_where_and_share_a_view():
    room = talking(across=True)
    look = room.look()
    for number in range(1, 9):
        own, other = me(room, number), me(room, partner(room, number))
        assert own.sits_at == other.sits_at > 0
        assert own.partners == [other.name]
        two = (person(room, number), person(room, partner(room, number)))
        assert len({phone.audience(look, each, room.now) for each in two}) == 1


def test_pairs_are_made_without_tables_too_and_then_meet_nowhere_in_particular():
    found = open_room((interview_step(),))
    found.fill(4)
    found.go_to("interview")
    own = me(found, 1)
    assert (len(own.partners), own.sits_at) == (1, 0)
    audiences = [phone.audience(found.look(), each, found.now) for each in found.look().people]
    assert len(set(audiences)) == 2


def test_somebody_alone_in_the_room_is_told_so_until_another_comes():
    found = open_room((interview_step(),))
    found.fill(1)
    found.go_to("interview")
    assert me(found, 1).is_alone
    found.check_in("Laat")
    assert (me(found, 1).partners, me(found, 1).is_alone) == (["Laat"], False)


def test_namesakes_are_told_apart_where_they_meet():
    found = open_room((interview_step(),))
    for _ in range(2):
        found.check_in("Fatima")
    found.go_to("interview")
    assert me(found, 1).partners == ["Fatima (2)"]


def test_nobody_comes_into_a_stop_without_people():
    found = open_room((interview_step(),))
    found.go_to("interview")
    assert pairs(found) == {}
    found.check_in("Laat")
    assert pairs(found) == {1: {1}}


def test_tablet_and_projector_show_who_is_with_whom(room: Room):
    found = pairs(room)
    for screen in (tablet, projector):
        cards = screen.shared(room.look(), screen.AUDIENCE, room.now)["groups"]
        assert {card.number: set(card.people) for card in cards} == found
        assert all(len(card.names) == len(card.people) and card.table for card in cards)
    room.go_to("interview", "share")
    assert tablet.shared(room.look(), tablet.AUDIENCE, room.now)["groups"] == []


def test_the_facilitator_writes_for_a_pair_without_a_phone(room: Room):
    number = pair(room, 1).number
    about = {"id": "papier-001", "text": "Op papier", "group": number}
    room.act_on_tablet("tell", about, "interview")
    (item,) = scene(room).board.of_step("interview", "answer")
    assert (item.payload["group"], item.on_behalf) == (number, "table")
    with pytest.raises(NotFound):
        room.act_on_tablet("tell", {**about, "id": "papier-002", "group": 99}, "interview")
