"""The closing thanks the room and says what happens next; it asks nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plekberaad_app.activities.closing.rules import Closing
from plekberaad_app.activities.closing.views import ClosingView
from plekberaad_app.activities.contract.activity import THANKS, Audience, Scene
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Paragraph
from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import Room, person

TEXT = "Tot in het voorjaar!"
STEP = Outcome("next-1", "next_step", "Ik bel de school", table=1)


def scene(*outcomes: Outcome, **options: object) -> Scene:
    room = Room(Closing(), (person(1, 1, 1),), options=dict(options)).begin()
    return replace(room.scene, outcomes=lambda: outcomes)


def line(here: Scene) -> str:
    return catalogue.in_words(Closing().face(here, Audience("phone")).line)


def test_it_is_one_part_in_which_the_room_is_thanked():
    (stop,) = Closing().stops(scene().step)
    assert (stop.phase, stop.length) == (THANKS, timedelta(minutes=5))
    assert Closing().stops(scene(length=90).step)[0].length == timedelta(seconds=90)


@pytest.mark.parametrize("screen", ["projector", "phone", "tablet"])
def test_the_last_words_and_the_photo_stand_on_every_screen(screen):
    face = Closing().face(scene(text=TEXT, image="image-1"), Audience(screen))
    assert face.view == ClosingView(text=TEXT, image="image-1")
    assert bool(face.script) == (screen == "tablet")


def test_without_first_steps_nothing_is_promised():
    assert "Dit gaan we doen" in line(scene(STEP))
    assert "Dit gaan we doen" not in line(scene())
    assert "Dit gaan we doen" not in line(scene(replace(STEP, kind="idea")))


def test_the_report_has_the_last_words_once_they_were_said():
    said = scene(text=TEXT)
    assert Closing().report(said) == (Paragraph(TEXT),)
    assert Closing().report(replace(said, stop_index=-1)) == ()
    assert Closing().report(scene()) == ()


@pytest.mark.parametrize("options", [{"text": 3}, {"text": "x" * 501}, {"length": 0}])
def test_options_of_a_wrong_type_or_size_are_refused(options):
    with pytest.raises(BadInput):
        Closing().options(options)
