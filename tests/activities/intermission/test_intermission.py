"""An intermission asks nothing, and says when it goes on and with what."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Audience, Scene
from plekberaad_app.activities.contract.report import Paragraph
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.intermission.rules import MAX_OFFER, Intermission
from plekberaad_app.activities.intermission.views import PhoneView, UpcomingView
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n import catalogue
from tests.activities.scenes import NOW, Room, person

OFFER = "Koffie, en kunst in de gang"


def room(**options: object) -> Room:
    return Room(Intermission(), (person(1, 1, 1),), options=dict(options)).begin()


def until(ends_at: datetime | None) -> Scene:
    return replace(room().scene, ends_at=ends_at)


def followed_by(*steps: Step) -> Scene:
    scene = room().scene
    return replace(scene, steps=(*scene.steps, *steps))


def view(scene: Scene, screen: Any = "phone") -> Any:
    return Intermission().face(scene, Audience(screen)).view


def test_it_lasts_a_quarter_of_an_hour_unless_said_otherwise_and_hurries_nobody():
    (stop,) = Intermission().stops(room().step)
    assert (stop.length, stop.hurries) == (timedelta(minutes=15), False)
    assert Intermission().stops(room(length=600).step)[0].length == timedelta(minutes=10)


@pytest.mark.parametrize("screen", ["projector", "phone", "tablet"])
def test_every_screen_says_when_it_goes_on(screen):
    scene = until(NOW + timedelta(minutes=14, seconds=31))
    line = Intermission().face(scene, Audience(screen)).line
    assert catalogue.in_words(line) == "Pauze. We gaan verder om 20.45 uur."


def test_the_facilitator_says_the_same_time_aloud_and_nobody_else_has_a_script():
    scene = until(NOW + timedelta(minutes=15))
    script = Intermission().face(scene, Audience("tablet")).script
    assert script
    assert catalogue.in_words(script.say) == "Pauze! We gaan verder om 20.45 uur."
    assert Intermission().face(scene, Audience("projector")).script is None


@pytest.mark.parametrize("ends_at", [None, NOW, NOW - timedelta(minutes=2)])
def test_while_the_clock_cannot_tell_no_screen_names_a_time(ends_at):
    assert Intermission().face(until(ends_at), Audience("phone")).line.values == {}
    assert view(until(ends_at), "projector").until == ""


def test_a_phone_is_asked_nothing_and_hears_what_there_is():
    face = Intermission().face(room(offer=OFFER).scene, Audience("phone"))
    assert not face.asks
    assert face.view == PhoneView(OFFER, UpcomingView())


def test_what_comes_next_is_told_with_its_pictogram_and_in_our_words_where_they_are_ours():
    vote = Step("vote", "voting", catalogue.text("voting.title"))
    told = view(followed_by(vote)).upcoming
    assert (told.title, told.sign, told.hue) == ("", "vote", "violet")
    assert catalogue.text(told.ours, "en") == catalogue.text("voting.title", "en")


def test_a_title_of_the_facilitator_stays_theirs():
    told = view(followed_by(Step("vote", "voting", "Wat kiezen wij?"))).upcoming
    assert (told.title, told.ours) == ("Wat kiezen wij?", "")


def test_after_the_last_step_nothing_is_announced():
    assert view(room().scene).upcoming == UpcomingView()


def test_the_report_tells_what_there_was_and_nothing_where_nobody_said():
    assert Intermission().report(room(offer=OFFER).scene) == (Paragraph(OFFER),)
    assert Intermission().report(room().scene) == ()


def test_it_holds_nobody_up_and_leaves_nothing_to_take_up():
    scene = room().scene
    assert Intermission().obstacle(scene) is None
    assert Intermission().outcomes(scene) == ()
    assert Intermission().personal(scene, "tag-1") == NO_VIEW


@pytest.mark.parametrize(
    "options", [{"offer": 3}, {"offer": "x" * (MAX_OFFER + 1)}, {"length": "300"}, {"length": 0}]
)
def test_options_of_a_wrong_type_or_size_are_refused(options):
    with pytest.raises(BadInput):
        Intermission().options(options)


def test_what_there_is_becomes_one_line():
    assert Intermission().options({"offer": " Koffie \n en thee "}).offer == "Koffie en thee"
