"""A carousel to try rules on: two tables of three, and two owners at each in turn."""

from typing import Any

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.activity import Actor
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.people import Challenge, Person
from tests.activities.scenes import Room, actor_of, person

# A and D own in round 1, B and E in round 2; C and F think along all evening. F has no phone.
A, B, C = (person(number, 1, number) for number in (1, 2, 3))
D, E = (person(number, 2, number - 3) for number in (4, 5))
F = person(6, 2, 3, has_phone=False)
PEOPLE = (A, B, C, D, E, F)
a, b, c, d, e = (actor_of(who) for who in (A, B, C, D, E))


def challenge_of(owner: Person) -> Challenge:
    return Challenge(f"challenge-{owner.number}", owner, f"De wens van {owner.name}")


CHALLENGES = tuple(challenge_of(owner) for owner in (A, D, B, E))


def carousel(people: tuple[Person, ...] = PEOPLE, **options: Any) -> Room:
    """A carousel that has begun and stands in the ideas phase of round 1."""
    return Room(Carousel(), people, CHALLENGES, options=options, tables=2).begin().go_to("ideas")


def idea(
    room: Room, actor: Actor, text: str = "Een bank", id: str = "idea-0001", **more: Any
) -> str:
    """Somebody has an idea in round 1, or in the round named; answers with its id."""
    room.act(actor, "add_idea", **({"id": id, "text": text, "round": 1} | more))
    return id


def refusal(room: Room, actor: Actor, name: str, **payload: Any) -> str:
    """The code with which an act is refused; the board is left as it was."""
    before = room.board
    with pytest.raises(DomainError) as refused:
        room.act(actor, name, **payload)
    assert room.board is before
    return refused.value.code
