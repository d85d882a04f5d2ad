"""Tables put forward what the room should hear: together, and never more than they may."""

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.core.errors import NotAllowed, NotFound
from tests.activities.harvest.harvesting import (
    ONE,
    PEOPLE,
    TWO,
    harvest,
    note_id,
    phone,
    projector,
    tablet,
    texts,
)
from tests.activities.scenes import FACILITATOR, Room, actor_of


def put(room: Room, who: object, *choices: int) -> None:
    for choice in choices:
        room.act(actor_of(who), "put_forward", choice=choice)  # pyright: ignore[reportArgumentType]


def test_a_table_chooses_from_what_it_made_itself():
    room = harvest()
    assert texts(phone(room, 1).choices) == ["Een bankje", "Meer licht", "Een boom", "Een fontein"]
    assert texts(phone(room, 2).choices) == ["Een moestuin"]


def test_anybody_at_a_table_puts_something_forward_and_everybody_there_sees_it():
    room = harvest()
    put(room, PEOPLE[3], 2)
    assert texts(phone(room, 1).ours) == ["Meer licht"]
    assert "Meer licht" not in texts(phone(room, 1).choices)
    assert phone(room, 1).left == 2
    assert texts(phone(room, 2).ours) == []


def test_two_at_once_never_make_four():
    room = harvest()
    put(room, ONE, 1, 2)
    put(room, PEOPLE[3], 3)
    with pytest.raises(NotAllowed) as refused:
        put(room, ONE, 4)
    assert refused.value.code == "harvest.enough"
    with pytest.raises(NotAllowed):
        room.act(actor_of(PEOPLE[5]), "bring", id="een-nieuw-ding", text="Nog iets", round=1)
    assert phone(room, 1).left == 0
    assert texts(phone(room, 1).choices) == []


def test_the_same_twice_is_put_forward_once():
    room = harvest()
    put(room, ONE, 1)
    put(room, PEOPLE[3], 1)
    assert texts(phone(room, 1).ours) == ["Een bankje"]


def test_a_table_cannot_choose_what_another_table_made():
    room = harvest()
    with pytest.raises(NotFound):
        put(room, TWO, 1)


def test_what_was_left_out_can_be_chosen_again():
    room = harvest()
    put(room, ONE, 1)
    item = phone(room, 1).ours[0].id
    for _twice in range(2):
        room.act(actor_of(PEOPLE[3]), "leave_out", item=item)
    assert texts(phone(room, 1).ours) == []
    put(room, PEOPLE[3], 1)
    assert texts(phone(room, 1).ours) == ["Een bankje"]


def test_nobody_leaves_out_what_another_table_chose():
    room = harvest()
    put(room, ONE, 1)
    with pytest.raises(NotAllowed):
        room.act(actor_of(TWO), "leave_out", item=phone(room, 1).ours[0].id)


def test_a_table_also_brings_something_in_its_own_words_once():
    room = harvest()
    for _twice in range(2):
        room.act(actor_of(TWO), "bring", id="in-eigen-woorden", text="Wij zijn er ook", round=1)
    assert texts(phone(room, 2).ours) == ["Wij zijn er ook"]
    assert not phone(room, 2).ours[0].can_leave


def test_the_facilitator_chooses_for_a_table_without_a_phone_or_says_that_it_sits_out():
    room = harvest()
    room.act(FACILITATOR, "put_forward", table=2, choice=5)
    assert texts(tablet(room).per_table[1].ours) == ["Een moestuin"]
    room.act(FACILITATOR, "sit_out", table=1)
    assert [row.sits_out for row in projector(room).per_table] == [True, False]
    with pytest.raises(NotAllowed):
        room.act(actor_of(ONE), "sit_out", table=2)


def test_before_it_is_told_no_other_screen_has_what_a_table_chose():
    room = harvest()
    before = projector(room), phone(room, 2)
    put(room, ONE, 1)
    assert "Een bankje" not in repr((projector(room), phone(room, 2)))
    assert before[1] == phone(room, 2)


def test_what_was_taken_back_or_hidden_where_it_came_from_is_gone_from_the_harvest():
    room = harvest()
    put(room, ONE, 1, 2)
    room.hide(note_id(1, 0))
    assert texts(phone(room, 1).ours) == ["Meer licht"]
    assert phone(room, 1).left == 2


def test_what_the_facilitator_hides_stays_on_the_tablet_alone():
    room = harvest()
    put(room, ONE, 1)
    room.hide(phone(room, 1).ours[0].id)
    assert texts(phone(room, 1).ours) == []
    (note,) = room.activity.notes(room.scene, Audience("tablet"))  # pyright: ignore[reportAttributeAccessIssue]
    assert (note.text, note.hidden) == ("Een bankje", True)


def test_somebody_without_a_table_listens_and_chooses_nothing():
    room = harvest()
    assert not phone(room, None).has_table
    assert phone(room, None).choices == ()


def test_fewer_may_be_told():
    room = harvest(most=1)
    put(room, ONE, 1)
    with pytest.raises(NotAllowed):
        put(room, ONE, 2)
