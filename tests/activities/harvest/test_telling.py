"""The facilitator goes through what is told, and the room says what touches it."""

import pytest

from plekberaad_app.activities.contract.activity import Actor
from plekberaad_app.activities.harvest.views import PersonalView
from plekberaad_app.core.errors import NotAllowed, NotFound
from tests.activities.harvest.harvesting import (
    ONE,
    PEOPLE,
    TWO,
    harvest,
    phone,
    projector,
    tablet,
    texts,
)
from tests.activities.scenes import FACILITATOR, Room, actor_of, on_behalf_of, person


@pytest.fixture
def room() -> Room:
    """Three items of two tables, at the first of them."""
    found = harvest()
    found.act(actor_of(TWO), "put_forward", choice=5)
    for choice in (2, 1):
        found.act(actor_of(ONE), "put_forward", choice=choice)
    return found.go_to("tell")


def go(room: Room, way: str) -> None:
    room.act(FACILITATOR, "tell_item", item=getattr(tablet(room), way).id)


def heart(room: Room, who: Actor, item: str, *, on: bool = True, **more: int) -> None:
    room.act(who, "give_heart", item=item, on=on, **more)


def shown(room: Room) -> str:
    return projector(room).shown.text


def test_table_by_table_in_order_with_one_tap_forward_and_back(room: Room):
    found = [shown(room)]
    for _ in range(2):
        go(room, "after")
        found.append(shown(room))
    assert sorted(found[:2]) == ["Een bankje", "Meer licht"]
    assert found[2] == "Een moestuin"
    assert [projector(room).place, projector(room).out_of] == [3, 3]
    go(room, "before")
    assert shown(room) == found[1]


def test_after_the_last_the_room_sees_all_of_it_and_can_go_back(room: Room):
    for _ in range(3):
        go(room, "after")
    assert shown(room) == ""
    assert len(projector(room).everything) == 3
    assert phone(room).is_all
    go(room, "before")
    assert shown(room) == "Een moestuin"


def test_a_phone_has_what_was_told_and_no_more(room: Room):
    assert texts(phone(room).ours) == [shown(room)]
    go(room, "after")
    assert len(phone(room).ours) == 2
    assert phone(room).ours[0].text == shown(room)


def test_what_is_hidden_while_it_is_told_makes_room_for_the_next(room: Room):
    go(room, "after")
    room.hide(projector(room).shown.id)
    assert shown(room) == "Een moestuin"


def test_only_the_facilitator_turns_the_page(room: Room):
    with pytest.raises(NotAllowed):
        room.act(actor_of(ONE), "tell_item", item="")


def test_a_heart_is_given_once_for_each_item_and_can_be_taken_back(room: Room):
    item = projector(room).shown.id
    for _twice in range(2):
        heart(room, actor_of(TWO), item)
    assert own(room) == (item,)
    assert len(list(room.board.of_step(room.step.id, "heart"))) == 1
    heart(room, actor_of(TWO), item, on=False)
    assert own(room) == ()
    heart(room, actor_of(TWO), item)
    assert own(room) == (item,)


def own(room: Room) -> tuple[str, ...]:
    view: PersonalView = room.activity.personal(room.scene, actor_of(TWO).author)
    return view.touched


def test_the_room_reads_how_many_people_are_touched_from_five_on(room: Room):
    item = projector(room).shown.id
    for who in PEOPLE[:4]:
        heart(room, actor_of(who), item)
    assert projector(room).shown.hearts == 0
    heart(room, actor_of(PEOPLE[4]), item)
    assert projector(room).shown.hearts == tablet(room).shown.hearts == 5
    assert phone(room).ours[0].hearts == 0


def test_nobody_gives_a_heart_for_what_was_not_told(room: Room):
    with pytest.raises(NotFound):
        heart(room, actor_of(TWO), tablet(room).after.id)
    room.go_to("choose")
    with pytest.raises(NotAllowed):
        heart(room, actor_of(TWO), projector(room).shown.id)


def test_the_facilitator_gives_the_heart_of_who_has_no_phone(room: Room):
    riet = person(8, 1, 8, has_phone=False)
    room.people = (*room.people, riet)
    heart(room, on_behalf_of(riet), projector(room).shown.id, person=8)
    assert len(list(room.board.of_step(room.step.id, "heart"))) == 1
    (entered,) = tablet(room).hearts_for
    assert (entered.number, entered.entered) == (8, "Dit raakt mij")
    with pytest.raises(NotAllowed):
        heart(room, FACILITATOR, projector(room).shown.id)


def test_where_nothing_was_put_forward_there_is_nothing_to_tell():
    room = harvest().go_to("tell")
    assert projector(room).out_of == 0
    found = room.activity.obstacle(room.scene)
    assert found
    assert (found.code, found.is_blocking) == ("harvest.nothing", False)
