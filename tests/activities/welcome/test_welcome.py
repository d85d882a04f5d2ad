"""The welcome shows a text and an image and asks nothing."""

from datetime import timedelta

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.welcome.rules import Welcome
from plekberaad_app.activities.welcome.views import WelcomeView
from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import Room, person

TEXT = "Fijn dat je er bent!"


def room(**options: object) -> Room:
    return Room(Welcome(), (person(1, 1, 1),), options=dict(options)).begin()


def test_it_lasts_five_minutes_unless_said_otherwise():
    assert Welcome().stops(room().step)[0].length == timedelta(minutes=5)
    assert Welcome().stops(room(length=90).step)[0].length == timedelta(seconds=90)


@pytest.mark.parametrize("screen", ["projector", "phone", "tablet"])
def test_text_and_image_stand_on_every_screen(screen):
    face = Welcome().face(room(text=TEXT, image="image-1").scene, Audience(screen))
    assert face.view == WelcomeView(text=TEXT, image="image-1")


def test_only_the_tablet_gets_the_script():
    with_script = {
        screen
        for screen in ("phone", "projector", "tablet")
        if Welcome().face(room().scene, Audience(screen)).script
    }
    assert with_script == {"tablet"}


@pytest.mark.parametrize(
    "options", [{"text": 3}, {"text": "x" * 501}, {"length": "300"}, {"length": 0}]
)
def test_options_of_a_wrong_type_or_size_are_refused(options):
    with pytest.raises(BadInput):
        Welcome().options(options)


def test_a_text_of_500_characters_fits_and_an_empty_one_too():
    assert Welcome().options({"text": "x" * 500}).text == "x" * 500
    assert Welcome().options({"text": " "}).text == ""


def test_nothing_stands_in_the_way_and_nothing_is_left():
    scene = room().scene
    assert Welcome().obstacle(scene) is None
    assert Welcome().personal(scene, "tag-1") == NO_VIEW
    assert Welcome().report(scene) == ()
    assert Welcome().outcomes(scene) == ()


def test_every_text_of_a_welcome_is_in_the_catalogue():
    here = room()
    face = Welcome().face(here.scene, Audience("tablet"))
    assert face.script
    said = (face.line, face.script.say, face.script.do)
    for key in ("welcome.phase.show", *(each.key for each in said)):
        assert key in catalogue.keys("nl") & catalogue.keys("en")
