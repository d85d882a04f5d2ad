"""In the closing a phone shows what its person goes home with, before the evening is over."""

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.room.projections import phone
from plekberaad_app.room.views.phone import TakenHomeView
from tests.casting import own_settings, quick_hashes  # noqa: F401
from tests.rooms import PROGRAMME, Room, open_room

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")

CLOSING = Step("closing", "closing", "Tot slot")


@pytest.fixture
def room() -> Room:
    opened = open_room((*PROGRAMME[:2], CLOSING))
    opened.gather(6, tables=1)
    opened.go_to("carousel", "ideas")
    return opened


def home(room: Room, number: int) -> TakenHomeView:
    evening = room.look()
    person = next(each for each in evening.people if each.number == number)
    return phone.personal(evening, person, room.visitors[number - 1].key, room.now)["home"]


def owner_of_the_first_round(room: Room) -> int:
    evening = room.look()
    return next(
        each.number
        for each in evening.people
        if phone.audience(evening, each, room.now).role == "owner"
    )


def test_what_came_in_on_ones_wish_and_ones_first_step(room: Room):
    owner = owner_of_the_first_round(room)
    thinker = len(room.visitors)
    room.act(room.visitors[-1], "add_idea", id="idee-0001", text="Een bankje")
    room.go_to("carousel", "next_step")
    room.act(room.visitors[owner - 1], "record_next_step", what="Ik vraag drie buren")
    assert home(room, owner) == TakenHomeView()
    room.steer("skip")
    (wish,) = home(room, owner).wishes
    assert (wish.ideas, wish.step.what) == (["Een bankje"], "Ik vraag drie buren")
    assert not wish.not_yet
    assert home(room, thinker).wishes == []
    assert [step.what for step in home(room, thinker).steps] == ["Ik vraag drie buren"]


def test_whoever_said_not_yet_reads_so_and_nobody_else_does(room: Room):
    owner = owner_of_the_first_round(room)
    room.go_to("carousel", "next_step")
    room.act(room.visitors[owner - 1], "not_yet")
    room.steer("skip")
    (wish,) = home(room, owner).wishes
    assert (wish.not_yet, wish.step.what) == (True, "")
    assert home(room, owner).steps == []
    assert home(room, len(room.visitors)) == TakenHomeView(was_there=True)


def test_anyone_who_is_not_in_yet_is_sent_nothing_of_it(room: Room):
    room.go_to("closing")
    guest = phone.personal(room.look(), None, room.visitors[0].key, room.now)
    assert guest["home"] == TakenHomeView()
