"""A contribution has everything about the moment it was made, and is kept once under its id."""

from dataclasses import replace

import pytest

from plekberaad_app.activities.contract.activity import Actor
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.kit.contributing import (
    contribution,
    kept_once,
    require_facilitator,
)
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource
from tests.activities.scenes import FACILITATOR, Room, actor_of, person

ANN = person(1, 1, 1)


def room() -> Room:
    return Room(activity_of("wall"), (ANN,), options={"question": "Wat?"}, tables=1).begin()


def test_it_knows_who_made_it_where_and_when():
    scene, ann = room().scene, actor_of(ANN)
    made = contribution(scene, ann, "note", "note-0001", {"text": "Een bank"}, number=2, table=3)
    assert (made.step_id, made.phase, made.created_at) == (scene.step.id, "write", scene.now)
    assert (made.author, made.on_behalf, made.kind) == (ann.author, "", "note")
    assert (made.id, made.round, made.table, made.challenge_id) == ("note-0001", 2, 3, "")
    assert dict(made.payload) == {"text": "Een bank"}


def test_what_comes_late_is_of_the_phase_it_was_made_in():
    played = room()
    played.stop_index = len(played.scene.stops)
    assert contribution(played.scene, FACILITATOR, "told", "told.1").phase == "over"
    late = contribution(played.scene, FACILITATOR, "note", "note-0001", phase="write")
    assert late.phase == "write"


def test_the_same_again_changes_nothing_and_other_words_change_what_stands():
    played = room()
    first = contribution(played.scene, FACILITATOR, "told", "told.1", {"left": 3})
    assert kept_once(played.scene, first) == (first,)
    played.board = played.board.with_changes([first])
    assert kept_once(played.scene, replace(first, author="somebody else")) == ()
    other = replace(first, payload={"left": 2}, author="somebody else")
    assert kept_once(played.scene, other) == (replace(first, payload={"left": 2}),)


def test_what_was_taken_back_stands_again_once_it_is_said_anew():
    played = room()
    item = contribution(played.scene, FACILITATOR, "told", "told.1", {"left": 3})
    played.board = played.board.with_changes([replace(item, withdrawn=True, payload={})])
    assert kept_once(played.scene, item) == (item,)


@pytest.mark.parametrize("who", [actor_of(ANN), Actor("somebody")])
def test_only_a_facilitator_may_do_what_is_theirs(who: Actor):
    require_facilitator(FACILITATOR, Resource.SECRECY, "wall")
    with pytest.raises(NotAllowed, match=r"wall\.facilitator_only"):
        require_facilitator(who, Resource.SECRECY, "wall")
