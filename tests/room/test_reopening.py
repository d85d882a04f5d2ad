"""A step that is over can be opened again, and nothing that was brought in there is lost."""

from datetime import timedelta

import pytest

from plekberaad_app.core.errors import DomainError, NotAllowed, NotFound, StaleCommand
from plekberaad_app.core.evening import Status
from plekberaad_app.core.steering import ReturnPoint
from plekberaad_app.room import steering
from tests.rooms import Room, open_room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    """The vote has begun; in the carousel an idea was written and every owner said 'not yet'."""
    room = room_in_ideas()
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    room.go_to("voting")
    return room


def reopen(room: Room, step_id: str, made_on: int | None = None) -> None:
    seen = room.live_session.steering if made_on is None else made_on
    steering.reopen(room.facilitator, room.live_session_id, step_id, seen, room.now)


def contributions(room: Room) -> dict:
    board = room.look().board
    kinds = ("idea", "next_step")
    return {each.id: each.payload for kind in kinds for each in board.of_step("carousel", kind)}


def test_a_reopened_step_stands_at_its_start_with_everything_that_was_in_it(room):
    before, plan = contributions(room), room.look().steps[1].plan
    assert len(before) == 5
    reopen(room, "carousel")
    assert room.stands_at("carousel", "explain", 1)
    assert (contributions(room), room.look().steps[1].plan) == (before, plan)
    assert room.live_session.steered_what == "reopen"


def test_in_a_reopened_step_people_go_on_where_they_were(room):
    reopen(room, "carousel")
    room.act(room.thinkers[0], "change_idea", id="idee-0001", text="Twee bankjes")
    assert contributions(room)["idee-0001"]["text"] == "Twee bankjes"
    room.go_to("carousel", "ideas")
    room.act(room.thinkers[0], "add_idea", id="idee-0002", text="Een boom")
    for _ in range(7):
        room.steer("next")
    assert room.stands_at("carousel", "next_step", 2)


def test_only_a_step_that_is_over_is_reopened(room):
    with pytest.raises(DomainError, match="not_over_yet"):
        reopen(room, "voting")
    with pytest.raises(NotFound, match="step_gone"):
        reopen(room, "elsewhere")
    with pytest.raises(StaleCommand):
        reopen(room, "carousel", made_on=0)


def test_a_closed_evening_is_not_reopened(room):
    room.steer("close")
    with pytest.raises(NotAllowed, match="evening_closed"):
        reopen(room, "carousel")


def leave_out(room: Room) -> ReturnPoint:
    there = steering.steer(
        room.facilitator, room.live_session_id, "skip", room.live_session.steering, room.now
    )
    assert there is not None
    return there


def put_back(room: Room, there: ReturnPoint) -> None:
    steering.stand_again(room.facilitator, room.live_session_id, there, room.now)


def test_a_step_that_was_left_out_comes_back_where_the_room_stood_with_the_time_it_had():
    room = room_in_ideas()
    room.wait(minutes=1)
    before = room.live_session
    steering.unlock(room.facilitator, room.live_session_id, 2, True, before.steering, room.now)
    there = leave_out(room)
    assert room.stands_at("voting", "vote", 1)
    room.wait(seconds=40)
    put_back(room, there)
    assert room.stands_at("carousel", "ideas", 1)
    clock = room.live_session.clock
    assert before.clock
    assert clock
    assert clock.remaining(room.now) == before.clock.remaining(room.now - timedelta(seconds=40))
    assert set(room.live_session.unlocked) == {2}


def test_a_clock_that_stood_still_stands_still_again():
    room = room_in_ideas()
    room.steer("pause")
    put_back(room, leave_out(room))
    assert room.live_session.clock
    assert room.live_session.clock.is_paused


def test_from_the_lobby_leaving_out_the_first_step_leads_back_to_the_lobby():
    room = open_room()
    there = steering.steer(room.facilitator, room.live_session_id, "skip_next", 0, room.now)
    assert there is not None
    put_back(room, there)
    assert room.live_session.status is Status.LOBBY


def test_nothing_is_put_back_once_the_room_went_on():
    room = room_in_ideas()
    there = leave_out(room)
    room.steer("next")
    with pytest.raises(StaleCommand):
        put_back(room, there)


def test_what_closes_the_evening_is_for_good(room):
    seen = room.live_session.steering
    assert steering.steer(room.facilitator, room.live_session_id, "skip", seen, room.now) is None
