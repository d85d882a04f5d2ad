"""An owner who left: their table stays in sight, and its people hear what is going on."""

from dataclasses import replace

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.carousel.views import LeftView
from plekberaad_app.activities.contract.activity import Audience
from tests.activities.carousel.scenes import A, b, carousel, refusal
from tests.activities.scenes import FACILITATOR, Room


@pytest.fixture
def without_its_owner() -> Room:
    """Table 1 in the ideas phase; A, who asked there, went home."""
    room = carousel()
    room.people = tuple(who for who in room.people if who is not A)
    room.challenges = tuple(each for each in room.challenges if each.owner is not A)
    return room


def test_the_table_stays_on_the_tablet(without_its_owner: Room):
    face = Carousel().face(without_its_owner.scene, Audience("tablet"))
    assert face.view.left == (LeftView(table=1, rests=False),)
    assert [table.table for table in face.view.tables] == [2]


def test_its_people_hear_that_somebody_left_and_those_of_other_tables_do_not(
    without_its_owner: Room,
):
    scene = without_its_owner.scene
    here = Carousel().face(scene, Audience("phone", 1, "waiting"))
    there = Carousel().face(scene, Audience("phone", 2, "thinker"))
    assert here.line.key == "carousel.line.left"
    assert there.line.key != "carousel.line.left"


def test_it_is_told_and_holds_up_nobody(without_its_owner: Room):
    found = Carousel().obstacle(without_its_owner.scene)
    assert found is not None
    assert (found.code, found.values, found.is_blocking) == (
        "carousel.owner_left",
        {"table": 1},
        False,
    )


def test_only_a_facilitator_lets_a_table_sit_out_and_only_one_whose_owner_left(
    without_its_owner: Room,
):
    here = {"table": 1, "round": 1}
    assert refusal(without_its_owner, b, "let_rest", **here) == "carousel.facilitator_only"
    elsewhere = refusal(without_its_owner, FACILITATOR, "let_rest", **(here | {"table": 2}))
    assert elsewhere == "carousel.no_owner_here"
    without_its_owner.act(FACILITATOR, "let_rest", **here)
    assert Carousel().obstacle(without_its_owner.scene) is None
    assert without_its_owner.act(FACILITATOR, "let_rest", **here) == ()


def test_a_table_that_never_had_an_owner_in_a_round_was_not_left():
    room = carousel()
    room.challenges = tuple(replace(each) for each in room.challenges)
    assert Carousel().obstacle(room.scene) is None
