"""One table gets extra time: its phones stay in their phase while the room goes on."""

import pytest

from plekberaad_app.core.errors import DomainError, NotAllowed, StaleCommand
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import steering
from tests.rooms import Room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


def unlock(room: Room, table: int, on: bool = True, made_on: int | None = None) -> None:
    seen = room.live_session.steering if made_on is None else made_on
    steering.unlock(room.facilitator, room.live_session_id, table, on, seen, room.now)


def at_table(room: Room, table: int) -> tuple[Visitor, Visitor]:
    """The owner of round 1 and a thinker at a table."""
    look = room.look()
    owner = next(each.owner for each in look.challenges if each.owner.table == table)
    thinker = next(
        each for each in reversed(look.people) if each.table == table and each.id != owner.id
    )
    return room.visitors[owner.number - 1], room.visitors[thinker.number - 1]


def test_an_unlocked_table_goes_on_with_ideas_while_the_others_look_back(room):
    (slow_owner, slow), (quick_owner, quick) = at_table(room, 1), at_table(room, 2)
    room.act(quick, "add_idea", id="idee-0001", text="Een bankje")
    room.act(slow, "add_idea", id="idee-0002", text="Een boom")
    unlock(room, 1)
    room.steer("next")
    assert room.stands_at("carousel", "review", 1)
    room.act(quick_owner, "mark_idea", id="idee-0001", on=True)
    with pytest.raises(NotAllowed, match="not_in_review"):
        room.act(slow_owner, "mark_idea", id="idee-0002", on=True)
    room.act(slow, "add_idea", id="idee-0003", text="Nog een boom")
    item = room.look().board.get("idee-0003")
    assert item
    assert (item.phase, item.table) == ("ideas", 1)
    unlock(room, 1, on=False)
    room.act(slow_owner, "mark_idea", id="idee-0002", on=True)


def test_a_round_ends_for_the_whole_room_with_a_next_step_of_every_table(room):
    slow_owner, _ = at_table(room, 1)
    unlock(room, 1)
    for _ in range(2):
        room.steer("next")
    with pytest.raises(DomainError, match="next_steps_missing"):
        room.steer("next")
    with pytest.raises(NotAllowed, match="too_early_to_decide"):
        room.act(slow_owner, "not_yet")
    room.answer_not_yet()
    room.steer("next")
    assert room.live_session.unlocked == {}
    assert room.stands_at("carousel", "explain", 2)


def test_it_is_kept_in_the_store_and_says_who_did_it(room):
    seen = room.live_session.steering
    unlock(room, 2)
    assert room.live_session.unlocked == {2: 2}
    assert (room.live_session.steered_by, room.live_session.steered_what) == ("Anna", "unlock")
    with pytest.raises(StaleCommand):
        unlock(room, 1, made_on=seen)


def test_a_vote_has_no_tables_to_unlock(room):
    room.go_to("voting")
    with pytest.raises(DomainError, match="no_tables_now"):
        unlock(room, 1)
