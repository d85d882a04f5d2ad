"""The bell rings by itself before the end, and when a facilitator rings it."""

from dataclasses import asdict

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.intermission.rules import Intermission
from plekberaad_app.core.errors import NotAllowed
from tests.activities.scenes import FACILITATOR, Room, actor_of, person

SOMEBODY = person(1, 1, 1)


def room(**options: object) -> Room:
    return Room(Intermission(), (SOMEBODY,), options=dict(options)).begin()


def rung(found: Room) -> int:
    return Intermission().face(found.scene, Audience("projector")).view.rung


def test_each_time_that_a_facilitator_rings_the_projector_hears_it():
    found = room()
    assert rung(found) == 0
    found.act(FACILITATOR, "ring_bell")
    assert rung(found) == 1
    found.act(FACILITATOR, "ring_bell")
    assert rung(found) == 2


def test_a_participant_cannot_ring_it():
    with pytest.raises(NotAllowed, match=r"intermission\.facilitator_only"):
        room().act(actor_of(SOMEBODY), "ring_bell")


def test_nobody_rings_it_before_the_intermission_or_after_it():
    for found in (room().stand_at(-1), room().end()):
        with pytest.raises(NotAllowed, match=r"intermission\.over"):
            found.act(FACILITATOR, "ring_bell")


def test_a_phone_is_not_told_of_it():
    found = room()
    before = asdict(Intermission().face(found.scene, Audience("phone")).view)
    found.act(FACILITATOR, "ring_bell")
    assert asdict(Intermission().face(found.scene, Audience("phone")).view) == before


@pytest.mark.parametrize(("length", "at"), [(900, 120_000), (300, 120_000), (299, 0)])
def test_it_rings_by_itself_two_minutes_before_the_end_unless_the_intermission_is_short(length, at):
    scene = room(length=length).scene
    assert Intermission().face(scene, Audience("projector")).view.bell_at == at
    assert Intermission().face(scene, Audience("tablet")).view.rings == (at > 0)
