"""A ballot is open in one phase, to everybody for themselves and for who has no phone."""

import pytest

from plekberaad_app.activities.contract.activity import Actor
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.kit.ballot import Ballot
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.core.errors import DomainError
from tests.activities.scenes import FACILITATOR, Room, actor_of, on_behalf_of, person

ANN, CAS = person(1, 1, 1), person(3, has_phone=False)
BALLOT = Ballot("voting", "vote", phase="vote")


def room() -> Room:
    return Room(activity_of("voting"), (ANN, CAS), options={"choices": ["A", "B"]}).begin()


def refusal(played: Room, number: int | None, actor: Actor) -> str:
    try:
        BALLOT.require_right(played.scene, number, actor)
    except DomainError as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("at", [-1, 1, 2])
def test_it_is_closed_outside_its_phase(at: int):
    played = room()
    assert BALLOT.is_open(played.scene)
    played.stop_index = at
    assert not BALLOT.is_open(played.scene)
    assert refusal(played, None, actor_of(ANN)) == "voting.closed"


def test_a_phone_answers_for_itself_and_the_facilitator_for_who_has_none():
    played = room()
    assert refusal(played, None, actor_of(ANN)) == ""
    assert refusal(played, 3, on_behalf_of(CAS)) == ""
    assert refusal(played, 3, actor_of(ANN)) == "voting.only_for_yourself"
    assert refusal(played, 1, on_behalf_of(ANN)) == "voting.has_phone"
    assert refusal(played, None, FACILITATOR) == "voting.for_whom"


def test_what_somebody_gave_is_what_they_gave_in_this_step():
    played, ann = room(), actor_of(ANN)
    given = [contribution(played.scene, ann, "vote", f"vote-000{at}") for at in (1, 2)]
    of_another = contribution(played.scene, actor_of(CAS), "vote", "vote-0003")
    played.board = played.board.with_changes([*given, of_another])
    assert BALLOT.given_by(played.scene, ann.author) == given
    played.activity = activity_of("poll")
    assert BALLOT.given_by(played.scene, ann.author) == []
