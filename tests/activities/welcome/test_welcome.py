"""The welcome shows a text and an image and asks nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from plekberaad_app.activities.contract.activity import Audience, Scene
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.welcome.rules import Welcome
from plekberaad_app.activities.welcome.views import WelcomeView
from plekberaad_app.core.errors import BadInput
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import NOW, Room, person

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


def break_until(ends_at: datetime | None) -> Scene:
    return replace(room(is_break=True).scene, ends_at=ends_at)


@pytest.mark.parametrize("screen", ["projector", "phone"])
def test_a_break_says_when_the_evening_goes_on(screen):
    scene = break_until(NOW + timedelta(minutes=14, seconds=31))
    line = Welcome().face(scene, Audience(screen)).line
    assert catalogue.in_words(line) == "Pauze. We gaan verder om 20.45 uur."


def test_the_facilitator_says_the_same_time_aloud():
    script = Welcome().face(break_until(NOW + timedelta(minutes=15)), Audience("tablet")).script
    assert script
    assert catalogue.in_words(script.say) == ("Pauze! We gaan verder om 20.45 uur.")


@pytest.mark.parametrize("ends_at", [None, NOW, NOW - timedelta(minutes=2)])
def test_while_the_clock_cannot_tell_a_break_names_no_time(ends_at):
    assert Welcome().face(break_until(ends_at), Audience("phone")).line.values == {}


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


@pytest.mark.parametrize(
    ("options", "phase"),
    [({}, "show"), ({"is_break": True}, "break")],
)
def test_every_text_of_a_welcome_and_a_break_is_in_the_catalogue(options, phase):
    here = room(**options)
    face = Welcome().face(here.scene, Audience("tablet"))
    assert face.script
    assert Welcome().stops(here.step)[0].phase == phase
    said = (face.line, face.script.say, face.script.do)
    for key in (f"welcome.phase.{phase}", *(each.key for each in said)):
        assert key in catalogue.keys("nl") & catalogue.keys("en")
