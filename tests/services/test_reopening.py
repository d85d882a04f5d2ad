"""A step that is over can be opened again, and nothing that was brought in there is lost."""

import pytest

from plekberaad_app.domain.errors import DomainError, NotAllowed, NotFound, StaleCommand
from plekberaad_app.services import conducting
from tests.services.rooms import Room, room_in_ideas

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
    conducting.reopen(room.driver, room.live_session_id, step_id, seen, room.now)


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
